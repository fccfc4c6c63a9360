package dev.afterflow.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/**
 * Before anything starts: plain HTTP is served on this machine only, a proxy is believed only when it is named, production
 * takes no secret that everybody knows, and in demo mode a fresh key for the sandbox is put into the settings as
 * {@code afterflow.sandbox.key}.
 */
@Component
class StartChecks implements BeanFactoryPostProcessor, EnvironmentAware {

    static final String SANDBOX_KEY = "afterflow.sandbox.key";
    /** The settings this class adds, last in line. */
    static final String SOURCE = "startChecks";
    static final String PROXIES = "afterflow.proxies";
    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final List<String> SECRETS = List.of("spring.datasource.password", "spring.flyway.password");
    private static final Set<String> KNOWN_SECRETS = Set.of("", PasswordRule.DEMO, "afterflow", "postgres", "password", "secret",
            "changeme", "change-me", "admin", "123456");
    private static final List<String> OF_THE_DEMO = List.of(SANDBOX_KEY, "afterflow.payments.sandbox.url", "afterflow.payments.sandbox.secret");

    private ConfigurableEnvironment settings;

    @Override
    public void setEnvironment(Environment environment) {
        this.settings = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<String, Object> ours = new TreeMap<>();
        if (!settings.getProperty(PROXIES, "").isBlank()) {
            ours.put(STRATEGY, "native");
            ours.put("server.tomcat.remoteip.internal-proxies", settings.getProperty(PROXIES));
        }
        String mode = settings.getProperty("afterflow.mode", "");
        if (mode.equals("demo") && !settings.containsProperty(SANDBOX_KEY)) {
            ours.put(SANDBOX_KEY, KeyText.fresh());
        }
        settings.getPropertySources().addLast(new MapPropertySource(SOURCE, ours));
        demandTls(settings);
        demandNamedProxies(settings);
        if (mode.equals("production")) {
            demandOwnSecrets(settings);
        }
    }

    static void demandTls(Environment settings) {
        String address = settings.getProperty("server.address", "0.0.0.0");
        boolean tls = settings.containsProperty("server.ssl.bundle") || settings.containsProperty("server.ssl.key-store")
                || settings.containsProperty("server.ssl.certificate");
        boolean proxy = !settings.getProperty(PROXIES, "").isBlank();
        if (!tls && !proxy && !loopback(address)) {
            throw new StartRefused("Plain HTTP is served on this machine only, and server.address is '" + address + "'.",
                    "Set server.address to 127.0.0.1, or give a certificate (server.ssl.*), "
                            + "or name the TLS proxy in front (AFTERFLOW_PROXIES: its address, such as 10.0.0.5).");
        }
    }

    /** Whoever may say where a request came from must be known by address: anybody else would write what they like. */
    static void demandNamedProxies(Environment settings) {
        boolean believes = settings.getProperty(STRATEGY, "none").matches("(?i)native|framework");
        boolean named = !settings.getProperty(PROXIES, "").isBlank() && settings.getProperty(STRATEGY, "").equalsIgnoreCase("native");
        if (believes && !named) {
            throw new StartRefused("Forwarded headers would be believed from anybody: " + STRATEGY + " is set without "
                    + PROXIES + ".", "Take " + STRATEGY + " away and set AFTERFLOW_PROXIES to the addresses of your proxies, such as 10.0.0.5 or 10.0.0.0/28.");
        }
        if (settings.getProperty(PROXIES, "").matches(".*(^|[,\\s])(0\\.0\\.0\\.0|::)/0.*")) {
            throw new StartRefused(PROXIES + " names every address there is.", "Name the addresses of your proxies only.");
        }
    }

    static void demandOwnSecrets(Environment settings) {
        boolean external = !settings.getProperty("spring.datasource.url", "embedded").equals("embedded");
        for (String secret : SECRETS) {
            if (external && KNOWN_SECRETS.contains(settings.getProperty(secret, ""))) {
                throw new StartRefused(secret + " is empty or a password everybody knows.",
                        "Set " + secret.toUpperCase().replace('.', '_') + " to a password of your own and give it to the database role.");
            }
        }
        if (external && settings.getProperty("spring.flyway.user", "").equals(settings.getProperty("spring.datasource.username", ""))) {
            throw new StartRefused("One database role would own the tables and work with them.",
                    "Name a second role in SPRING_FLYWAY_USER: it owns the tables, the one of SPRING_DATASOURCE_USERNAME may only work with rows.");
        }
        OF_THE_DEMO.stream().filter(settings::containsProperty).findFirst().ifPresent(setting -> {
            throw new StartRefused(setting + " belongs to the demo and is set.", "Take it away: production plays no outside world.");
        });
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

package dev.afterflow.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/**
 * Before anything starts: plain HTTP is served on this machine only, and in demo mode a fresh key for the sandbox is put
 * into the settings as {@code afterflow.sandbox.key}.
 */
@Component
class StartChecks implements BeanFactoryPostProcessor, EnvironmentAware {

    static final String SANDBOX_KEY = "afterflow.sandbox.key";

    private ConfigurableEnvironment settings;

    @Override
    public void setEnvironment(Environment environment) {
        this.settings = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        demandTls(settings);
        if (settings.getProperty("afterflow.mode", "").equals("demo") && !settings.containsProperty(SANDBOX_KEY)) {
            settings.getPropertySources().addLast(
                    new MapPropertySource("sandboxKey", Map.of(SANDBOX_KEY, KeyText.fresh())));
        }
    }

    static void demandTls(Environment settings) {
        String address = settings.getProperty("server.address", "0.0.0.0");
        boolean tls = settings.containsProperty("server.ssl.bundle") || settings.containsProperty("server.ssl.key-store")
                || settings.containsProperty("server.ssl.certificate");
        boolean proxy = settings.getProperty("server.forward-headers-strategy", "none").matches("(?i)native|framework");
        if (!tls && !proxy && !loopback(address)) {
            throw new StartRefused("Plain HTTP is served on this machine only, and server.address is '" + address + "'.",
                    "Set server.address to 127.0.0.1, or give a certificate (server.ssl.*), "
                            + "or name a TLS proxy in front (server.forward-headers-strategy: native).");
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

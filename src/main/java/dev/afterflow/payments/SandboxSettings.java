package dev.afterflow.payments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * @param url where the played provider answers; absent means this installation's own sandbox
 * @param secret the key both sides sign with
 * @param window how long "not found" proves nothing after a send
 * @param statementHour from which hour in Shanghai yesterday's statement is fetched
 * @param read how long one answer may take; the whole call, connecting included, ends within five seconds more
 */
@ConfigurationProperties("afterflow.payments.sandbox")
record SandboxSettings(String url, @DefaultValue("sandbox-demo-secret") String secret,
        @DefaultValue("60s") Duration window, @DefaultValue("10s") Duration read,
        @DefaultValue("1") int statementHour) {

    /** Where the provider answers; read when it is first needed, since a port may be given at the start. */
    String base(Environment environment) {
        return url == null ? house(environment) + "/sandbox/pay" : url;
    }

    static String house(Environment environment) {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}

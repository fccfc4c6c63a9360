package dev.afterflow.payments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url where the played provider answers; absent means this installation's own sandbox
 * @param secret the key both sides sign with
 * @param window how long "not found" proves nothing after a send
 * @param read how long one answer may take; the whole call, connecting included, ends within five seconds more
 */
@ConfigurationProperties("afterflow.payments.sandbox")
record SandboxSettings(String url, @DefaultValue("sandbox-demo-secret") String secret,
        @DefaultValue("60s") Duration window, @DefaultValue("10s") Duration read) {
}

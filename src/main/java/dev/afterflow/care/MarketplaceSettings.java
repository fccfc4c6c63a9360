package dev.afterflow.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url where the marketplace takes sellers' remarks; absent means this installation's own sandbox in the demo, and nobody in
 *     production
 * @param secret the key both sides sign with
 * @param read how long one answer may take
 */
@ConfigurationProperties("afterflow.care.marketplace")
record MarketplaceSettings(String url, @DefaultValue("marketplace-demo-secret") String secret, @DefaultValue("10s") Duration read) {
}

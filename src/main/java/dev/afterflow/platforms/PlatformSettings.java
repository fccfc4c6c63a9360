package dev.afterflow.platforms;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param played shops of the demo and the marketplace the sandbox plays for each, where they have no account of their own
 * @param notifyBase where marketplaces reach this house; absent means the address people use, and the demo's own machine
 * @param pollEvery how often each feed of a shop is read, pushes or not
 * @param queueEvery how often a marketplace's queue is emptied where it has one
 * @param overlap how far each reading goes back behind the last one: marketplaces file changes late
 * @param openFor how long a circuit stays open before the marketplace is tried again
 * @param window how long a write without a clear answer may still turn out to have been taken
 * @param callsPerSecond what one shop may ask of Taobao
 */
@ConfigurationProperties("afterflow.platforms")
record PlatformSettings(Map<String, String> played, String notifyBase, @DefaultValue("60s") Duration pollEvery,
                        @DefaultValue("5s") Duration queueEvery, @DefaultValue("10m") Duration overlap,
                        @DefaultValue("30s") Duration openFor, @DefaultValue("60s") Duration window, @DefaultValue("10") int callsPerSecond) {

    PlatformSettings {
        played = played == null ? Map.of() : Map.copyOf(played);
    }
}

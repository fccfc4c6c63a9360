package dev.afterflow.carriers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param kuaidi the house's account with Kuaidi100; without an address this installation's own sandbox in the demo, and nobody in production
 * @param aftership the same with AfterShip
 * @param notifyBase where tracking services reach this house; absent means the address people use, and the demo's own machine
 * @param askEvery the shortest time between two questions for one waybill; Kuaidi100 locks waybills that are asked for more often than every half hour
 * @param openFor how long a circuit stays open before the carrier is tried again
 * @param window how long a work order without a clear answer may still turn out to have been taken
 */
@ConfigurationProperties("afterflow.carriers")
record CarrierSettings(Kuaidi kuaidi, AfterShip aftership, String notifyBase, @DefaultValue("30m") Duration askEvery,
                       @DefaultValue("30s") Duration openFor, @DefaultValue("15m") Duration window) {

    record Kuaidi(String url, String workUrl, String customer, String key, String secret, String types) {

        @Override
        public String toString() {
            return "Kuaidi100 at " + url;
        }
    }

    record AfterShip(String url, String apiKey, String webhookSecret) {

        @Override
        public String toString() {
            return "AfterShip at " + url;
        }
    }
}

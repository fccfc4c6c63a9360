package dev.afterflow.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a claimed row belongs to its claimer
 * @param margin what must be left of the lease when a send begins; longer than a partner call may take
 * @param poll the longest pause between two looks at the table
 * @param width parcels under way at once in one lane
 * @param frozen this node sends nothing (first start after a restored backup)
 */
@ConfigurationProperties("afterflow.dispatch")
record DispatchSettings(@DefaultValue("30s") Duration lease, @DefaultValue("15s") Duration margin,
        @DefaultValue("1s") Duration poll, @DefaultValue("8") int width, @DefaultValue("false") boolean frozen) {

    DispatchSettings {
        if (lease.compareTo(margin) <= 0) {
            throw new IllegalArgumentException("afterflow.dispatch.lease must be longer than afterflow.dispatch.margin");
        }
    }
}

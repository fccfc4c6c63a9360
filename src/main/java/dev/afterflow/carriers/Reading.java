package dev.afterflow.carriers;

import dev.afterflow.carriers.Trace.Step;
import java.time.Instant;
import java.util.List;

/**
 * What a tracking service's words came to: a parcel's scans, or the reason why they say nothing we may file.
 *
 * @param carrier the service's own word for the carrier
 * @param over the service follows this parcel no longer
 * @param note what a person should know, a stable word; null when there is nothing
 * @param refused why it cannot be filed, a stable word; null when it can
 */
record Reading(String carrier, String waybill, List<Sighting> sightings, boolean over, String note, String refused) {

    /** A scan as read. */
    record Sighting(Instant at, String place, String words, Step step) {
    }

    static Reading of(String carrier, String waybill, List<Sighting> sightings, boolean over, String note) {
        boolean named = waybill != null && waybill.matches("[A-Za-z0-9-]{1,64}");
        return named ? new Reading(carrier, waybill, List.copyOf(sightings), over, note, null) : refused("NO_WAYBILL");
    }

    static Reading refused(String reason) {
        return new Reading(null, null, List.of(), false, null, reason);
    }
}

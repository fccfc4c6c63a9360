package dev.afterflow.carriers;

import dev.afterflow.carriers.Trace.Step;
import java.util.Map;
import java.util.Optional;

/** AfterShip's tags and subtags (its enumeration of delivery sub-statuses) in our words; a subtag we do not know falls back on its tag. */
final class AfterShipSteps {

    private static final Map<String, Step> BY_SUBTAG = Map.ofEntries(
        Map.entry("InTransit_002", Step.PICKED_UP), Map.entry("InTransit_005", Step.CUSTOMS_CLEARED), Map.entry("InTransit_009", Step.TRANSFERRED),
        Map.entry("Delivered_002", Step.SIGNED), Map.entry("Delivered_005", Step.SIGNED_BY_OTHER),
        Map.entry("AttemptFail_002", Step.NOBODY_HOME),
        Map.entry("Exception_002", Step.WRONG_ADDRESS), Map.entry("Exception_003", Step.REFUSED), Map.entry("Exception_004", Step.CUSTOMS_HELD),
        Map.entry("Exception_005", Step.STALLED), Map.entry("Exception_007", Step.WRONG_ADDRESS), Map.entry("Exception_008", Step.NOT_COLLECTED),
        Map.entry("Exception_010", Step.RETURNING), Map.entry("Exception_011", Step.RETURNED), Map.entry("Exception_012", Step.DAMAGED),
        Map.entry("Exception_013", Step.LOST), Map.entry("Exception_016", Step.STALLED), Map.entry("Exception_017", Step.STALLED),
        Map.entry("Exception_018", Step.CUSTOMS_HELD));
    private static final Map<String, Step> BY_TAG = Map.of("Pending", Step.ANNOUNCED, "InfoReceived", Step.ANNOUNCED, "InTransit", Step.MOVING,
        "OutForDelivery", Step.DELIVERING, "AvailableForPickup", Step.AT_POINT, "Delivered", Step.SIGNED, "AttemptFail", Step.NOBODY_HOME,
        "Exception", Step.TROUBLE, "Expired", Step.STALLED);

    private AfterShipSteps() {
    }

    static Optional<Step> of(String tag, String subtag) {
        return Optional.ofNullable(BY_SUBTAG.get(subtag)).or(() -> Optional.ofNullable(BY_TAG.get(tag)));
    }
}

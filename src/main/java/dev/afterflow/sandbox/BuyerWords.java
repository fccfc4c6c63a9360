package dev.afterflow.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the played buyers write in the marketplace's chat; it goes through the letterbox like any buyer's message. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class BuyerWords {

    private final HouseDoor house;
    private final Clock clock;

    BuyerWords(HouseDoor house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** A message as it was sent and what the house answered. */
    record Written(String messageId, String caseNumber, String text, Map<String, Object> answer) {
    }

    /** The buyer writes the number of an option, or other words. */
    Written write(String caseNumber, String text) {
        return write(World.SHOP, caseNumber, text);
    }

    Written write(String shop, String caseNumber, String text) {
        return write(shop, caseNumber, text, "MS-" + UUID.randomUUID());
    }

    /** Said again under the same id, it was said once. */
    Written write(String shop, String caseNumber, String text, String id) {
        Map<String, Object> answer = house.deliver(shop, "messages", List.of(Map.of("messageId", id, "caseNumber", caseNumber, "from", "BUYER",
                "text", text, "sentAt", clock.instant().toString())));
        return new Written(id, caseNumber, text, answer);
    }
}

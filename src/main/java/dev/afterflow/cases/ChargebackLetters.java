package dev.afterflow.cases;

import dev.afterflow.intake.Intake;
import dev.afterflow.orders.Orders;
import dev.afterflow.payments.Chargebacks;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.providers.CardDisputes.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment that a buyer's bank takes back becomes a letter about a dispute, as if its provider had written one: a case at once, though
 * the order may be unknown, since the bank's clock runs. Its end is told to whoever answers disputes, not by a letter, unless it was lost
 * before anybody here had heard of it.
 */
@Component
class ChargebackLetters {

    private final Orders orders;
    private final Intake intake;
    private final JsonMapper json;

    ChargebackLetters(Orders orders, Intake intake, JsonMapper json) {
        this.orders = orders;
        this.intake = intake;
        this.json = json;
    }

    @ApplicationModuleListener
    void moved(Chargebacks.Moved event) {
        boolean lostUnheard = event.before() == null && event.now().status() == Status.LOST;
        if (!event.now().status().over() || lostUnheard) {
            boolean again = event.before() != null && event.before().status().over();
            intake.deliver(event.now().shop(), event.now().provider(), "disputes", json.valueToTree(letter(event.now(), again)));
        }
    }

    private Map<String, Object> letter(Chargeback now, boolean again) {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("disputeId", now.id());
        letter.put("orderId", order(now));
        letter.put("kind", now.status() == Status.INQUIRY || now.status() == Status.INQUIRY_UNDER_REVIEW ? "INQUIRY" : "CHARGEBACK");
        if (now.reason() != null) {
            letter.put("reasonCode", now.reason());
        }
        letter.put("amount", Map.of("minor", now.amount().minor(), "currency", now.amount().currency()));
        if (now.dueBy() != null) {
            letter.put("deadline", now.dueBy().toString());
        }
        letter.put("createdAt", now.openedAt().toString());
        letter.put("status", again ? "REOPENED" : "OPEN");
        return letter;
    }

    /** The payment's own name where no order of ours has it. */
    private String order(Chargeback now) {
        return orders.ofPayment(now.shop(), now.provider(), now.paymentId())
                .or(() -> orders.ofPayment(now.shop(), now.provider(), now.otherId())).orElse(now.paymentId());
    }
}

package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes platform interventions and chargebacks: a case at once, its order known or not, since the platform's clock runs. */
@Component
class DisputeRecipient implements Recipient {

    private final RequestDesk desk;

    DisputeRecipient(RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "disputes";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields fields = Fields.of(row);
        fields.text("disputeId", 100);
        fields.optionalText("version", 100);
        fields.instant("createdAt");
        fields.oneOf("status", RequestDesk.Status.class);
        read(fields, new Letter(0, shop.id(), "", kind(), "", "", row, null));
        return fields.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        RequestDesk.inSequence(letters).forEach(this::take);
    }

    private void take(Letter letter) {
        Fields fields = Fields.of(letter.body());
        desk.take(read(fields, letter), fields.oneOf("status", RequestDesk.Status.class), false);
    }

    /** The dispute's own kind, such as CHARGEBACK, is what is asked. */
    private static NewCase read(Fields fields, Letter letter) {
        return new NewCase(letter.shop(), letter.source(), letter.externalId(), letter.version(), Case.Kind.DISPUTE,
                fields.text("orderId", 100), null, fields.text("kind", 100), fields.optionalText("reasonCode", 100),
                fields.optionalText("reasonText", RequestFields.LONGEST_WORDS), fields.optionalMoney("amount"), List.of(), false,
                fields.optionalInstant("deadline"));
    }
}

package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes platform interventions and chargebacks: a case at once, its order known or not, since the platform's clock runs. An
 * intervention about goods whose request is being handled belongs to that request's case; a bank's dispute never does.
 */
@Component
class DisputeRecipient implements Recipient {

    private static final String PLATFORM = "PLATFORM";

    private final RequestDesk desk;
    private final Interventions interventions;

    DisputeRecipient(RequestDesk desk, Interventions interventions) {
        this.desk = desk;
        this.interventions = interventions;
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
        PlatformWord.read(fields);
        read(fields, new Letter(0, shop.id(), "", kind(), "", "", row, null));
        return fields.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        RequestDesk.inSequence(letters).forEach(this::take);
    }

    private void take(Letter letter) {
        Fields fields = Fields.of(letter.body());
        NewCase told = read(fields, letter);
        RequestDesk.Status status = fields.oneOf("status", RequestDesk.Status.class);
        Optional<PlatformWord> word = PlatformWord.read(fields).or(() -> steppedIn(told, status));
        Optional<Case> running = word.isEmpty() || !PLATFORM.equals(told.askedRemedy()) || desk.knows(told) ? Optional.empty()
                : interventions.runningFor(told.shop(), told.orderId());
        running.ifPresentOrElse(in -> interventions.heard(in, told, word.orElseThrow()), () -> desk.apart(told, status, word));
    }

    private static Optional<PlatformWord> steppedIn(NewCase told, RequestDesk.Status status) {
        return PLATFORM.equals(told.askedRemedy()) && status == RequestDesk.Status.OPEN
                ? Optional.of(new PlatformWord(PlatformWord.Step.STEPPED_IN, told.platformDeadline(), null, null, told.reasonText()))
                : Optional.empty();
    }

    /** The dispute's own kind, such as CHARGEBACK, is what is asked. */
    private static NewCase read(Fields fields, Letter letter) {
        return new NewCase(letter.shop(), letter.source(), letter.externalId(), letter.version(), Case.Kind.DISPUTE,
                fields.text("orderId", 100), null, fields.text("kind", 100), fields.optionalText("reasonCode", 100),
                fields.optionalText("reasonText", RequestFields.LONGEST_WORDS), fields.optionalMoney("amount"), List.of(), false,
                fields.optionalInstant("deadline"));
    }
}

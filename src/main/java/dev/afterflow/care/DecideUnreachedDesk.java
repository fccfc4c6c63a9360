package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of decideUnreached. */
@Component
class DecideUnreachedDesk implements DeskWork {

    private final CodOrders cod;
    private final Subjects subjects;
    private final Refusals refusals;

    DecideUnreachedDesk(CodOrders cod, Subjects subjects, Refusals refusals) {
        this.cod = cod;
        this.subjects = subjects;
        this.refusals = refusals;
    }

    @Override
    public String task() {
        return "decideUnreached";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("order", of.order().orderId(), "calls", of.matter().fact("calls.log"), "history", refusals.told(of.order()));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Words.text(input, "codAnswer");
        cod.decided(caseNumber, answer, Words.text(input, "note"), who);
        return Map.of("codAnswer", answer);
    }
}

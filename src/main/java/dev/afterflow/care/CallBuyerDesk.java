package dev.afterflow.care;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of callBuyer. */
@Component
class CallBuyerDesk implements DeskWork {

    private final CodOrders cod;
    private final Subjects subjects;
    private final Refusals refusals;
    private final Audit audit;

    CallBuyerDesk(CodOrders cod, Subjects subjects, Refusals refusals, Audit audit) {
        this.cod = cod;
        this.subjects = subjects;
        this.refusals = refusals;
        this.audit = audit;
    }

    @Override
    public String task() {
        return "callBuyer";
    }

    /** The one form that shows a whole number: it is there to be called, and who opens it is written down. */
    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("order", of.order().orderId());
        form.put("amount", Words.money(of.order().paid()));
        form.put("phone", of.order().buyer() == null ? null : of.order().buyer().phone());
        form.put("attempt", String.valueOf(of.matter().count("calls") + 1));
        form.put("goods", Words.goods(of.order()));
        form.put("history", refusals.told(of.order()));
        audit.record(of.shop().id(), "BUYER_PHONE_SHOWN", "case", caseNumber, Map.of("by", Who.ifAny().orElse(Who.SYSTEM).login()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        cod.called(caseNumber, new CodOrders.Call(Words.text(input, "call"), Words.text(input, "change"), Words.text(input, "refusal"),
                Words.text(input, "missed"), Words.text(input, "note")), who);
        return Map.of();
    }
}

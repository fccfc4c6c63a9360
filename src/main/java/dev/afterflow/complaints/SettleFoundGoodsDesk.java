package dev.afterflow.complaints;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of settleFoundGoods: what becomes of goods that turned up after the buyer was made whole. */
@Component
class SettleFoundGoodsDesk implements DeskWork {

    private final ComplaintDecision decision;
    private final Complaints complaints;
    private final ComplaintSheet sheet;

    SettleFoundGoodsDesk(ComplaintDecision decision, Complaints complaints, ComplaintSheet sheet) {
        this.decision = decision;
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "settleFoundGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        Map<String, Object> form = new HashMap<>(sheet.head(known));
        form.put("given", Words.of(known.remedy()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String found = Inputs.word(input, "found");
        if (!found.equals("keep") && !found.equals("back")) {
            throw Problem.invalid("found", "values", "请选择商定的结果", "Choose what was agreed");
        }
        decision.settleFound(caseNumber, Inputs.said(input, found), who);
        return Map.of();
    }
}

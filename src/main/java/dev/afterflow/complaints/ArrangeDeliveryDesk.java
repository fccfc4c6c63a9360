package dev.afterflow.complaints;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of arrangeDelivery: to the door, back to us, again against freight, or on with its papers. */
@Component
class ArrangeDeliveryDesk implements DeskWork {

    private final ComplaintDecision decision;
    private final Complaints complaints;
    private final ComplaintSheet sheet;

    ArrangeDeliveryDesk(ComplaintDecision decision, Complaints complaints, ComplaintSheet sheet) {
        this.decision = decision;
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "arrangeDelivery";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        Map<String, Object> form = new HashMap<>(sheet.head(known));
        form.put("todo", Words.of(known.way().way()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String arranged = Inputs.word(input, "arranged");
        if (!arranged.equals("done") && !arranged.equals("not")) {
            throw Problem.invalid("arranged", "values", "请选择是否安排好", "Say whether it is arranged");
        }
        decision.arranged(caseNumber, arranged.equals("done"), Inputs.said(input, arranged), who);
        return Map.of("arranged", arranged);
    }
}

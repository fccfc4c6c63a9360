package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of repairGoods: how it went, serial numbers, and what it cost us. */
@Component
class RepairGoodsDesk implements DeskWork {

    private final RepairForm form;
    private final Working working;

    RepairGoodsDesk(RepairForm form, Working working) {
        this.form = form;
        this.working = working;
    }

    @Override
    public String task() {
        return "repairGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.open(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Working.Outcome outcome = Rows.choice(Working.Outcome.class, input, "repairOutcome");
        Repair now = working.worked(caseNumber, outcome, input, who);
        Map<String, Object> answers = new HashMap<>(Map.of("repairOutcome", Rows.word(outcome), "repairBy", Date.from(now.repairBy())));
        if (outcome == Working.Outcome.REPAIRED) {
            answers.put("purpose", "sendBack");
        }
        return answers;
    }
}

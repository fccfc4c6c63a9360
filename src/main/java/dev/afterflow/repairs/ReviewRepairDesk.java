package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of reviewRepair: proof of purchase, when the warranty began, and what the buyer wants of what is due. */
@Component
class ReviewRepairDesk implements DeskWork {

    private final RepairForm form;
    private final Taking taking;

    ReviewRepairDesk(RepairForm form, Taking taking) {
        this.form = form;
        this.taking = taking;
    }

    @Override
    public String task() {
        return "reviewRepair";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Map<String, Object> opened = form.open(caseNumber);
        opened.put("proof", "order");
        return opened;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Repair.Wish wish = Rows.choice(Repair.Wish.class, input, "wish");
        String payer = taking.take(caseNumber, wish, input, who);
        return Map.of("intake", wish == Repair.Wish.SOLVED ? "solved" : "takenIn", "freightPayer", payer);
    }
}

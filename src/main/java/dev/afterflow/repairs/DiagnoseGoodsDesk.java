package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of diagnoseGoods: what is found; misuse without pictures or a report is not proved. */
@Component
class DiagnoseGoodsDesk implements DeskWork {

    private final RepairForm form;
    private final Working working;
    private final Repairs repairs;

    DiagnoseGoodsDesk(RepairForm form, Working working, Repairs repairs) {
        this.form = form;
        this.working = working;
        this.repairs = repairs;
    }

    @Override
    public String task() {
        return "diagnoseGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Map<String, Object> opened = form.open(caseNumber);
        opened.put("sameFault", repairs.find(caseNumber).failures() > 0);
        return opened;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        working.diagnosed(caseNumber, Rows.choice(Repair.Found.class, input, "found"), input, who);
        return Map.of();
    }
}

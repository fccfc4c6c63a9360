package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of chaseSpare: what was settled about a device that did not come back. */
@Component
class ChaseSpareDesk implements DeskWork {

    private final Spares spares;
    private final RepairForm form;

    ChaseSpareDesk(Spares spares, RepairForm form) {
        this.spares = spares;
        this.form = form;
    }

    @Override
    public String task() {
        return "chaseSpare";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.openWithSpare(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Rows.text(input, "spareAnswer");
        Instant by = spares.chased(caseNumber, String.valueOf(answer), input, who);
        return by == null ? Map.of("spareAnswer", "settled") : Map.of("spareAnswer", "wait", "spareBy", Date.from(by));
    }
}

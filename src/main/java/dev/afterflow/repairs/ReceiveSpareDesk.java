package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of receiveSpare: the device that was lent is here. */
@Component
class ReceiveSpareDesk implements DeskWork {

    private final Spares spares;
    private final RepairForm form;

    ReceiveSpareDesk(Spares spares, RepairForm form) {
        this.spares = spares;
        this.form = form;
    }

    @Override
    public String task() {
        return "receiveSpare";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.openWithSpare(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        spares.received(caseNumber, input, who);
        return Map.of();
    }
}

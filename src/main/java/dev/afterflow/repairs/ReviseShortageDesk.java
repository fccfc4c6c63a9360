package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of reviseShortage: the goods did not come, or the money did not leave. */
@Component
class ReviseShortageDesk implements DeskWork {

    private final ShortageForm form;
    private final DecidingShortage deciding;

    ReviseShortageDesk(ShortageForm form, DecidingShortage deciding) {
        this.form = form;
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "reviseShortage";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.open(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return ShortageForm.answers(deciding.decide(caseNumber, task(), form.read(caseNumber, input, false), who));
    }
}

package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of decideShortage. */
@Component
class DecideShortageDesk implements DeskWork {

    private final ShortageForm form;
    private final DecidingShortage deciding;
    private final CarrierCounts carriers;

    DecideShortageDesk(ShortageForm form, DecidingShortage deciding, CarrierCounts carriers) {
        this.form = form;
        this.deciding = deciding;
        this.carriers = carriers;
    }

    @Override
    public String task() {
        return "decideShortage";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.open(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Shortage decided = deciding.decide(caseNumber, task(), form.read(caseNumber, input, true), who);
        Map<String, Object> answers = new HashMap<>(ShortageForm.answers(decided));
        answers.put("reasonType", Redress.reasonType(decided));
        answers.put("recourse", decided.party().isOfOurs() ? "record" : "none");
        carriers.open(decided).ifPresent(claim -> answers.putAll(Map.of("recourse", "carrier", "effectNo", claim)));
        return answers;
    }
}

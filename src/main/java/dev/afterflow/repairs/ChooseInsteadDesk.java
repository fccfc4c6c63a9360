package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of chooseInstead: the buyer's choice where a repair is no longer all there is. */
@Component
class ChooseInsteadDesk implements DeskWork {

    private final RepairForm form;
    private final Instead instead;

    ChooseInsteadDesk(RepairForm form, Instead instead) {
        this.form = form;
        this.instead = instead;
    }

    @Override
    public String task() {
        return "chooseInstead";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return instead.open(caseNumber, form.open(caseNumber));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Repair.Instead chosen = Rows.choice(Repair.Instead.class, input, "instead");
        instead.choose(caseNumber, chosen, input, who);
        return chosen == Repair.Instead.EXCHANGE ? Map.of("instead", "exchange", "purpose", "exchange") : Map.of("instead", Rows.word(chosen));
    }
}

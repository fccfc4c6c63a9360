package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of confirmAcceptance. */
@Component
class ConfirmAcceptanceDesk extends DisputeDesk {

    private final DisputeDeciding deciding;

    ConfirmAcceptanceDesk(Disputes disputes, DisputeScene scene, DisputeDeciding deciding) {
        super(disputes, scene);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "confirmAcceptance";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        return Map.of("asked", of.position().by() + ": " + of.position().note());
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return deciding.confirm(caseNumber, word(input, "answer").equals("yes"), text(input, "note"), who);
    }
}

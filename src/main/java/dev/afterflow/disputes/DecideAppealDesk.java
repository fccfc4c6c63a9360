package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of decideAppeal. */
@Component
class DecideAppealDesk extends DisputeDesk {

    private final DisputeVerdicts verdicts;
    private final DisputeScene scene;

    DecideAppealDesk(Disputes disputes, DisputeScene scene, DisputeVerdicts verdicts) {
        super(disputes, scene);
        this.verdicts = verdicts;
        this.scene = scene;
    }

    @Override
    public String task() {
        return "decideAppeal";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        return verdict(of, scene);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return verdicts.appeal(caseNumber, word(input, "answer").equals("yes"), word(input, "note"), who);
    }
}

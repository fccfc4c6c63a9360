package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of executeVerdict. */
@Component
class ExecuteVerdictDesk extends DisputeDesk {

    private final DisputeWarning warning;
    private final DisputeScene scene;

    ExecuteVerdictDesk(Disputes disputes, DisputeScene scene, DisputeWarning warning) {
        super(disputes, scene);
        this.warning = warning;
        this.scene = scene;
    }

    @Override
    public String task() {
        return "executeVerdict";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        return verdict(of, scene);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        warning.executed(caseNumber, word(input, "note"), who);
        return Map.of();
    }
}

package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of approvePack: what is in the pack, by name and hash. */
@Component
class ApprovePackDesk extends DisputeDesk {

    private final DisputeDeciding deciding;
    private final DisputePacks packs;

    ApprovePackDesk(Disputes disputes, DisputeScene scene, DisputeDeciding deciding, DisputePacks packs) {
        super(disputes, scene);
        this.deciding = deciding;
        this.packs = packs;
    }

    @Override
    public String task() {
        return "approvePack";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        Map<String, Object> form = new HashMap<>();
        packs.latest(of).ifPresent(pack -> {
            form.put("pack", listed(pack));
            form.put("incomplete", pack.incomplete());
        });
        return form;
    }

    static String listed(DisputePacks.Pack pack) {
        return pack.manifest().stream().map(file -> file.name() + "  " + file.sha256().substring(0, 12)).collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return deciding.approve(caseNumber, word(input, "answer").equals("yes"), text(input, "note"), who);
    }
}

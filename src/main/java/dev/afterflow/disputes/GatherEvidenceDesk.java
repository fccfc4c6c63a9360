package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of gatherEvidence. */
@Component
class GatherEvidenceDesk extends DisputeDesk {

    private final DisputeDeciding deciding;
    private final DisputeItems items;

    GatherEvidenceDesk(Disputes disputes, DisputeScene scene, DisputeDeciding deciding, DisputeItems items) {
        super(disputes, scene);
        this.deciding = deciding;
        this.items = items;
    }

    @Override
    public String task() {
        return "gatherEvidence";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        boolean chinese = Vocabulary.chinese();
        Map<String, Object> form = new HashMap<>();
        form.put("checklist", items.shown(of).stream().map(item -> (item.there() ? "✓ " : item.must() ? "✗ " : "○ ") + (chinese ? item.titleZh() : item.titleEn()))
                .collect(Collectors.joining("\n")));
        form.put("missing", String.join(chinese ? "、" : ", ", items.missing(of, chinese).stream().filter(title -> !title.equals(chinese ? "我方陈述" : "Our statement")).toList()));
        form.put("statement", of.statement().words());
        form.put("incomplete", of.statement().incomplete());
        form.put("sentBack", Vocabulary.half(of.position().sentBack(), chinese));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        deciding.gather(caseNumber, text(input, "statement"), text(input, "incomplete"), who);
        return Map.of();
    }
}

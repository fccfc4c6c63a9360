package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of superviseDispute. */
@Component
class SuperviseDisputeDesk extends DisputeDesk {

    private final DisputeWarning warning;
    private final Tasks tasks;

    SuperviseDisputeDesk(Disputes disputes, DisputeScene scene, DisputeWarning warning, Tasks tasks) {
        super(disputes, scene);
        this.warning = warning;
        this.tasks = tasks;
    }

    @Override
    public String task() {
        return "superviseDispute";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        return Map.of("stands", DisputeWords.of(of.state().name()) + (Vocabulary.chinese() ? "；待办：" : "; open: ")
                + tasks.openOf(of.caseNumber()).stream().map(Tasks.Open::task).filter(task -> !task.equals(task())).collect(Collectors.joining(", ")));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        warning.supervised(caseNumber, word(input, "note"), who);
        return Map.of();
    }
}

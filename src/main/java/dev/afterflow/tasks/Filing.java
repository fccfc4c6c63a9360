package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks a submission, files it where it belongs and completes the task in the engine, all in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Filing {

    private final Forms forms;
    private final Workshops workshops;
    private final Cases cases;
    private final Shops shops;
    private final TaskService engine;
    private final EngineUser user;
    private final Clock clock;

    Filing(Forms forms, Workshops workshops, Cases cases, Shops shops, TaskService engine, EngineUser user, Clock clock) {
        this.forms = forms;
        this.workshops = workshops;
        this.cases = cases;
        this.shops = shops;
        this.engine = engine;
        this.user = user;
        this.clock = clock;
    }

    /** The submission as it may be filed; throws what is wrong with it. */
    Map<String, Object> checked(WorkItem item, Map<String, Object> given) {
        Map<String, Object> prefill = Plain.object(workshops.prefill(item));
        Checked checked = FormCheck.check(forms.of(item).parts(), prefill, given, clock.instant());
        if (!checked.faults().isEmpty()) {
            throw Refusals.faults(checked.faults());
        }
        return checked.input();
    }

    void complete(WorkItem item, Map<String, Object> input, Who who) {
        Optional<DeskWork> workshop = workshops.of(item.task());
        Map<String, Object> answers = workshop.map(work -> work.file(item.caseNumber(), input, who))
                .orElseGet(() -> onTheCase(item, input, who));
        user.acting(who, () -> engine.complete(item.taskId(), Answers.plain(item.task(), answers)));
    }

    private Map<String, Object> onTheCase(WorkItem item, Map<String, Object> input, Who who) {
        cases.file(item.caseNumber(), item.task(), input, who);
        ZoneId zone = shops.find(item.shop()).map(Shop::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
        return Answers.marked(forms.of(item).parts(), input, zone);
    }
}

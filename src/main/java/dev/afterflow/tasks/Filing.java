package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final Evidence evidence;
    private final Shops shops;
    private final TaskService engine;
    private final EngineUser user;
    private final Clock clock;

    Filing(Forms forms, Workshops workshops, Cases cases, Evidence evidence, Shops shops,
            TaskService engine, EngineUser user, Clock clock) {
        this.forms = forms;
        this.workshops = workshops;
        this.cases = cases;
        this.evidence = evidence;
        this.shops = shops;
        this.engine = engine;
        this.user = user;
        this.clock = clock;
    }

    /** The submission as it may be filed; throws what is wrong with it. */
    Map<String, Object> checked(WorkItem item, Map<String, Object> given) {
        Map<String, Object> prefill = Plain.object(workshops.prefill(item));
        Checked checked = FormCheck.check(forms.of(item).parts(), prefill, given, clock.instant());
        List<FormFault> faults = new ArrayList<>(checked.faults());
        checked.attached().stream().filter(files -> !evidence.all(item.caseNumber(), ids(files)))
                .forEach(files -> faults.add(new FormFault(files.field(), "evidence", null, files.part())));
        if (!faults.isEmpty()) {
            throw Refusals.faults(faults);
        }
        return checked.input();
    }

    private static List<UUID> ids(Checked.Attached files) {
        return files.ids().stream().map(UUID::fromString).toList();
    }

    void complete(WorkItem item, Map<String, Object> input, Who who) {
        Optional<DeskWork> workshop = workshops.of(item.task());
        Map<String, Object> answers = workshop.map(work -> work.file(item.caseNumber(), item.taskId(), input, who))
                .orElseGet(() -> onTheCase(item, input, who));
        user.acting(who, () -> engine.complete(item.taskId(), Answers.plain(item.task(), answers)));
    }

    private Map<String, Object> onTheCase(WorkItem item, Map<String, Object> input, Who who) {
        cases.file(item.caseNumber(), item.task(), new Cases.Title(item.titleZh(), item.titleEn()), input, who);
        ZoneId zone = shops.find(item.shop()).map(Shop::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
        return Answers.marked(forms.of(item).parts(), input, zone);
    }
}

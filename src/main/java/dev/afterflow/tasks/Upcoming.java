package dev.afterflow.tasks;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.sla.Clocks;
import dev.afterflow.tasks.JdbcDecided.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is due next in a case and what happens if nobody acts: from the timers of its process, the due times of its tasks with
 * the row of {@code step-deadline} that set them, and its running clocks.
 */
@Service
@Transactional(readOnly = true)
class Upcoming {

    private static final String TABLE = "step-deadline";
    private static final String STEP = "stepDeadline_in_step";
    private static final String PLATFORM = "stepDeadline_in_platformDeadline";
    private static final int DECISIONS = 200;

    private final Cases cases;
    private final JdbcWorkItems items;
    private final Timers timers;
    private final Clocks clocks;
    private final JdbcDecided decided;
    private final DecisionTables tables;

    Upcoming(Cases cases, JdbcWorkItems items, Timers timers, Clocks clocks, JdbcDecided decided, DecisionTables tables) {
        this.cases = cases;
        this.items = items;
        this.timers = timers;
        this.clocks = clocks;
        this.decided = decided;
        this.tables = tables;
    }

    /**
     * A moment that comes.
     *
     * @param source   {@code timer}, {@code task} or {@code clock}
     * @param name     the timer's event, the task's id, or the clock's kind
     * @param thenZh   the step a timer leads to, else null
     * @param ends     whether a timer ends the step it stands on
     * @param onExpiry what the table {@code step-deadline} says happens, such as WE_ARE_LATE; null if it was not asked
     * @param rule     the description of its row, Chinese {@code " / "} English
     */
    record Next(Instant at, String source, String name, String zh, String en, String thenZh, String thenEn, boolean ends,
                String onExpiry, String rule) {
    }

    /** The nearest first; what is late already stands before. */
    List<Next> of(String caseNumber) {
        Case one = cases.find(caseNumber);
        if (!one.open()) {
            return List.of();
        }
        List<Made> made = decided.of(caseNumber, DECISIONS).stream().filter(each -> each.table().equals(TABLE)).toList();
        List<Next> coming = new ArrayList<>();
        timers.of(caseNumber).forEach(timer -> coming.add(new Next(timer.at(), "timer", timer.activity(), timer.zh(), timer.en(),
                timer.thenZh(), timer.thenEn(), timer.ends(), null, null)));
        items.ofCase(caseNumber).stream().filter(item -> item.dueAt() != null).forEach(item -> coming.add(task(item, made)));
        clocks.of(caseNumber).stream().filter(clock -> clock.state() == Clocks.Reading.State.RUNNING)
                .forEach(clock -> coming.add(clock(clock, made)));
        coming.sort(Comparator.comparing(Next::at));
        return coming;
    }

    private Next task(WorkItem item, List<Made> made) {
        Optional<Made> source = made.stream().filter(each -> item.task().equals(each.in().get(STEP))).findFirst();
        return new Next(item.dueAt(), "task", item.task(), item.titleZh(), item.titleEn(), null, null, false, expiry(source), rule(source));
    }

    private Next clock(Clocks.Reading clock, List<Made> made) {
        Optional<Made> source = !clock.kind().equals(Clocks.PLATFORM) ? Optional.empty()
                : made.stream().filter(each -> Boolean.TRUE.equals(each.in().get(PLATFORM)) && !"escalate".equals(each.in().get(STEP))).findFirst();
        return new Next(clock.dueAt(), "clock", clock.kind(), null, null, null, null, false, expiry(source), rule(source));
    }

    private static String expiry(Optional<Made> source) {
        return source.map(each -> each.out().get("onExpiry")).map(Object::toString).orElse(null);
    }

    private String rule(Optional<Made> source) {
        return source.filter(each -> !each.rows().isEmpty()).flatMap(each -> tables.of(TABLE, each.hash())
                .map(table -> table.rules().get(each.rows().get(0)))).map(DecisionTables.Row::text).orElse(null);
    }
}

package dev.afterflow.tasks;

import dev.afterflow.engine.Decisions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workshops behind the user tasks; a task that an owner added has none. */
@Component
class Workshops {

    private final ObjectProvider<DeskWork> beans;
    private final JsonMapper json;
    private final Decisions tables;
    private volatile Map<String, DeskWork> byTask;

    Workshops(ObjectProvider<DeskWork> beans, JsonMapper json, Decisions tables) {
        this.beans = beans;
        this.json = json;
        this.tables = tables;
    }

    Optional<DeskWork> of(String task) {
        if (byTask == null) {
            byTask = beans.stream().collect(Collectors.toUnmodifiableMap(DeskWork::task, Function.identity()));
        }
        return Optional.ofNullable(byTask.get(task));
    }

    /** What the task's form opens with, for somebody who only looks. */
    JsonNode shown(WorkItem item) {
        return tables.quietly(() -> prefill(item));
    }

    /** What the task's form opens with, as JSON. */
    JsonNode prefill(WorkItem item) {
        return json.valueToTree(of(item.task()).map(work -> work.prefill(item.caseNumber(), item.taskId())).orElse(Map.of()));
    }
}

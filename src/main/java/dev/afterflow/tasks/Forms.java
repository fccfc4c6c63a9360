package dev.afterflow.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of tasks as the release that started the case has them; read once a definition and task. */
@Component
class Forms {

    private static final int REMEMBERED = 1_000;

    private final FormService engine;
    private final JsonMapper json;
    private final Map<String, Form> known = new ConcurrentHashMap<>();

    Forms(FormService engine, JsonMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /** A form: its schema for the browser, its parts for the check. */
    record Form(JsonNode schema, List<FormPart> parts) {
    }

    Form of(WorkItem item) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(item.definition() + " " + item.task(), key -> read(item.taskId()));
    }

    private Form read(String taskId) {
        try (InputStream deployed = engine.getDeployedTaskForm(taskId)) {
            JsonNode schema = json.readTree(deployed);
            return new Form(schema, FormPart.of(schema.path("components")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

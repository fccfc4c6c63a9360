package dev.afterflow.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** The pictures of process definitions, which never change; read once each. */
@Component
class Drawings {

    private static final int REMEMBERED = 200;

    private final RepositoryService engine;
    private final Map<String, Drawing> known = new ConcurrentHashMap<>();

    Drawings(RepositoryService engine) {
        this.engine = engine;
    }

    /**
     * A process as drawn.
     *
     * @param nodes ids of its flow nodes
     * @param calls call activities to the keys of the processes they call
     */
    record Drawing(String definition, String process, String deployment, String xml, Set<String> nodes,
                   Map<String, String> calls) {
    }

    Drawing of(String definition) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(definition, this::read);
    }

    /** The process of this key in the release of the caller. */
    Optional<Drawing> beside(Drawing caller, String process) {
        return Optional.ofNullable(engine.createProcessDefinitionQuery().deploymentId(caller.deployment())
                .processDefinitionKey(process).singleResult()).map(found -> of(found.getId()));
    }

    private Drawing read(String id) {
        ProcessDefinition definition = engine.getProcessDefinition(id);
        BpmnModelInstance model = engine.getBpmnModelInstance(id);
        Set<String> nodes = model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, String> calls = new LinkedHashMap<>();
        model.getModelElementsByType(CallActivity.class).forEach(call -> calls.put(call.getId(), call.getCalledElement()));
        return new Drawing(id, definition.getKey(), definition.getDeploymentId(), xml(id), nodes, calls);
    }

    private String xml(String definition) {
        try (InputStream model = engine.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

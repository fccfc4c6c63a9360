package dev.afterflow.cockpit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learns the process definitions that the history speaks of, with all others of their release: their steps and their words. */
@Component
class Models {

    private static final int HASH = 12;

    private final RepositoryService engine;
    private final JdbcClient sql;

    Models(@Lazy RepositoryService engine, JdbcClient sql) {
        this.engine = engine;
        this.sql = sql;
    }

    /** Must be called inside a transaction; what is known already costs one question. */
    void learn(Collection<String> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        List<String> unknown = sql.sql("""
                select d from unnest(:definitions) d where not exists (select from cockpit.model m where m.definition = d)
                """).param("definitions", definitions.toArray(String[]::new)).query(String.class).list();
        unknown.forEach(this::learn);
    }

    /** A definition the engine no longer has keeps its counts under its key. */
    private void learn(String definition) {
        ProcessDefinition known = engine.createProcessDefinitionQuery().processDefinitionId(definition).singleResult();
        if (known == null) {
            sql.sql("insert into cockpit.model (definition, process) values (:definition, split_part(:definition, ':', 1)) on conflict do nothing")
                    .param("definition", definition).update();
            return;
        }
        Deployment release = engine.createDeploymentQuery().deploymentId(known.getDeploymentId()).singleResult();
        engine.createProcessDefinitionQuery().deploymentId(known.getDeploymentId()).list().forEach(each -> write(each, release));
    }

    private void write(ProcessDefinition definition, Deployment release) {
        BpmnModelInstance drawing = engine.getBpmnModelInstance(definition.getId());
        BaseElement process = drawing.getModelElementById(definition.getKey());
        Integer id = sql.sql("""
                insert into cockpit.model (definition, process, deployment, hash, version, name_zh, name_en, deployed_at)
                values (:definition, :process, :deployment, :hash, :version, :zh, :en, :at)
                on conflict (definition) do update set deployment = excluded.deployment returning id
                """).param("definition", definition.getId()).param("process", definition.getKey())
                .param("deployment", release.getId()).param("hash", hash(definition.getId()))
                .param("version", definition.getVersion()).param("zh", definition.getName()).param("en", english(process))
                .param("at", Timestamp.from(release.getDeploymentTime().toInstant())).query(Integer.class).single();
        drawing.getModelElementsByType(FlowNode.class).forEach(node -> write(id, node));
    }

    private void write(int model, FlowNode node) {
        sql.sql("""
                insert into cockpit.node (model, activity, type, name_zh, name_en, calls)
                values (:model, :activity, :type, :zh, :en, :calls) on conflict do nothing
                """).param("model", model).param("activity", node.getId())
                .param("type", node.getElementType().getTypeName()).param("zh", node.getName()).param("en", english(node))
                .param("calls", node instanceof CallActivity call ? call.getCalledElement() : null).update();
    }

    private static String english(BaseElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElements().stream()
                .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                .filter(property -> "label.en".equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue)
                .findFirst().orElse(null);
    }

    /** The drawing as its owner made it. */
    String xml(String definition) {
        return new String(bytes(definition), StandardCharsets.UTF_8);
    }

    private String hash(String definition) {
        return DigestUtils.sha256Hex(bytes(definition)).substring(0, HASH);
    }

    private byte[] bytes(String definition) {
        try (InputStream model = engine.getProcessModel(definition)) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

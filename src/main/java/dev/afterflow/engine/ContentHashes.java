package dev.afterflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** SHA-256 of a deployed table's file, read once; to be asked inside an engine command. */
class ContentHashes {

    private final Map<String, String> byDefinition = new ConcurrentHashMap<>();

    String of(String decisionDefinitionId) {
        String known = byDefinition.get(decisionDefinitionId);
        if (known == null) {
            known = read(decisionDefinitionId);
            byDefinition.put(decisionDefinitionId, known);
        }
        return known;
    }

    private static String read(String decisionDefinitionId) {
        DecisionDefinition definition = Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedDecisionDefinitionById(decisionDefinitionId);
        CommandContext command = Context.getCommandContext();
        byte[] content = command.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName()).getBytes();
        return new ModelFile(definition.getResourceName(), content).hash();
    }
}

package dev.afterflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Finds the table a model names in its own release once, not at each step: what is deployed does not change. */
class DeployedTables extends DecisionDefinitionManager {

    private record Name(String deploymentId, String key) {
    }

    private final Map<Name, DecisionDefinitionEntity> known;

    private DeployedTables(Map<Name, DecisionDefinitionEntity> known) {
        this.known = known;
    }

    static SessionFactory factory() {
        Map<Name, DecisionDefinitionEntity> known = new ConcurrentHashMap<>();
        return new Sessions<>(DecisionDefinitionManager.class, () -> new DeployedTables(known));
    }

    @Override
    public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(String deploymentId, String key) {
        Name name = new Name(deploymentId, key);
        DecisionDefinitionEntity table = known.get(name);
        if (table == null) {
            table = super.findDecisionDefinitionByDeploymentAndKey(deploymentId, key);
            if (table != null) {
                known.put(name, table);
            }
        }
        return table;
    }
}

package dev.afterflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own parsers, at each deployment and each time a stored one is read again. */
class DeploymentGuard implements Deployer {

    private final Guard guard;

    DeploymentGuard(Guard guard) {
        this.guard = guard;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<Finding> findings = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .flatMap(file -> guard.check(file, deployment.isNew()).stream()).toList();
        if (!findings.isEmpty()) {
            throw new RuleBookRefused(findings);
        }
    }
}

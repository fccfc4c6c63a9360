package dev.afterflow.tasks;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the engine tell the desk of every user task; the keeper is made late, since it needs rooms that need the engine. */
@Component
class DeskPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<WorkItemKeeper> keeper;

    DeskPlugin(ObjectProvider<WorkItemKeeper> keeper) {
        this.keeper = keeper;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> present = engine.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> listeners = new ArrayList<>(present == null ? List.of() : present);
        listeners.add(new UserTaskParser(keeper));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}

package dev.afterflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Notes every flow node entered and every arrow taken, and knows which there are. */
class Walked extends AbstractBpmnParseListener {

    private final Map<String, Set<String>> there = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> walked = new ConcurrentHashMap<>();

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        addNodes(process.getKey(), process);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl arrow) {
        String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        add(there, process, arrow.getId());
        arrow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> add(walked, process, arrow.getId()));
    }

    private void addNodes(String process, ScopeImpl scope) {
        for (ActivityImpl node : scope.getActivities()) {
            if (!node.getId().endsWith("#multiInstanceBody")) {
                add(there, process, node.getId());
                node.addListener(ExecutionListener.EVENTNAME_START,
                        (ExecutionListener) execution -> add(walked, process, node.getId()));
            }
            addNodes(process, node);
        }
    }

    /** Ids of nodes and arrows nobody has walked yet; fails for a process that is not deployed. */
    Set<String> missing(String process) {
        if (!there.containsKey(process)) {
            throw new IllegalArgumentException("No process " + process + " in this engine");
        }
        Set<String> missing = new TreeSet<>(there.get(process));
        missing.removeAll(walked.getOrDefault(process, Set.of()));
        return missing;
    }

    private static void add(Map<String, Set<String>> to, String process, String id) {
        to.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet()).add(id);
    }
}

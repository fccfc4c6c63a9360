package dev.afterflow.tasks;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Gives each user task of each model the listener that keeps its work item, with the task's names read once. */
class UserTaskParser extends AbstractBpmnParseListener {

    private static final List<String> EVENTS = List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE);

    private final ObjectProvider<WorkItemKeeper> keeper;

    UserTaskParser(ObjectProvider<WorkItemKeeper> keeper) {
        this.keeper = keeper;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String chinese = element.attribute("name", activity.getId());
        TaskListener listener = new UserTaskListener(keeper, chinese, english(element, chinese));
        // built-in listeners run even where a caller skips listeners, as a cancelled process does
        EVENTS.forEach(event -> task.addBuiltInTaskListener(event, listener));
    }

    private static String english(Element element, String otherwise) {
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null
                : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        return properties == null ? otherwise : properties.elements().stream()
                .map(each -> Map.entry(each.attribute("name", ""), each.attribute("value", "")))
                .filter(each -> each.getKey().equals("label.en")).map(Map.Entry::getValue).findFirst().orElse(otherwise);
    }
}

package dev.afterflow.engine;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;

/** Says an event of the engine in a few words; what carries nothing new is left out. */
class FlowItems {

    /** Answers are words of the diagram, numbers and dates; other text could be personal and is not kept. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:+-]{0,64}");

    private final DecisionItems decisions;

    FlowItems(ContentHashes hashes) {
        decisions = new DecisionItems(hashes);
    }

    /** Root instance of an event; empty if it belongs to none. */
    static String root(HistoryEvent event) {
        HistoryEvent said = event instanceof HistoricDecisionEvaluationEvent decision ? decision.getRootHistoricDecisionInstance() : event;
        String root = said.getRootProcessInstanceId() == null ? said.getProcessInstanceId() : said.getRootProcessInstanceId();
        return root == null ? "" : root;
    }

    /**
     * One item of the page, or null if the event adds nothing.
     *
     * @param entered activity instances entered on this page; one that is left on the same page becomes "passed"
     */
    Map<String, Object> of(HistoryEvent event, Map<String, Map<String, Object>> entered) {
        if (event instanceof HistoricActivityInstanceEventEntity activity) {
            return activity(activity, entered);
        } else if (event instanceof HistoricProcessInstanceEventEntity process) {
            return process(process);
        } else if (event instanceof HistoricTaskInstanceEventEntity task) {
            return item("task", task.getTaskDefinitionKey(), "is", task.getEventType(), "id", task.getTaskId(),
                    "assignee", task.getAssignee(), "due", text(task.getDueDate()));
        } else if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return variable(variable);
        } else if (event instanceof HistoricDecisionEvaluationEvent decision) {
            return decisions.of(decision);
        } else if (event instanceof HistoricJobLogEvent job) {
            return job(job);
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            return item("incident", incident.getActivityId(), "is", incident.getEventType(), "type", incident.getIncidentType());
        } else if (event instanceof UserOperationLogEntryEventEntity operation) {
            return item("operation", operation.getOperationType(), "on", operation.getEntityType(), "by", operation.getUserId(),
                    "property", operation.getProperty());
        } else if (event instanceof HistoricBatchEntity batch) {
            return item("batch", batch.getType(), "is", batch.getEventType(), "id", batch.getId());
        }
        return null;
    }

    private static Map<String, Object> activity(HistoricActivityInstanceEventEntity activity, Map<String, Map<String, Object>> entered) {
        if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            Map<String, Object> item = item("activity", activity.getActivityId(), "is", "entered", "type", activity.getActivityType(),
                    "id", activity.getActivityInstanceId());
            entered.put(activity.getActivityInstanceId(), item);
            return item;
        }
        if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE)) {
            return item("activity", activity.getActivityId(), "is", "migrated", "id", activity.getActivityInstanceId());
        }
        if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            String how = activity.isCanceled() ? "cancelled" : "left";
            Map<String, Object> before = entered.remove(activity.getActivityInstanceId());
            if (before == null) {
                return item("activity", activity.getActivityId(), "is", how, "type", activity.getActivityType(), "id", activity.getActivityInstanceId());
            }
            before.put("is", activity.isCanceled() ? "cancelled" : "passed");
            before.remove("id");
        }
        return null;
    }

    private static Map<String, Object> process(HistoricProcessInstanceEventEntity process) {
        if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE)) {
            return null;
        }
        return item("process", process.getProcessDefinitionKey(), "is", process.getEventType(), "id", process.getProcessInstanceId(),
                "calledBy", process.getSuperProcessInstanceId(), "state", process.getState());
    }

    private static Map<String, Object> variable(HistoricVariableUpdateEventEntity variable) {
        if (variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE) || variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)) {
            Object value = variable.getTextValue() == null ? variable.getLongValue() : variable.getTextValue();
            return item("answer", variable.getVariableName(), "value", plain(value), "type", variable.getSerializerName());
        }
        return null;
    }

    private static Map<String, Object> job(HistoricJobLogEvent job) {
        return job.isFailureLog()
                ? item("job", job.getActivityId(), "is", "failed", "retries", job.getJobRetries()) : null;
    }

    /** A value as it may be kept: numbers, booleans, dates and single words; other text as its length. */
    static Object plain(Object value) {
        if (value instanceof String text && !WORD.matcher(text).matches()) {
            return Map.of("characters", text.length());
        }
        return value instanceof Date date ? text(date) : value;
    }

    private static String text(Date date) {
        return date == null ? null : date.toInstant().toString();
    }

    /** A map from names and values in turn, without those that are null. */
    static Map<String, Object> item(Object... namesAndValues) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                item.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return item;
    }
}

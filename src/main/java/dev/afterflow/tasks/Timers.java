package dev.afterflow.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timers that run for a case, and in the words of the drawn process what happens when one rings. */
@Component
class Timers {

    private final JdbcClient sql;
    private final RepositoryService engine;

    Timers(JdbcClient sql, RepositoryService engine) {
        this.sql = sql;
        this.engine = engine;
    }

    /**
     * A running timer.
     *
     * @param zh   name of the event, {@code thenZh} of the step it leads to
     * @param ends whether the step it stands on ends then
     */
    record Timer(Instant at, String activity, String zh, String en, String thenZh, String thenEn, boolean ends) {
    }

    private record Running(Instant at, String definition, String activity) {
    }

    List<Timer> of(String caseNumber) {
        return sql.sql("""
                select j.duedate_ as at, j.process_def_id_ as definition, d.act_id_ as activity
                  from public.act_ru_execution i
                  join public.act_ru_job j on j.process_instance_id_ = i.id_
                  join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                 where i.business_key_ = :number and i.parent_id_ is null and j.type_ = 'timer' and j.duedate_ is not null
                 order by j.duedate_
                """).param("number", caseNumber)
                .query((row, n) -> new Running(row.getTimestamp("at").toInstant(), row.getString("definition"), row.getString("activity")))
                .list().stream().map(this::told).toList();
    }

    private Timer told(Running running) {
        FlowNode event = engine.getBpmnModelInstance(running.definition()).getModelElementById(running.activity());
        FlowNode then = next(event, new HashSet<>());
        boolean ends = !(event instanceof BoundaryEvent border) || border.cancelActivity();
        return new Timer(running.at(), running.activity(), event.getName(), english(event), then == null ? null : then.getName(),
                then == null ? null : english(then), ends);
    }

    /** The first step after the event that is no question; a question that nobody answered yet leads to none. */
    private static FlowNode next(FlowNode from, Set<String> seen) {
        Collection<FlowNode> after = from.getSucceedingNodes().list();
        if (after.size() != 1 || !seen.add(from.getId())) {
            return null;
        }
        FlowNode then = after.iterator().next();
        boolean silent = then instanceof Gateway && then.getOutgoing().size() == 1;
        return silent ? next(then, seen) : then;
    }

    private static String english(FlowElement element) {
        if (element.getExtensionElements() == null) {
            return element.getName();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals("label.en")).map(property -> property.getCamundaValue())
                .findFirst().orElse(element.getName());
    }
}

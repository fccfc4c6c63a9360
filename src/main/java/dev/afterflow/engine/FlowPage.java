package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import tools.jackson.databind.json.JsonMapper;

/** What one transaction did to the flow, kept until just before it commits; a rollback takes it along. */
class FlowPage implements TransactionSynchronization, Ordered {

    private static final JsonMapper JSON = new JsonMapper();
    private static final IdGenerator IDS = new TimeOrderedIds();

    private static final class Entry {
        private String caseNumber;
        private String definition;
        private String who;
        private final List<Map<String, Object>> items = new ArrayList<>();
        private final Map<String, Map<String, Object>> entered = new LinkedHashMap<>();
    }

    private final JdbcClient sql;
    private final Map<String, Entry> byRoot = new LinkedHashMap<>();
    private boolean written;

    FlowPage(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    void note(HistoryEvent event, FlowItems items) {
        if (written) {
            throw new IllegalStateException("The flow moved after its history was written: " + event);
        }
        Entry entry = byRoot.computeIfAbsent(FlowItems.root(event), root -> new Entry());
        if (event instanceof HistoricProcessInstanceEventEntity process && process.getBusinessKey() != null) {
            entry.caseNumber = process.getBusinessKey();
        }
        Map<String, Object> item = items.of(event, entry.entered);
        if (item != null) {
            entry.items.add(item);
            entry.definition = entry.definition == null ? event.getProcessDefinitionId() : entry.definition;
            if (event.getProcessDefinitionId() != null && !event.getProcessDefinitionId().equals(entry.definition)) {
                item.put("of", event.getProcessDefinitionId());
            }
            entry.who = Context.getCommandContext().getAuthenticatedUserId();
            if (entry.caseNumber == null) {
                entry.caseNumber = known(FlowItems.root(event));
            }
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        Entry beside = byRoot.remove("");
        byRoot.forEach((root, entry) -> {
            if (!entry.items.isEmpty()) {
                write(root, entry);
            }
        });
        if (beside != null && !beside.items.isEmpty()) {
            beside.caseNumber = onlyCase();
            write(null, beside);
        }
    }

    /** What was decided outside of a process belongs to the case the transaction was about, if it was about one. */
    private String onlyCase() {
        List<String> numbers = byRoot.values().stream().map(entry -> entry.caseNumber).filter(Objects::nonNull).distinct().toList();
        return numbers.size() == 1 ? numbers.get(0) : null;
    }

    private void write(String root, Entry entry) {
        if (entry.caseNumber == null && root != null) {
            entry.caseNumber = caseNumber(root);
        }
        sql.sql("""
                insert into engine.flow_event (id, root, case_number, definition, who, events)
                values (:id, :root, :caseNumber, :definition, :who, cast(:events as jsonb))
                """)
                .param("id", UUID.fromString(IDS.getNextId())).param("root", root).param("caseNumber", entry.caseNumber)
                .param("definition", entry.definition).param("who", entry.who)
                .param("events", JSON.writeValueAsString(entry.items)).update();
    }

    /** The business key of an instance this command has at hand, or null. */
    private static String known(String root) {
        ExecutionEntity instance = Context.getCommandContext().getDbEntityManager().getCachedEntity(ExecutionEntity.class, root);
        return instance == null ? null : instance.getBusinessKey();
    }

    /** Only the process's own events carry the business key; for the rest the running instance knows it. */
    private String caseNumber(String root) {
        return sql.sql("select business_key_ from public.act_ru_execution where id_ = :root").param("root", root)
                .query(String.class).optional().orElse(null);
    }
}

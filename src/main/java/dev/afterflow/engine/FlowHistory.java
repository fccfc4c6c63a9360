package dev.afterflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects what the engine reports on one page a transaction, which is written as the transaction's last act. */
class FlowHistory implements HistoryEventHandler {

    private final JdbcClient sql;
    private final boolean engineKeepsItsOwn;
    private final FlowItems items = new FlowItems(new ContentHashes());

    FlowHistory(JdbcClient sql, boolean engineKeepsItsOwn) {
        this.sql = sql;
        this.engineKeepsItsOwn = engineKeepsItsOwn;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent failed && !engineKeepsItsOwn) {
            dropStackTrace(failed);
        }
        page().note(event, items);
    }

    /** The engine has queued the history's copy of the stack trace before it tells us; the job keeps its own. */
    private static void dropStackTrace(HistoricJobLogEvent event) {
        if (event.getExceptionByteArrayId() != null) {
            DbEntityManager db = Context.getCommandContext().getDbEntityManager();
            ByteArrayEntity trace = db.getCachedEntity(ByteArrayEntity.class, event.getExceptionByteArrayId());
            if (trace != null) {
                db.delete(trace);
            }
        }
    }

    private FlowPage page() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(FlowPage.class::isInstance).map(FlowPage.class::cast).findFirst().orElseGet(() -> {
                    FlowPage page = new FlowPage(sql);
                    TransactionSynchronizationManager.registerSynchronization(page);
                    return page;
                });
    }
}

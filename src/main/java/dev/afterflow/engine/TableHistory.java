package dev.afterflow.engine;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;

/** Tells the history of each table that is asked, but for one that is asked only to be looked at. */
class TableHistory extends DefaultDmnHistoryEventProducer {

    private final RuleHits hits;

    TableHistory(RuleHits hits) {
        this.hits = hits;
    }

    @Override
    public HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent asked) {
        return hits.isLooking() ? null : super.createDecisionEvaluatedEvt(asked);
    }

    @Override
    public HistoryEvent createDecisionEvaluatedEvt(DelegateExecution execution, DmnDecisionEvaluationEvent asked) {
        return hits.isLooking() ? null : super.createDecisionEvaluatedEvt(execution, asked);
    }
}

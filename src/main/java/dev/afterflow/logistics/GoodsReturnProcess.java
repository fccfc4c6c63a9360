package dev.afterflow.logistics;

import dev.afterflow.logistics.JdbcHearing.News;
import dev.afterflow.tasks.Tokens;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the processes goods-return and replacement-shipment what became of their parcels, each thing once and in its order. */
@Component
class GoodsReturnProcess {

    static final String SENT = "logistics.returnShipped";
    static final String ARRIVED = "logistics.parcelReceived";
    static final String TROUBLE = "logistics.returnLost";
    static final String DELIVERED = "logistics.replacementDelivered";

    private final RuntimeService runtime;
    private final JdbcHearing hearing;
    private final JdbcGoodsReturns store;
    private final Terms terms;
    private final Tokens tokens;

    GoodsReturnProcess(@Lazy RuntimeService runtime, JdbcHearing hearing, JdbcGoodsReturns store, Terms terms, Tokens tokens) {
        this.runtime = runtime;
        this.hearing = hearing;
        this.store = store;
        this.terms = terms;
        this.tokens = tokens;
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. */
    @ApplicationModuleListener
    void moved(ParcelMoved event) {
        if (event.replacement()) {
            delivered(event.caseNumber());
        } else {
            hearing.owed(event.caseNumber()).forEach(news -> tell(event.caseNumber(), news));
        }
    }

    /** Tells what is owed if anybody is there to hear it. */
    void tellWaiting(String caseNumber) {
        if (runtime.createExecutionQuery().processInstanceBusinessKey(caseNumber).messageEventSubscriptionName(SENT).count() > 0
                || runtime.createExecutionQuery().processInstanceBusinessKey(caseNumber).messageEventSubscriptionName(ARRIVED).count() > 0) {
            hearing.owed(caseNumber).forEach(news -> tell(caseNumber, news));
        }
    }

    private void tell(String caseNumber, News news) {
        GoodsReturn known = store.latest(caseNumber).orElseThrow();
        GoodsReturn.Way way = known.way();
        Map<String, Object> answers = new HashMap<>();
        String message = switch (news) {
            case SENT -> {
                answers.put("arrivalBy", Date.from(way.arrivalBy() == null ? way.arrivedAt() : way.arrivalBy()));
                yield SENT;
            }
            case ARRIVED -> {
                answers.putAll(terms.counting(known));
                yield ARRIVED;
            }
            case TROUBLE -> {
                answers.putAll(terms.tracing(known));
                yield TROUBLE;
            }
        };
        if (news == News.TROUBLE) {
            tokens.tell(caseNumber, message, answers);
        } else {
            tokens.deliver(caseNumber, message, answers);
        }
        hearing.heard(caseNumber, news);
    }

    /** After the days of waiting nobody listens any more, and nobody has to. */
    private void delivered(String caseNumber) {
        if (hearing.delivered(caseNumber)) {
            tokens.tell(caseNumber, DELIVERED, Map.of());
        }
    }
}

package dev.afterflow.complaints;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.remedies.BuyerChose;
import dev.afterflow.tasks.Tasks;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process logistics-complaint: it begins with its case and hears what buyer, carrier and parcel do meanwhile. */
@Component
class ComplaintProcess {

    static final String KEY = "logistics-complaint";
    static final String WITHDRAWN = "complaints.complaintWithdrawn";
    static final String NEWS = "complaints.newsHeard";
    static final String SIGNED = "complaints.parcelSigned";
    static final String FOUND = "complaints.goodsFound";
    static final String OBJECTED = "complaints.buyerObjected";
    static final String CHOSE = "remedies.buyerChose";

    private final RuntimeService runtime;
    private final ComplaintTurns turns;
    private final ComplaintRemedy remedy;
    private final ComplaintProof proof;
    private final Tasks tasks;

    ComplaintProcess(@Lazy RuntimeService runtime, ComplaintTurns turns, ComplaintRemedy remedy, ComplaintProof proof, Tasks tasks) {
        this.runtime = runtime;
        this.turns = turns;
        this.remedy = remedy;
        this.proof = proof;
        this.tasks = tasks;
    }

    @EventListener(condition = "#event.process() == 'logistics-complaint'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number(), Map.of());
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. */
    @ApplicationModuleListener
    void moved(ComplaintMoved event) {
        tasks.hold(event.caseNumber());
        if (!turns.stillHolds(event)) {
            return;
        }
        switch (event.turn()) {
            case NEWS -> deliver(event.caseNumber(), NEWS);
            case SIGNED -> anywhere(event.caseNumber(), SIGNED);
            case FOUND -> deliver(event.caseNumber(), FOUND);
            case DENIED -> {
                proof.denied(event.caseNumber());
                anywhere(event.caseNumber(), OBJECTED);
            }
        }
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        tasks.hold(event.number());
        if (turns.changed(event)) {
            anywhere(event.number(), WITHDRAWN);
        }
    }

    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        turns.wrote(event);
    }

    @ApplicationModuleListener
    void answered(CarrierAnswered event) {
        turns.answered(event);
    }

    /** Only an offer that still waits hears of it. */
    @ApplicationModuleListener
    void chose(BuyerChose event) {
        tasks.hold(event.caseNumber());
        if (remedy.awaitsChoice(event.caseNumber(), event.offer())) {
            anywhere(event.caseNumber(), CHOSE);
        }
    }

    /** Only the case's own instance hears it, whatever it has called. */
    private void deliver(String caseNumber, String message) {
        ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey(KEY).singleResult();
        if (instance == null) {
            throw nobody(caseNumber, message);
        }
        heard(caseNumber, message, runtime.createMessageCorrelation(message).processInstanceId(instance.getId()));
    }

    /** Whichever of the case's instances waits for it. */
    private void anywhere(String caseNumber, String message) {
        heard(caseNumber, message, runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber));
    }

    private static void heard(String caseNumber, String message, MessageCorrelationBuilder correlation) {
        if (correlation.correlateAllWithResult().isEmpty()) {
            throw nobody(caseNumber, message);
        }
    }

    private static IllegalStateException nobody(String caseNumber, String message) {
        return new IllegalStateException("Nobody in case " + caseNumber + " waits for " + message + " yet");
    }
}

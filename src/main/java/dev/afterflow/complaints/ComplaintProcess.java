package dev.afterflow.complaints;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.remedies.BuyerChose;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
    private final Tokens tokens;

    ComplaintProcess(@Lazy RuntimeService runtime, ComplaintTurns turns, ComplaintRemedy remedy, ComplaintProof proof, Tasks tasks, Tokens tokens) {
        this.runtime = runtime;
        this.turns = turns;
        this.remedy = remedy;
        this.proof = proof;
        this.tasks = tasks;
        this.tokens = tokens;
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
            case NEWS -> tokens.deliverTo(KEY, event.caseNumber(), NEWS, Map.of());
            case SIGNED -> tokens.deliver(event.caseNumber(), SIGNED, Map.of());
            case FOUND -> tokens.deliverTo(KEY, event.caseNumber(), FOUND, Map.of());
            case DENIED -> {
                proof.denied(event.caseNumber());
                tokens.deliver(event.caseNumber(), OBJECTED, Map.of());
            }
        }
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        tasks.hold(event.number());
        if (turns.changed(event)) {
            tokens.deliver(event.number(), WITHDRAWN, Map.of());
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
            tokens.deliver(event.caseNumber(), CHOSE, Map.of());
        }
    }
}

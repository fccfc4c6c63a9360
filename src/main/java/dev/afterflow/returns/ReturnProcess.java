package dev.afterflow.returns;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.remedies.BuyerChose;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process return-exchange: it begins with its case and hears what buyer and platform do meanwhile. */
@Component
class ReturnProcess {

    static final String KEY = "return-exchange";
    static final String WITHDRAWN = "returns.requestWithdrawn";
    static final String CHANGED = "returns.requestReopened";
    static final String STEPPED_IN = "returns.platformSteppedIn";
    static final String DECIDED = "returns.platformDecided";
    static final String CHOSE = "remedies.buyerChose";

    private final RuntimeService runtime;
    private final Meanwhile meanwhile;
    private final Intervening intervening;
    private final Remedying remedying;
    private final Tasks tasks;
    private final Tokens tokens;
    private final Cases cases;

    ReturnProcess(@Lazy RuntimeService runtime, Meanwhile meanwhile, Intervening intervening, Remedying remedying, Tasks tasks, Tokens tokens, Cases cases) {
        this.runtime = runtime;
        this.meanwhile = meanwhile;
        this.intervening = intervening;
        this.remedying = remedying;
        this.tasks = tasks;
        this.tokens = tokens;
        this.cases = cases;
    }

    @EventListener(condition = "#event.process() == 'return-exchange'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number(), Map.of("goodsBack", false));
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. A case of another process has its own ears. */
    @ApplicationModuleListener
    void changed(RequestChanged event) {
        String number = event.number();
        if (cases.look(number).filter(of -> of.process().equals(KEY)).isEmpty()) {
            return;
        }
        tasks.hold(number);
        switch (event.change()) {
            case WITHDRAWN -> turn(number, meanwhile.withdrawn(number, false), WITHDRAWN);
            case PLATFORM_CLOSED -> turn(number, meanwhile.withdrawn(number, true), WITHDRAWN);
            case REOPENED -> turn(number, meanwhile.changed(number, true), WITHDRAWN);
            case UPDATED -> turn(number, meanwhile.changed(number, false), WITHDRAWN);
            case PLATFORM_STEPPED_IN -> intervening.steppedIn(number).ifPresent(until ->
                    tokens.deliverTo(KEY, number, STEPPED_IN, Map.of("platformBy", Date.from(until))));
            case PLATFORM_DECIDED -> turn(number, intervening.decided(number), DECIDED);
        }
    }

    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        if (walksElsewhere(event.caseNumber())) {
            return;
        }
        tasks.hold(event.caseNumber());
        turn(event.caseNumber(), meanwhile.wrote(event.caseNumber(), event.text()), WITHDRAWN);
    }

    @ApplicationModuleListener
    void conceded(Intervening.Conceded event) {
        tasks.hold(event.caseNumber());
        turn(event.caseNumber(), meanwhile.changed(event.caseNumber(), true), WITHDRAWN);
    }

    /** Only an offer that still waits hears of it; another turn of the request came first otherwise. */
    @ApplicationModuleListener
    void chose(BuyerChose event) {
        tasks.hold(event.caseNumber());
        if (remedying.awaitsChoice(event.caseNumber(), event.offer())) {
            tokens.deliver(event.caseNumber(), CHOSE, Map.of());
        }
    }

    /** Another room's process only had its refund settled here; it hears its buyer itself. */
    private boolean walksElsewhere(String caseNumber) {
        return cases.look(caseNumber).filter(known -> !KEY.equals(known.process())).isPresent();
    }

    private void turn(String caseNumber, Meanwhile.Turn turn, String end) {
        switch (turn) {
            case NONE -> { }
            case END -> tokens.deliverTo(KEY, caseNumber, end, Map.of());
            case ANEW -> tokens.deliverTo(KEY, caseNumber, CHANGED, Map.of("goodsBack", false));
            case GOODS -> tokens.deliverTo(KEY, caseNumber, CHANGED, Map.of("goodsBack", true));
        }
    }
}

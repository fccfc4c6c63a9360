package dev.afterflow.repairs;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Outgoing verbs of the process repair: it begins with its case and hears answers, failures and what ends it from outside. */
@Component
class RepairProcess {

    static final String KEY = "repair";
    static final String SPARE = "spare-return";
    static final String TURNED = "repairs.repairTurned";
    static final String FAILED = "repairs.repairFailedAgain";
    static final String ANSWERED = "repairs.quoteAnswered";

    private final RuntimeService runtime;
    private final Repairs repairs;
    private final Workbench bench;
    private final Quotes quotes;
    private final Spares spares;
    private final Cases cases;
    private final Tasks tasks;
    private final Tokens tokens;

    RepairProcess(@Lazy RuntimeService runtime, Repairs repairs, Workbench bench, Quotes quotes, Spares spares, Cases cases,
                  Tasks tasks, Tokens tokens) {
        this.runtime = runtime;
        this.repairs = repairs;
        this.bench = bench;
        this.quotes = quotes;
        this.spares = spares;
        this.cases = cases;
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @EventListener(condition = "#event.process() == 'repair'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number());
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. A buyer who insists within thirty days says it failed. */
    @ApplicationModuleListener
    void changed(RequestChanged event) {
        String number = event.number();
        if (cases.look(number).filter(of -> of.process().equals(KEY)).isEmpty()) {
            return;
        }
        tasks.hold(number);
        switch (event.change()) {
            case WITHDRAWN -> turn(number, "WITHDRAWN");
            case PLATFORM_CLOSED -> turn(number, "PLATFORM_CLOSED");
            case PLATFORM_STEPPED_IN -> repairs.escalate(number);
            case PLATFORM_DECIDED -> cases.intervention(number).filter(word -> Boolean.TRUE.equals(word.forBuyer())).ifPresent(word -> turn(number, "PLATFORM_PAID"));
            case REOPENED, UPDATED -> {
                if (bench.isProving(number)) {
                    tokens.deliver(number, FAILED, Map.of());
                }
            }
        }
    }

    /** A device that was lent is asked for beside all else, once. */
    @ApplicationModuleListener
    void spareDue(Spare.Due event) {
        if (spares.begin(event.caseNumber())) {
            runtime.startProcessInstanceByKey(SPARE, event.caseNumber());
        }
    }

    private void turn(String number, String outcome) {
        if (repairs.turn(number, outcome, bench.isOnTheWay(number))) {
            tokens.deliver(number, TURNED, Map.of());
        }
    }

    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        quotes.heard(event.caseNumber(), event.text()).ifPresent(accepted -> answered(event.caseNumber(), accepted, null, Who.ifAny().orElse(Who.SYSTEM)));
    }

    /** The buyer's answer to a quote, written or told on the phone. */
    @Transactional
    public void answered(String number, boolean accepted, String note, Who who) {
        quotes.answer(number, accepted, note, who);
        tokens.deliver(number, ANSWERED, Map.of("quoteAnswer", accepted ? "accepted" : "refused"));
    }

    /** The buyer says that it does not work again; 409 unless it is vouched for. */
    @Transactional
    public void failedAgain(String number) {
        repairs.find(number);
        if (!bench.isProving(number)) {
            throw Problem.conflict("repairs.notProving", "没有在保证期内的维修", "Nothing that was repaired is vouched for");
        }
        tasks.hold(number);
        tokens.deliver(number, FAILED, Map.of());
    }
}

package dev.afterflow.care;

import dev.afterflow.care.Matter.Kind;
import dev.afterflow.care.Matter.News;
import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of this room's processes: they begin with their case and hear what happens to its order and what the buyer says. */
@Component
class CareProcess {

    private static final String BUYER_CHOSE = "care.buyerChose";
    private static final String WITHDREW = "care.changeWithdrawn";
    private static final String FLAG_SETTLED = "care.flagSettled";
    private static final String STOP_ANSWERED = "care.interceptionAnswered";
    private static final Map<Kind, Map<News, String>> MESSAGES = Map.of(
            Kind.LATE, Map.of(News.SHIPPED, "care.orderShipped", News.ENDED, "care.orderEnded"),
            Kind.EXCEPTION, Map.of(News.SHIPPED, "care.orderMoved", News.ENDED, "care.orderMoved", News.STOCK, "care.orderMoved"),
            Kind.CHANGE, Map.of(News.SHIPPED, "care.orderShipped"),
            Kind.COD, Map.of(News.SHIPPED, "care.orderShipped", News.ENDED, "care.orderEnded", News.DELIVERED, "care.parcelDelivered",
                    News.REFUSED, "care.parcelRefused"));

    private final RuntimeService runtime;
    private final Beginnings beginnings;
    private final Exceptions exceptions;
    private final Changes changes;
    private final Interceptions interceptions;
    private final Tasks tasks;
    private final Tokens tokens;

    CareProcess(@Lazy RuntimeService runtime, Beginnings beginnings, Exceptions exceptions, Changes changes, Interceptions interceptions,
                Tasks tasks, Tokens tokens) {
        this.runtime = runtime;
        this.beginnings = beginnings;
        this.exceptions = exceptions;
        this.changes = changes;
        this.interceptions = interceptions;
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @EventListener
    void begin(CaseOpened event) {
        Optional<Kind> ours = Arrays.stream(Kind.values()).filter(kind -> kind.process().equals(event.process())).findFirst();
        ours.ifPresent(kind -> runtime.startProcessInstanceByKey(kind.process(), event.number(), beginnings.of(event.number(), kind)));
    }

    /** Tells the process of a matter what happened to its order; false while it does not wait for that, and it is told later. */
    boolean tell(Matter matter, News news) {
        String message = MESSAGES.get(matter.kind()).get(news);
        return message != null && tokens.tell(matter.caseNumber(), message, Map.of());
    }

    /** Whether a matter of this kind waits for such news at all. */
    static boolean listens(Kind kind, News news) {
        return MESSAGES.get(kind).containsKey(news);
    }

    /** A message that is no choice is left to people; a choice that comes while nobody waits has come too late. */
    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        if (exceptions.heard(event.caseNumber(), event.text()).isEmpty()) {
            return;
        }
        tasks.hold(event.caseNumber());
        exceptions.heard(event.caseNumber(), event.text()).ifPresent(choice -> {
            String chosen = exceptions.choose(event.caseNumber(), choice, event.text(), Who.SYSTEM.login());
            tokens.deliver(event.caseNumber(), BUYER_CHOSE, Map.of("choice", chosen));
        });
    }

    /** Who withdraws after somebody decided has come too late, and is told what was decided. */
    @ApplicationModuleListener
    void changed(RequestChanged event) {
        boolean gone = event.change() == RequestChanged.Change.WITHDRAWN || event.change() == RequestChanged.Change.PLATFORM_CLOSED;
        if (gone && changes.undecided(event.number())) {
            tasks.hold(event.number());
            if (changes.withdrawn(event.number())) {
                tokens.deliver(event.number(), WITHDREW, Map.of());
            }
        }
    }

    /** What a carrier says about a parcel it was asked to stop; after a day without an answer nobody waits for it any more. */
    @ApplicationModuleListener
    void answered(CarrierAnswered event) {
        if (event.kind() != CarrierRequest.Kind.INTERCEPT) {
            return;
        }
        tasks.hold(event.caseNumber());
        if (interceptions.answered(event)) {
            tokens.deliver(event.caseNumber(), STOP_ANSWERED, Map.of());
        }
    }

    /** Wakes the token that waits for this flag; whoever took over by hand does not listen any more. */
    void flagSettled(String caseNumber, String flagNo, boolean set) {
        runtime.createMessageCorrelation(FLAG_SETTLED).processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("effectNo", flagNo).setVariable("flagSet", set).correlateAllWithResult();
    }
}

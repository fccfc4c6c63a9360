package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.returns.Return.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The marketplace steps in, is answered by a person, and decides; what it paid is never paid a second time. */
@Component
@Transactional
class Intervening {

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Homecoming homecoming;
    private final AnswerTerms terms;
    private final MarketGave gave;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intervening(JdbcReturns store, JdbcAnswers answers, Homecoming homecoming, AnswerTerms terms, MarketGave gave, Cases cases, Timeline timeline, Audit audit,
                ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.homecoming = homecoming;
        this.terms = terms;
        this.gave = gave;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** We gave in to the platform: the request is looked at once more. */
    record Conceded(String caseNumber) {
    }

    /** Until when the platform is to be answered; empty if the request is over or the platform has decided. */
    Optional<Instant> steppedIn(String caseNumber) {
        Optional<Cases.Intervention> told = cases.intervention(caseNumber).filter(known -> known.forBuyer() == null);
        return store.lock(caseNumber).filter(known -> told.isPresent() && cases.find(caseNumber).open())
                .map(known -> terms.answerPlatform(known, told.get().deadline(), clock.instant()));
    }

    /** What a person tells the platform; giving in sends a refused request back to a person. */
    void answer(String caseNumber, boolean concedes, String words, String note, List<String> evidence, Who who) {
        Return known = store.lock(caseNumber).orElseThrow();
        String said = concedes ? "CONCEDED" : "CONTESTED";
        answers.add(known, new JdbcAnswers.Said("answerPlatform", said, null, null, words, note, false, evidence), who);
        timeline.add(caseNumber, "DECISION", concedes ? "答复平台：同意买家" : "答复平台：举证说明",
                concedes ? "Answered the platform: we agree with the buyer" : "Answered the platform with our evidence", Map.of("words", words));
        audit.record(known.shop(), "PLATFORM_" + said, "case", caseNumber, Map.of("by", who.login(), "evidence", evidence.size()));
        if (concedes && known.state() == State.REFUSED) {
            events.publishEvent(new Conceded(caseNumber));
        }
    }

    /** Takes the verdict unless money is decided already; then our own payment is the only one. */
    Meanwhile.Turn decided(String caseNumber) {
        Optional<Return> held = store.lock(caseNumber);
        Optional<Cases.Intervention> verdict = cases.intervention(caseNumber).filter(known -> known.forBuyer() != null);
        if (held.isEmpty() || verdict.isEmpty() || !cases.find(caseNumber).open()) {
            return Meanwhile.Turn.NONE;
        }
        Return known = held.get();
        boolean forBuyer = verdict.get().forBuyer();
        if (!known.state().mayBeWithdrawn()) {
            return tooLate(known, verdict.get());
        }
        store.save(known.to(forBuyer ? State.PLATFORM_PAID : State.PLATFORM_DISMISSED));
        if (forBuyer) {
            gave.book(known, verdict.get().paid());
            timeline.add(caseNumber, "MONEY", "平台已退给买家 " + Words.inChinese(verdict.get().paid()) + "，我方不再付款",
                    "The marketplace paid the buyer " + Words.inEnglish(verdict.get().paid()) + "; nothing more is paid", Map.of());
        }
        audit.record(known.shop(), forBuyer ? "PLATFORM_PAID" : "PLATFORM_DISMISSED", "case", caseNumber,
                Map.of("paid", forBuyer ? verdict.get().paid().minor() : 0));
        return !forBuyer && homecoming.areHere(caseNumber) ? Meanwhile.Turn.GOODS : Meanwhile.Turn.END;
    }

    /** Our refund is on its way: what the platform paid beside it is claimed back by people, in a case of its own. */
    private Meanwhile.Turn tooLate(Return known, Cases.Intervention verdict) {
        timeline.add(known.caseNumber(), "MONEY", "平台判定时我方退款已下达，不再另付", "Our refund was decided before the verdict; nothing is paid beside it",
                Map.of());
        if (verdict.paid() != null && verdict.paid().isPositive()) {
            Case of = cases.find(known.caseNumber());
            cases.open(new Cases.NewCase(known.shop(), "returns", "paidTwice:" + known.caseNumber(), "1", Case.Kind.DISPUTE, known.orderId(),
                    of.buyerId(), "PLATFORM", "PAID_TWICE", "平台已退款，我方退款也已下达：请核对并向平台追回 / The marketplace paid and our refund "
                    + "was decided too: check and claim it back", verdict.paid(), of.lines(), of.goodsReceived(), null));
        }
        return Meanwhile.Turn.NONE;
    }
}

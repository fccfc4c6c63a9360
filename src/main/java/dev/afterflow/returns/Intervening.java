package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.returns.Return.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Meanwhile meanwhile;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intervening(JdbcReturns store, JdbcAnswers answers, Homecoming homecoming, AnswerTerms terms, MarketGave gave, Meanwhile meanwhile, Cases cases, Timeline timeline, Audit audit,
                ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.homecoming = homecoming;
        this.terms = terms;
        this.gave = gave;
        this.meanwhile = meanwhile;
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
            return tooLate(known);
        }
        if (forBuyer && gave.goesOn(caseNumber)) {
            return partly(known, verdict.get().paid());
        }
        store.save((forBuyer ? gave.book(known) : known).to(forBuyer ? State.PLATFORM_PAID : State.PLATFORM_DISMISSED));
        if (forBuyer) {
            Money all = Stream.concat(Stream.of(verdict.get().paid()), cases.given(caseNumber).stream().filter(Cases.Given::over).map(Cases.Given::paid))
                    .filter(each -> each.currency().equals(verdict.get().paid().currency())).reduce(Money::plus).orElseThrow();
            timeline.add(caseNumber, "MONEY", "平台已退给买家 " + Words.inChinese(all) + "，我方不再付款",
                    "The marketplace paid the buyer " + Words.inEnglish(all) + "; nothing more is paid", Map.of());
        }
        audit.record(known.shop(), forBuyer ? "PLATFORM_PAID" : "PLATFORM_DISMISSED", "case", caseNumber,
                Map.of("paid", forBuyer ? verdict.get().paid().minor() : 0));
        return !forBuyer && homecoming.areHere(caseNumber) ? Meanwhile.Turn.GOODS : Meanwhile.Turn.END;
    }

    /** The marketplace paid one of several requests: the others are looked at as they are now. */
    private Meanwhile.Turn partly(Return known, Money paid) {
        store.save(gave.book(known));
        timeline.add(known.caseNumber(), "MONEY", "平台已退给买家其中一项申请的 " + Words.inChinese(paid) + "，其余申请继续处理",
                "The marketplace paid the buyer " + Words.inEnglish(paid) + " on one of the requests; the others go on", Map.of());
        audit.record(known.shop(), "PLATFORM_PAID_PART", "case", known.caseNumber(), Map.of("paid", paid.minor()));
        return meanwhile.changed(known.caseNumber(), false);
    }

    /** Our refund is on its way: what the platform paid beside it is claimed back by people, in a case of its own. */
    private Meanwhile.Turn tooLate(Return known) {
        timeline.add(known.caseNumber(), "MONEY", "平台判定时我方退款已下达，不再另付", "Our refund was decided before the verdict; nothing is paid beside it",
                Map.of());
        for (Cases.Given given : gave.fresh(known, Math.max(1, known.refundSeq()))) {
            claimBack(known, given);
        }
        return Meanwhile.Turn.NONE;
    }

    private void claimBack(Return known, Cases.Given given) {
        if (given.paid().isPositive()) {
            Case of = cases.find(known.caseNumber());
            cases.open(new Cases.NewCase(known.shop(), "returns", "paidTwice:" + known.caseNumber() + "/" + given.externalId(), "1", Case.Kind.DISPUTE, known.orderId(),
                    of.buyerId(), "PLATFORM", "PAID_TWICE", "平台已退款，我方退款也已下达：请核对并向平台追回 / The marketplace paid and our refund "
                    + "was decided too: check and claim it back", given.paid(), of.lines(), of.goodsReceived(), null));
        }
    }
}

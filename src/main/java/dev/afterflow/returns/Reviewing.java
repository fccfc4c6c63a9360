package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer's answer: agree within what was asked and paid, refuse on a lawful ground, or ask the buyer. */
@Component
@Transactional
class Reviewing {

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Gathering gathering;
    private final Cases cases;
    private final Timeline timeline;
    private final AnswerTerms terms;
    private final MarketRule market;
    private final MarketWord word;
    private final Audit audit;

    Reviewing(JdbcReturns store, JdbcAnswers answers, Gathering gathering, Cases cases, Timeline timeline, AnswerTerms terms,
              MarketRule market, MarketWord word, Audit audit) {
        this.store = store;
        this.answers = answers;
        this.gathering = gathering;
        this.cases = cases;
        this.timeline = timeline;
        this.terms = terms;
        this.market = market;
        this.word = word;
        this.audit = audit;
    }

    /** What was typed; amount as text, grounds only of a refusal: the law's, and the marketplace's own code. */
    record Typed(String amount, boolean consented, String ground, String marketGround, String words, String note, List<String> evidence) {

        Typed saying(String other) {
            return new Typed(amount, consented, ground, marketGround, other, note, evidence);
        }
    }

    /** Agrees to an amount; less than the buyer can count on needs their written consent, attached. */
    void agree(String caseNumber, Typed typed, Who who) {
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        Money amount = amount(typed.amount(), known.currency());
        Money most = facts.asked().askedAmount() == null ? facts.left() : facts.left().min(facts.asked().askedAmount());
        if (!amount.isPositive() || amount.compareTo(most) > 0) {
            throw Problem.invalid("amount", "range", "金额须大于零，且不超过 " + Words.plain(most),
                    "More than nothing and at most " + Words.plain(most));
        }
        boolean less = amount.compareTo(known.finding().rule().owed(facts)) < 0;
        if (less && (!typed.consented() || typed.evidence().isEmpty())) {
            throw Problem.invalid("buyerConsents", "consentNeeded", "金额低于应退，须买家书面同意并附凭证",
                    "Less than is due: the buyer's written consent is needed, attached as evidence");
        }
        answered(known.course(known.course().agreed(Remedying.REFUND)), Return.State.AGREED, amount, null, typed, who);
    }

    /** Agrees to goods: what the buyer asked for, or with their written consent something else of the list. */
    void agreeGoods(String caseNumber, String remedy, Typed typed, Who who) {
        Return known = locked(caseNumber);
        Case.Kind kind = gathering.of(caseNumber).asked().kind();
        if (!remedy.equals(Remedying.asked(kind)) && (!typed.consented() || typed.evidence().isEmpty())) {
            throw Problem.invalid("buyerConsents", "consentNeeded", "与买家所求不同，请给出选择，或附买家书面同意的凭证",
                    "Not what the buyer asked for: offer it to choose from, or attach the buyer's written consent");
        }
        answered(known.course(known.course().agreed(remedy)), Return.State.GOODS, null, null, typed, who);
        word.agreed(caseNumber);
    }

    /** The request now waits for the buyer's choice. */
    void offered(String caseNumber, Typed typed, Who who) {
        answered(locked(caseNumber), Return.State.OFFERED, null, null, typed, who);
    }

    /** Refuses: only a person, only on a ground of the closed list, never an unshipped order. Answers until when the buyer may react. */
    Instant refuse(String caseNumber, Typed typed, Who who) {
        if (who.kind() != Who.Kind.PERSON) {
            throw Problem.forbidden("returns.personNeeded", "只有人可以拒绝请求", "Only a person may refuse a request");
        }
        Return known = locked(caseNumber);
        market.demandRefusable(caseNumber, "decision");
        word.demandSayable(caseNumber, typed.words());
        Ground ground = Ground.demand(typed.ground(), known, gathering.of(caseNumber), typed.evidence());
        answered(known, Return.State.REFUSED, null, ground, typed, who);
        word.refused(caseNumber, typed.marketGround(), typed.words());
        terms.stop(caseNumber, AnswerTerms.DEMAND);
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        return terms.afterRefusal(known, gathering.of(caseNumber).now());
    }

    /** Asks the buyer to add or change; answers until when we wait, never past our own deadline. */
    Instant askBuyer(String caseNumber, Typed typed, Who who) {
        Return known = locked(caseNumber);
        answered(known, Return.State.ASKED, null, null, typed, who);
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        return terms.forBuyer(known, "buyerEvidence", gathering.of(caseNumber).now());
    }

    private void answered(Return known, Return.State state, Money amount, Ground ground, Typed typed, Who who) {
        String name = ground == null ? null : ground.name();
        store.save(known.answered(state, amount, new Return.Answer(name, typed.words(), typed.note(), who.login(), who.roles())));
        answers.add(known, new JdbcAnswers.Said("reviewRequest", state.name(), amount, name, typed.words(), typed.note(),
                typed.consented(), typed.evidence()), who);
        terms.stop(known.caseNumber(), AnswerTerms.ANSWER);
        timeline.add(known.caseNumber(), "DECISION", zh(state, known.course().remedy()) + (amount == null ? "" : " " + Words.inChinese(amount)),
                en(state, known.course().remedy()) + (amount == null ? "" : ": " + Words.inEnglish(amount)), Map.of("state", state.name()));
        audit.record(known.shop(), "REQUEST_" + state.name(), "case", known.caseNumber(), Map.of("by", who.login(),
                "amount", amount == null ? 0 : amount.minor(), "ground", name == null ? "" : name));
    }

    private static String zh(Return.State state, String remedy) {
        return switch (state) {
            case AGREED -> "审核同意退款";
            case GOODS -> "审核同意" + Words.chinese(remedy);
            case OFFERED -> "请买家选择";
            case REFUSED -> "审核拒绝";
            default -> "请买家补充或修改";
        };
    }

    private static String en(Return.State state, String remedy) {
        return switch (state) {
            case AGREED -> "Reviewed: refund agreed";
            case GOODS -> "Reviewed: agreed, " + Words.english(remedy);
            case OFFERED -> "The buyer is asked to choose";
            case REFUSED -> "Reviewed: refused";
            default -> "The buyer is asked to add or change";
        };
    }

    static Money amount(String typed, String currency) {
        try {
            return Money.parse(typed, currency);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("amount", "money", "请填写 " + currency + " 金额，例如 129.50", "Write an amount of " + currency + ", such as 129.50");
        }
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}

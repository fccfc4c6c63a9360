package dev.afterflow.returns;

import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.money.Money;
import dev.afterflow.returns.Return.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor's ruling on goods that came back otherwise than expected: accept, take something off, or refuse on a ground. */
@Component
@Transactional
class ReturnReview {

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Gathering gathering;
    private final Homecoming homecoming;
    private final Amounts amounts;
    private final Telling telling;
    private final MarketRule market;
    private final MarketWord word;
    private final Timeline timeline;
    private final Audit audit;

    ReturnReview(JdbcReturns store, JdbcAnswers answers, Gathering gathering, Homecoming homecoming, Amounts amounts, Telling telling,
                 MarketRule market, MarketWord word, Timeline timeline, Audit audit) {
        this.store = store;
        this.answers = answers;
        this.gathering = gathering;
        this.homecoming = homecoming;
        this.amounts = amounts;
        this.telling = telling;
        this.market = market;
        this.word = word;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** What was typed; amount only of a deduction, freight what the buyer advanced for a way back that is ours to pay. */
    record Typed(String amount, String freight, Reviewing.Typed said) {
    }

    /** By the rule for what came: the exchange goes on, or the money is owed with the freight the buyer advanced for us. */
    void accept(String caseNumber, Typed typed, Who who) {
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        if (Concluding.exchangeWanted(known, facts) && homecoming.areHere(caseNumber) && homecoming.replacement(caseNumber).isEmpty()) {
            rule(known, State.GOODS, "ACCEPTED", null, null, typed.said(), who);
            return;
        }
        boolean told = homecoming.goods(caseNumber).flatMap(Amounts::advanced).isPresent();
        Money rule = amounts.owed(known, facts, homecoming.goods(caseNumber));
        Money owed = told ? rule : withFreight(rule, typed, known, facts);
        if (!owed.isPositive()) {
            throw Problem.invalid("decision", "nothingOwed", "按规则没有应退金额，请填写扣款后的金额，或依法拒绝",
                    "Nothing is owed by the rules; write an amount, or refuse on a ground");
        }
        boolean less = owed.compareTo(amounts.forAll(known, facts)) < 0;
        Reviewing.Typed said = less ? typed.said().saying(ground(caseNumber, facts)) : typed.said();
        rule(less ? known.course(known.course().because("DEDUCTED")) : known, State.AGREED, "ACCEPTED", owed, null, said, who);
    }

    /** What inspection found, in the buyer's language. */
    private String ground(String caseNumber, Facts facts) {
        boolean chinese = Telling.language(facts).startsWith("zh");
        return homecoming.goods(caseNumber).map(GoodsReturn::inspection).map(found -> Vocabulary.half(found.ground(), chinese)).orElse("");
    }

    /** Less than the rule says, with the reason told to the buyer; never for goods found intact. */
    void deduct(String caseNumber, Typed typed, Who who) {
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        if ("intact".equals(outcome(caseNumber))) {
            throw Problem.invalid("decision", "intactIsPaidInFull", "检验完好的商品不得扣款", "Nothing is taken off for goods found intact");
        }
        Money whole = amounts.forAll(known, facts);
        Money amount = Reviewing.amount(typed.amount(), known.currency());
        if (!amount.isPositive() || amount.compareTo(whole) > 0) {
            throw Problem.invalid("amount", "range", "金额须大于零，且不超过 " + Words.plain(whole), "More than nothing and at most " + Words.plain(whole));
        }
        rule(known, State.AGREED, "DEDUCTED", withFreight(amount, typed, known, facts), null, typed.said(), who);
    }

    /** Refuses on a lawful ground, by a person; the buyer is told why, and what is here goes back. */
    void refuse(String caseNumber, Typed typed, Who who) {
        if (who.kind() != Who.Kind.PERSON) {
            throw Problem.forbidden("returns.personNeeded", "只有人可以拒绝请求", "Only a person may refuse a request");
        }
        Return known = locked(caseNumber);
        market.demandRefusable(caseNumber, "ruling");
        word.demandSayable(caseNumber, typed.said().words());
        Ground ground = Ground.demand(typed.said().ground(), known, gathering.of(caseNumber), typed.said().evidence(), outcome(caseNumber));
        rule(known, State.REFUSED, "REFUSED", null, ground, typed.said(), who);
        word.refused(caseNumber, typed.said().marketGround(), typed.said().words());
        telling.answer(caseNumber);
    }

    private String outcome(String caseNumber) {
        return homecoming.goods(caseNumber).map(GoodsReturn::inspection).map(GoodsReturn.Inspection::outcome).orElse("");
    }

    /** Freight the buyer advanced is owed only where the way back is not theirs, and within what was paid. */
    private Money withFreight(Money owed, Typed typed, Return known, Facts facts) {
        if (typed.freight() == null) {
            return owed;
        }
        boolean buyers = homecoming.goods(known.caseNumber()).map(GoodsReturn::freightPayer).filter("buyer"::equals).isPresent();
        if (buyers) {
            throw Problem.invalid("freight", "notOurs", "退回运费按规则由买家承担", "By the rules the buyer bears the way back");
        }
        return owed.plus(Reviewing.amount(typed.freight(), known.currency())).min(facts.left());
    }

    private void rule(Return known, State state, String ruling, Money amount, Ground ground, Reviewing.Typed said, Who who) {
        String name = ground == null ? null : ground.name();
        String why = ruling.equals("DEDUCTED") ? "DEDUCTED" : known.course().why();
        Return.Answer answer = new Return.Answer(name, said.words(), said.note(), who.login(), who.roles());
        store.save(known.answered(state, amount, answer).course(known.course().ruled(ruling).because(why)));
        answers.add(known, new JdbcAnswers.Said("reviewReturn", ruling, amount, name, said.words(), said.note(), false, said.evidence()), who);
        String sum = amount == null ? "" : " " + Words.inChinese(amount);
        timeline.add(known.caseNumber(), "DECISION", zh(ruling) + sum, en(ruling) + (amount == null ? "" : ": " + Words.inEnglish(amount)),
                Map.of("ruling", ruling));
        audit.record(known.shop(), "RETURN_" + ruling, "case", known.caseNumber(), Map.of("by", who.login(),
                "amount", amount == null ? 0 : amount.minor(), "ground", name == null ? "" : name));
    }

    private static String zh(String ruling) {
        return switch (ruling) {
            case "ACCEPTED" -> "复核：接受退回的货品";
            case "DEDUCTED" -> "复核：扣款后退款";
            default -> "复核：依法拒绝，货品寄还";
        };
    }

    private static String en(String ruling) {
        return switch (ruling) {
            case "ACCEPTED" -> "Reviewed: the returned goods are accepted";
            case "DEDUCTED" -> "Reviewed: refund less a deduction";
            default -> "Reviewed: refused on a ground, the goods go back";
        };
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).filter(known -> known.state() == State.GOODS)
                .orElseThrow(() -> Problem.conflict("returns.notWaiting", "该请求不在等待复核", "The request does not wait for this review"));
    }
}

package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.logistics.Replacement;
import dev.afterflow.money.Money;
import dev.afterflow.returns.Return.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Who;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at where the goods are and says what comes next: money, goods out again, a supervisor, or the end. */
@Component
@Transactional
class Concluding {

    private static final Set<State> OVER = Set.of(State.REFUSED, State.WITHDRAWN, State.PLATFORM_CLOSED, State.PLATFORM_DISMISSED, State.PLATFORM_PAID);

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Homecoming homecoming;
    private final Amounts amounts;
    private final AnswerTerms terms;
    private final Timeline timeline;
    private final Audit audit;

    Concluding(JdbcReturns store, Gathering gathering, Homecoming homecoming, Amounts amounts, AnswerTerms terms, Timeline timeline, Audit audit) {
        this.store = store;
        this.gathering = gathering;
        this.homecoming = homecoming;
        this.amounts = amounts;
        this.terms = terms;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** What the diagram asks: the step, what is sent out for, and until when the money is due once goods are back. */
    record Conclusion(Step step, String purpose, Return.Term term) {
    }

    /** An arrow from whatNext. */
    enum Step {
        REFUND("refund"), REPLACE("replace"), REVIEW("review"), SEND_BACK("sendBack"), AGREE("agree"), DONE("done");

        final String word;

        Step(String word) {
            this.word = word;
        }
    }

    Conclusion conclude(String caseNumber) {
        Return known = store.lock(caseNumber).orElseThrow();
        Facts facts = gathering.of(caseNumber);
        Optional<GoodsReturn> goods = homecoming.goods(caseNumber);
        Step step = next(known, facts, goods);
        return new Conclusion(step, purpose(step, store.find(caseNumber).orElseThrow()), due(store.find(caseNumber).orElseThrow(), facts, goods, step));
    }

    private Step next(Return known, Facts facts, Optional<GoodsReturn> goods) {
        if (OVER.contains(known.state())) {
            return over(known);
        }
        if (known.course().takenBack()) {
            return over(save(known.to(State.WITHDRAWN)));
        }
        return switch (known.state()) {
            case AGREED -> known.approval().note() == null ? Step.REFUND : Step.AGREE;
            case GOODS -> moving(known, facts, goods);
            default -> Step.AGREE;
        };
    }

    private Step over(Return known) {
        return homecoming.areHere(known.caseNumber()) ? Step.SEND_BACK : Step.DONE;
    }

    private Step moving(Return known, Facts facts, Optional<GoodsReturn> goods) {
        if (known.approval().note() != null) {
            return Step.REVIEW;
        }
        Optional<Replacement> out = homecoming.replacement(known.caseNumber());
        if (out.isPresent()) {
            return sentOut(known, facts, goods, out.get());
        }
        if (known.course().remedy().equals("reship") || "ACCEPTED".equals(known.course().ruling())) {
            return Step.REPLACE;
        }
        return cameBack(known, facts, goods.orElseThrow());
    }

    private Step sentOut(Return known, Facts facts, Optional<GoodsReturn> goods, Replacement out) {
        if (homecoming.replacementLeft(known.caseNumber())) {
            save(known.to(State.REPLACED));
            timeline.add(known.caseNumber(), "DECISION", "货品已补发，请求了结", "The goods were sent again, the request is settled",
                    Map.of("waybill", out.waybill() == null ? "" : out.waybill()));
            return Step.DONE;
        }
        boolean unclear = known.course().remedy().equals("reship") && facts.asked().lines().isEmpty()
                && !"NOT_RECEIVED".equals(known.finding().reasonType());
        if (unclear) {
            save(known.to(State.REVIEW));
            return Step.AGREE;
        }
        return owe(known, facts, goods, "OUT_OF_STOCK");
    }

    private Step cameBack(Return known, Facts facts, GoodsReturn goods) {
        String outcome = goods.inspection() == null || goods.inspection().outcome() == null ? "" : goods.inspection().outcome();
        return switch (outcome) {
            case "intact" -> intact(known, facts, goods);
            case "lost" -> owe(known, facts, Optional.of(goods), "LOST");
            case "nothingSent" -> {
                save(known.to(State.NOTHING_SENT));
                yield Step.DONE;
            }
            case "empty", "wrongGoods" -> {
                store.suspect(known.caseNumber(), facts.now());
                yield Step.REVIEW;
            }
            default -> Step.REVIEW;
        };
    }

    private Step intact(Return known, Facts facts, GoodsReturn goods) {
        boolean exchange = exchangeWanted(known, facts);
        return exchange ? Step.REPLACE : owe(known, facts, Optional.of(goods), known.course().remedy().equals("exchange") ? "CHANGED" : null);
    }

    /** A buyer may change between exchange and refund while the goods travel: the later word counts. */
    static boolean exchangeWanted(Return known, Facts facts) {
        Case.Kind kind = facts.asked().kind();
        boolean changed = !known.course().wish().startsWith(kind + "|");
        return changed && (kind == Case.Kind.EXCHANGE || kind == Case.Kind.RETURN_REFUND) ? kind == Case.Kind.EXCHANGE
                : known.course().remedy().equals("exchange");
    }

    /** Money by the rule, after the goods came back or could not be replaced; nothing left to give is a person's matter. */
    private Step owe(Return known, Facts facts, Optional<GoodsReturn> goods, String why) {
        Money owed = amounts.owed(known, facts, goods);
        if (!owed.isPositive()) {
            return Step.REVIEW;
        }
        save(known.owing(owed).course(known.course().because(why)));
        Who.SYSTEM.acting(() -> {
            timeline.add(known.caseNumber(), "DECISION", "应退款 " + Words.inChinese(owed), "Refund due: " + Words.inEnglish(owed), Map.of());
            noteBeyond(known, amounts.beyond(known, facts, goods));
            return null;
        });
        audit.record(known.shop(), "REFUND_OWED", "case", known.caseNumber(),
                Map.of("amount", owed.minor(), "currency", owed.currency(), "why", why == null ? "" : why));
        return Step.REFUND;
    }

    /** A refund ends at what was paid; freight the buyer advanced above that stays owed, and the case says so. */
    private void noteBeyond(Return known, Money beyond) {
        if (beyond.isPositive()) {
            timeline.add(known.caseNumber(), "MONEY", "买家垫付的退货运费中有 " + Words.inChinese(beyond) + " 超出订单剩余可退金额，未计入退款，请以其他方式补给买家",
                    Words.inEnglish(beyond) + " of the freight the buyer advanced is more than is left of the payment and is not in the refund; "
                    + "make it good in another way", Map.of("beyond", beyond.minor(), "currency", beyond.currency()));
        }
    }

    private static String purpose(Step step, Return known) {
        return switch (step) {
            case SEND_BACK -> Homecoming.SEND_BACK;
            case REPLACE -> known.course().remedy().equals("reship") ? "reship" : "exchange";
            default -> null;
        };
    }

    /** Once goods are here the money has its own clock. */
    private Return.Term due(Return known, Facts facts, Optional<GoodsReturn> goods, Step step) {
        boolean counts = (step == Step.REFUND || step == Step.REVIEW) && goods.isPresent() && goods.get().way() != null
                && goods.get().way().arrivedAt() != null;
        if (!counts) {
            return known.term();
        }
        Return.Term term = terms.refund(known, facts, goods.get().way().arrivedAt());
        save(known.due(term));
        terms.start(known, AnswerTerms.REFUND, term);
        return term;
    }

    private Return save(Return now) {
        store.save(now);
        return now;
    }
}

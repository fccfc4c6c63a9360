package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.logistics.Replacement;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.logistics.ReturnedGoods;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Dues;
import dev.afterflow.repairs.Shortage.Remedy;
import dev.afterflow.repairs.Shortage.State;
import dev.afterflow.security.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what was decided about a shortage: what is owed, what came back, what the buyer is told, how the case ends. */
@Component
@Transactional
class Redress {

    /** What came back counts, also when it is not what the order names: the wrong goods are what was asked for. */
    private static final Set<String> CAME = Set.of("intact", "deduct", "notIntact", "wrongGoods", "part", "lost");

    private final JdbcShortages store;
    private final Matters matters;
    private final Dues dues;
    private final ReturnedGoods goods;
    private final Replacements replacements;
    private final Letter letter;
    private final Cases cases;
    private final Timeline timeline;

    Redress(JdbcShortages store, Matters matters, Dues dues, ReturnedGoods goods, Replacements replacements, Letter letter, Cases cases, Timeline timeline) {
        this.store = store;
        this.matters = matters;
        this.dues = dues;
        this.goods = goods;
        this.replacements = replacements;
        this.letter = letter;
        this.cases = cases;
        this.timeline = timeline;
    }

    /** What was agreed, or the price of the pieces where none were left to send; it is approved and paid like any refund. */
    void owe(String caseNumber) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        boolean agreed = known.remedy() == Remedy.REFUND;
        Money owed = agreed ? known.amount() : matter.price(known.pieces()).min(matter.left());
        store.save(known.owing(owed));
        String words = known.said().words() == null ? "" : known.said().words();
        dues.owe(new Dues.Due(caseNumber, owed, reasonType(known), known.remedy() == Remedy.EXCHANGE, words, known.said().note(),
                known.said().by(), known.said().roles()));
        timeline.add(caseNumber, "DECISION", (agreed ? "应退缺件款 " : "缺货，改退款 ") + Words.inChinese(owed),
                (agreed ? "Owed for what is missing: " : "Out of stock, refunded instead: ") + Words.inEnglish(owed), Map.of("amount", owed.minor()));
    }

    static String reasonType(Shortage known) {
        return known.claim() == Shortage.Claim.WRONG ? "WRONG_ITEM" : "SHORT";
    }

    /** Did the wrong goods come back, or were they lost on a way we pay for? A person hears why if not. */
    boolean isBack(String caseNumber) {
        String outcome = goods.of(caseNumber).map(GoodsReturn::inspection).map(GoodsReturn.Inspection::outcome).orElse("");
        boolean back = CAME.contains(outcome);
        if (!back) {
            store.save(locked(caseNumber).because("nothingSent".equals(outcome) ? "NOTHING_SENT" : "EMPTY_BACK"));
        }
        return back;
    }

    void refunded(String caseNumber) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        store.save(known.to(State.REFUNDED));
        letter.tell(matter, known.remedy() == Remedy.REFUND ? "refundSettled" : "outOfStockRefunded",
                Map.of("amount", Letter.amount(matter, known.amount())), "shortage-refunded");
    }

    void refused(String caseNumber) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        store.save(known.to(State.REFUSED));
        letter.tell(matter, "requestRefused", Map.of("reason", known.said().words()), "shortage-refused");
    }

    /** Closes the case with how it ended; what was reserved and did not leave is free again. */
    void close(String caseNumber) {
        Shortage known = locked(caseNumber);
        replacements.free(caseNumber);
        if (known.state() == State.WITHDRAWN) {
            letter.tell(matters.of(caseNumber), "withdrawnClosed", Map.of(), "withdrawn");
        }
        cases.state(caseNumber, Case.State.OPEN);
        cases.close(caseNumber, outcome(known));
    }

    private String outcome(Shortage known) {
        if (known.state() != State.DECIDED) {
            return known.state().name();
        }
        return sentOut(known.caseNumber()) ? "REPLACED" : "OTHERWISE";
    }

    private boolean sentOut(String caseNumber) {
        Optional<Replacement> out = replacements.of(caseNumber);
        return out.filter(sent -> sent.state() == Replacement.State.SHIPPED || sent.state() == Replacement.State.DELIVERED).isPresent();
    }

    private Shortage locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
    }
}

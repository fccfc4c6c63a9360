package dev.afterflow.care;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Dues;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that was paid for an order that does not ship goes back, approved and paid by {@code refund-settlement} like any refund. */
@Component
@Transactional
class OrderRefunds {

    private static final String REFUND = "refund";
    private static final String OWED = "owed";
    private static final String PAID = "paid";

    private final Subjects subjects;
    private final JdbcMatters store;
    private final Dues dues;
    private final BuyerNews news;

    OrderRefunds(Subjects subjects, JdbcMatters store, Dues dues, BuyerNews news) {
        this.subjects = subjects;
        this.store = store;
        this.dues = dues;
        this.news = news;
    }

    /** False where nothing was paid that could go back; a second pass owes nothing more. */
    boolean owe(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        Matter matter = of.matter();
        boolean known = !matter.fact(REFUND).isEmpty();
        if (!known && of.left().isPositive()) {
            String reason = matter.kind() == Matter.Kind.CHANGE ? "BUYER_CANCEL" : "SELLER_CANCEL";
            dues.owe(new Dues.Due(caseNumber, of.left(), reason, false, "", matter.fact("reason"), matter.fact("decidedLogin"), matter.decidedRoles()));
            store.save(matter.with(REFUND, OWED).with("refundMinor", of.left().minor()));
        }
        return known || of.left().isPositive();
    }

    /** How it ended; what the approver sent back is not owed until somebody decides anew. */
    void note(String caseNumber, String outcome) {
        Subject of = subjects.locked(caseNumber);
        boolean sentBack = "sentBack".equals(outcome);
        store.save(sentBack ? of.matter().with(REFUND, "").with("answer", "") : of.matter().with(REFUND, PAID));
        if (PAID.equals(outcome) && of.matter().kind() == Matter.Kind.EXCEPTION) {
            Money back = new Money(Long.parseLong(of.matter().fact("refundMinor")), of.order().currency());
            news.tell(of, "refundSettled", Map.of("amount", Words.money(back, of.chinese())), "refunded");
        }
    }

    static boolean paid(Matter matter) {
        return matter.fact(REFUND).equals(PAID);
    }
}

package dev.afterflow.complaints;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundView;
import dev.afterflow.remedies.Dues;
import dev.afterflow.remedies.Remedies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money for a buyer whose parcel went wrong: owed as it was chosen, approved and paid by {@code refund-settlement} like any refund. */
@Component
@Transactional
class ComplaintMoney {

    private final Remedies remedies;
    private final Dues dues;
    private final Payments payments;
    private final ComplaintNews news;

    ComplaintMoney(Remedies remedies, Dues dues, Payments payments, ComplaintNews news) {
        this.remedies = remedies;
        this.dues = dues;
        this.payments = payments;
        this.news = news;
    }

    /** What was chosen is owed if it is money; the law's own refund is all that the rule gives back, else it is the part agreed. */
    void agreed(Complaint known) {
        Remedies.Offer offer = remedies.offer(known.caseNumber()).orElseThrow();
        Remedies.Line line = offer.line(offer.chosen()).orElseThrow();
        if (line.remedy().equals(ComplaintRemedy.REFUND)) {
            Remedies.Recorder by = remedies.recorder(known.caseNumber()).orElse(new Remedies.Recorder("", Set.of()));
            dues.owe(new Dues.Due(known.caseNumber(), line.gets(), line.code().equals(ComplaintRemedy.REFUND), known.reasonType(), false, "", null,
                    by.login(), by.roles()));
        }
    }

    /** The money is back by the provider's own proof. */
    void paid(Complaint known) {
        List<RefundView> all = payments.of(known.caseNumber());
        int latest = all.stream().mapToInt(RefundView::seq).max().orElseThrow();
        Money amount = all.stream().filter(part -> part.seq() == latest && part.state().equals("SUCCEEDED")).map(RefundView::amount)
                .reduce(Money::plus).orElseThrow();
        news.tell(known, "refundSettled", "refunded-" + latest,
                Map.of("amount", amount.display(news.chinese(known)), "words", ""));
    }
}

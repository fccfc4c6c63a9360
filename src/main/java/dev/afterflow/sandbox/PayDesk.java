package dev.afterflow.sandbox;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes refunds the way the drawn fault has it. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class PayDesk {

    private static final int SOON = 300;

    private final PayBooks books;
    private final PayFaults faults;
    private final PayNotices notices;
    private final TransactionTemplate tx;

    PayDesk(PayBooks books, PayFaults faults, PayNotices notices, TransactionTemplate tx) {
        this.books = books;
        this.faults = faults;
        this.notices = notices;
        this.tx = tx;
    }

    /**
     * What was done, and the fault that decides how it is answered; {@code kept} is null when nothing was taken,
     * {@code again} when the number was known.
     */
    record Taken(PayBooks.Kept kept, PayFault fault, boolean mismatch, boolean again) {
    }

    Taken take(PayBooks.Wanted wanted) {
        return tx.execute(status -> {
            keepWord(wanted.merchant(), wanted.refundNo());
            PayFault fault = faults.draw(wanted.paymentNo(), wanted.refundNo());
            Optional<PayBooks.Kept> before = books.find(wanted.merchant(), wanted.refundNo());
            if (before.isPresent() && !before.get().wanted().equals(wanted)) {
                return new Taken(null, PayFault.NONE, true, true);
            }
            if (before.isPresent() && !faults.setting().ignoreRepeats()) {
                return new Taken(before.get(), fault, false, true);
            }
            return new Taken(taken(wanted, fault), fault, false, false);
        });
    }

    private PayBooks.Kept taken(PayBooks.Wanted wanted, PayFault fault) {
        int delay = faults.setting().delaySeconds();
        return switch (fault) {
            case FAIL_BEFORE, REFUSE, HOLD, LIMIT -> null;
            case LATE -> books.open(wanted, "UNSEEN", "SUCCESS", delay);
            case PROCESSING -> processing(wanted, "SUCCESS", delay);
            case CLOSE -> processing(wanted, "CLOSED", delay);
            case ABNORMAL -> told(books.open(wanted, "ABNORMAL", null, 0), SOON);
            case NONE, FAIL_AFTER, LOSE_REPLY, GARBLE ->
                told(books.end(books.open(wanted, "PROCESSING", null, 0), "SUCCESS"), SOON);
        };
    }

    /** Its notice is sent after the one about the end, so notices come out of order. */
    private PayBooks.Kept processing(PayBooks.Wanted wanted, String becomes, int delay) {
        return told(books.open(wanted, "PROCESSING", becomes, delay), delay * 1000 + 4 * SOON);
    }

    private PayBooks.Kept told(PayBooks.Kept kept, int delayMillis) {
        notices.about(kept, delayMillis);
        return kept;
    }

    /** Pays a refund that was taken and waited; it counts as paid by this visit. */
    Taken pay(Taken waiting) {
        return new Taken(told(books.end(waiting.kept(), "SUCCESS"), SOON), waiting.fault(), false, false);
    }

    /** Whether the number was taken before, though nobody may see it yet. */
    boolean knows(String merchant, String refundNo) {
        return books.find(merchant, refundNo).isPresent();
    }

    Optional<PayBooks.Kept> find(String merchant, String refundNo) {
        return tx.execute(status -> {
            keepWord(merchant, refundNo);
            return books.find(merchant, refundNo).filter(PayBooks.Kept::seen);
        });
    }

    /** Late money moves when it was said to, however busy whoever looks for it is: before anything else about this number is heard. */
    private void keepWord(String merchant, String refundNo) {
        books.due(merchant, refundNo).forEach(this::end);
    }

    private void end(PayBooks.Kept due) {
        told(books.end(due, due.becomes()), SOON);
    }

    @Scheduled(fixedDelay = 500)
    void work() {
        tx.executeWithoutResult(status -> books.due().forEach(this::end));
        notices.send();
    }
}

package dev.afterflow.sandbox;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes refunds the way Stripe's document says, over the played bank's books and faults. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeDesk {

    private static final String REQUEST = "invalid_request_error";

    private final PlayedTrades trades;
    private final StripeBooks books;
    private final StripeWords words;
    private final PayDesk desk;
    private final TransactionTemplate tx;

    StripeDesk(PlayedTrades trades, StripeBooks books, StripeWords words, PayDesk desk, TransactionTemplate tx) {
        this.trades = trades;
        this.books = books;
        this.words = words;
        this.desk = desk;
        this.tx = tx;
    }

    /** An answer, what happens to it on its way, and whether it is remembered under its key. */
    record Said(int status, Map<String, Object> words, PayFault fault, boolean kept) {
    }

    Said refund(Map<String, String> form, String key) {
        return tx.execute(status -> {
            Optional<PlayedTrades.Trade> trade = trades.lock(StripeHouse.WORD, form.getOrDefault("payment_intent", form.getOrDefault("charge", "")));
            if (trade.isEmpty()) {
                return refused(404, REQUEST, "resource_missing", form.containsKey("charge") ? "charge" : "payment_intent", "No such payment");
            }
            String number = form.getOrDefault("metadata[refund_no]", key);
            long left = trade.get().total() - trades.promised(StripeHouse.MERCHANT, trade.get().tradeNo());
            long amount = form.containsKey("amount") ? Long.parseLong(form.get("amount")) : left;
            boolean known = desk.knows(StripeHouse.MERCHANT, number);
            if (!known && books.isDisputed(trade.get().tradeNo())) {
                return refused(400, REQUEST, "charge_disputed", null, "The charge has been charged back");
            }
            if (!known && left == 0) {
                return refused(400, REQUEST, "charge_already_refunded", null, "Charge has already been refunded.");
            }
            if (!known && amount > left) {
                return refused(400, REQUEST, null, "amount", "Refund amount is greater than unrefunded amount on charge");
            }
            return said(desk.take(new PayBooks.Wanted(StripeHouse.MERCHANT, number, trade.get().tradeNo(), amount, trade.get().currency(),
                form.getOrDefault("metadata[reason]", ""), "")));
        });
    }

    private Said said(PayDesk.Taken taken) {
        if (taken.mismatch()) {
            return refused(400, REQUEST, null, "metadata", "Another refund has this number");
        }
        return switch (taken.fault()) {
            case FAIL_BEFORE -> new Said(500, StripeWords.error("api_error", null, null, "Something went wrong on our end"), taken.fault(), false);
            case FAIL_AFTER -> new Said(500, StripeWords.error("api_error", null, null, "Something went wrong on our end"), taken.fault(), true);
            case LIMIT -> new Said(429, StripeWords.error(REQUEST, "rate_limit", null, "Too many requests"), taken.fault(), false);
            case HOLD -> new Said(400, StripeWords.error(REQUEST, "balance_insufficient", null, "Insufficient funds in your balance"), taken.fault(), false);
            case REFUSE -> refused(400, REQUEST, "charge_disputed", null, "The charge has been charged back");
            default -> new Said(200, words.refund(taken.kept()), taken.fault(), true);
        };
    }

    static Said refused(int status, String type, String code, String param, String message) {
        return new Said(status, StripeWords.error(type, code, param, message), PayFault.NONE, true);
    }
}

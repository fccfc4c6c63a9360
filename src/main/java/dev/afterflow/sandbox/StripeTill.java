package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What buyers and their banks do at the played Stripe: pay, dispute, decide, send money back. */
@Hidden
@RestController
@RequestMapping("/sandbox/stripe/world")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class StripeTill {

    private final PlayedTrades trades;
    private final StripeDisputeDesk disputes;
    private final StripeBooks books;
    private final PayNotices notices;

    StripeTill(PlayedTrades trades, StripeDisputeDesk disputes, StripeBooks books, PayNotices notices) {
        this.trades = trades;
        this.disputes = disputes;
        this.books = books;
        this.notices = notices;
    }

    /** A buyer's payment; {@code amount} in minor units. */
    record Paid(String payment, long amount, String currency) {
    }

    /** Who wins; null lets the seed decide. */
    record Decision(Boolean won) {
    }

    @PostMapping("/payments")
    void pay(@RequestBody Paid paid) {
        trades.pay(StripeHouse.WORD, new PlayedTrades.Trade(paid.payment(), "ch_" + StripeBooks.name(), paid.amount(), paid.currency()));
    }

    @PostMapping("/disputes")
    Map<String, Object> open(@RequestBody StripeDisputeDesk.Opened opened) {
        return disputes.open(opened).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such payment"));
    }

    @PostMapping("/disputes/{id}/decision")
    Map<String, Object> decide(@PathVariable String id, @RequestBody Decision decision) {
        return disputes.decide(id, decision.won()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such dispute"));
    }

    /** A refund that had been paid comes back, because the buyer's card is gone. */
    @PostMapping("/refunds/{refundNo}/return")
    void cameBack(@PathVariable String refundNo) {
        notices.about(books.cameBack(refundNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such refund was paid")), 200);
    }
}

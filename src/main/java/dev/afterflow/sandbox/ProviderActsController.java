package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox page's buttons for payment providers: how they tell of refunds, what banks take back and decide, how many calls they take. */
@RestController
@RequestMapping("/sandbox/world/providers")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class ProviderActsController {

    private static final List<String> LIMITED = List.of(WechatHouse.WORD, StripeHouse.WORD);

    private final ProviderBooks books;
    private final ProviderPlay play;
    private final ProviderLimits limits;
    private final StripeDisputeDesk disputes;
    private final StripeBooks stripe;
    private final PayNotices notices;

    ProviderActsController(ProviderBooks books, ProviderPlay play, ProviderLimits limits, StripeDisputeDesk disputes, StripeBooks stripe, PayNotices notices) {
        this.books = books;
        this.play = play;
        this.limits = limits;
        this.disputes = disputes;
        this.stripe = stripe;
        this.notices = notices;
    }

    record Scene(List<ProviderBooks.Refund> refunds, List<ProviderBooks.Payment> payments, List<ProviderBooks.Dispute> disputes, Map<String, Integer> limits) {
    }

    record Wanted(String refundNo, ProviderPlay.How how) {
    }

    /** {@code won} null lets the seed decide. */
    record Decided(String id, Boolean won) {
    }

    record Returned(String refundNo) {
    }

    /** {@code perSecond} null lifts the limit. */
    record Limited(String provider, Integer perSecond) {
    }

    @GetMapping
    Scene scene() {
        return new Scene(books.refunds(), books.payments(), books.disputes(), limits.all());
    }

    @PostMapping("/tell")
    Acts.Act tell(@RequestBody Wanted wanted) {
        if (wanted.refundNo() == null || wanted.how() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a refund and how it is told: " + List.of(ProviderPlay.How.values()));
        }
        return play.tell(wanted.refundNo(), wanted.how());
    }

    /** A buyer's bank takes a card payment back. */
    @PostMapping("/dispute")
    Map<String, Object> dispute(@RequestBody StripeDisputeDesk.Opened opened) {
        if (opened.payment() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a payment");
        }
        return disputes.open(opened).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such payment"));
    }

    /** The bank's word. */
    @PostMapping("/decide")
    Map<String, Object> decide(@RequestBody Decided decided) {
        return disputes.decide(String.valueOf(decided.id()), decided.won()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such dispute"));
    }

    /** A card refund that had been paid comes back, because the buyer's card is gone. */
    @PostMapping("/return")
    void cameBack(@RequestBody Returned returned) {
        notices.about(stripe.cameBack(String.valueOf(returned.refundNo()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such card refund was paid")), 200);
    }

    @PostMapping("/limit")
    Map<String, Integer> limit(@RequestBody Limited limited) {
        if (limited.provider() == null || !LIMITED.contains(limited.provider())) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "provider is one of " + LIMITED);
        }
        limits.set(limited.provider(), limited.perSecond());
        return limits.all();
    }
}

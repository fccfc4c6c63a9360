package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ends of a claim: paid, written off, or dropped before it was filed. */
@Component
@Transactional
class Ending {

    private final JdbcClaims store;
    private final ClaimBooks books;
    private final ClaimLog log;
    private final Clock clock;

    Ending(JdbcClaims store, ClaimBooks books, ClaimLog log, Clock clock) {
        this.store = store;
        this.books = books;
        this.log = log;
        this.clock = clock;
    }

    /** The agreed money is in: the claim ends as paid, in full or for the part that was agreed. */
    void paid(String claimNo) {
        ClaimView claim = lock(claimNo);
        if (claim.ended()) {
            return;
        }
        boolean whole = claim.money().received().compareTo(claim.money().claimed()) >= 0;
        store.ended(claimNo, State.PAID, whole ? "PAID" : "PART_PAID", clock.instant());
        log.told(claim, "CLAIM_PAID", "理赔结束：已到账 " + ClaimLog.money(claim.money().received(), true),
                "Claim ended: " + ClaimLog.money(claim.money().received(), false) + " received", Map.of("received", claim.money().received().minor()));
    }

    /** Books off what the carrier agreed to and never paid; what it never agreed to was never in the books. */
    void writeOff(String claimNo) {
        ClaimView claim = lock(claimNo);
        if (claim.ended()) {
            return;
        }
        long rest = claim.money().outstanding().minor();
        store.writtenOff(claimNo, claim.money().writtenOff().minor() + rest);
        books.moved(claim, store.find(claimNo).orElseThrow(), "written_off", "end");
        store.ended(claimNo, State.WRITTEN_OFF, "WRITTEN_OFF", clock.instant());
        long given = claim.money().claimed().minor() - claim.money().received().minor();
        log.told(claim, "CLAIM_WRITTEN_OFF", "理赔核销：放弃 " + ClaimLog.money(new Money(Math.max(0, given), claim.currency()), true),
                "Claim written off: " + ClaimLog.money(new Money(Math.max(0, given), claim.currency()), false) + " given up",
                Map.of("receivable", rest, "givenUp", Math.max(0, given)));
    }

    /** Ends a claim that was never filed. */
    void drop(ClaimView claim, String outcome) {
        store.ended(claim.claimNo(), State.DROPPED, outcome, clock.instant());
        log.told(claim, "CLAIM_DROPPED", "不索赔", "Not claimed", Map.of("outcome", outcome));
    }

    private ClaimView lock(String claimNo) {
        return store.lock(claimNo).orElseThrow(() -> Problem.notFound("claim"));
    }
}

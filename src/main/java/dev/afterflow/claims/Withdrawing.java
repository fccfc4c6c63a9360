package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.claims.JdbcFilings.Decision;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a claim whose parcel turns up: one that was never filed is taken back by itself, of one that was a person says whether it
 * goes on. Of a claim taken back nothing is owed any more; what its carrier paid stands in {@code surplus} until it is back or kept by agreement.
 */
@Component
@Transactional
class Withdrawing {

    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final ClaimBooks books;
    private final ClaimFiling filing;
    private final ClaimWithdrawalProcess process;
    private final Tasks tasks;
    private final ClaimLog log;
    private final Clock clock;
    private final boolean smallTeam;

    Withdrawing(JdbcClaims store, JdbcFilings filings, ClaimBooks books, ClaimFiling filing, ClaimWithdrawalProcess process, Tasks tasks, ClaimLog log, Clock clock,
                @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.store = store;
        this.filings = filings;
        this.books = books;
        this.filing = filing;
        this.process = process;
        this.tasks = tasks;
        this.log = log;
        this.clock = clock;
        this.smallTeam = smallTeam;
    }

    /** A person heard where a parcel is that was claimed as lost. */
    void seen(ClaimView claim, String words, Who who) {
        if (claim.fault() != Fault.LOST) {
            throw Problem.conflict("claims.notLost", "只有按丢失索赔的包裹才能登记找到", "Only a parcel claimed as lost can be found");
        }
        if (words == null || words.isBlank() || words.length() > 500 || words.indexOf('\0') >= 0) {
            throw Problem.invalid("words", "required", "请写明包裹在哪里找到，最多 500 字", "Say where the parcel is, in at most 500 characters");
        }
        found(claim.claimNo(), new Sighting(who.login(), who.name() + "：" + words.strip(), who.name() + ": " + words.strip()));
    }

    /** Who says that a parcel is there, in two languages; {@code by} is null where the carrier scanned it. */
    record Sighting(String by, String zh, String en) {
    }

    /** The parcel is there, heard from a scan or from a person; again is no news. */
    void found(String claimNo, Sighting seen) {
        tasks.hold(store.find(claimNo).orElseThrow(() -> Problem.notFound("claim")).caseNumber());
        ClaimView claim = lock(claimNo);
        if (!store.found(claimNo, seen.by(), seen.by() == null ? null : seen.zh(), clock.instant())) {
            return;
        }
        boolean paid = claim.money().received().isPositive();
        boolean unfiled = filings.of(claimNo).isEmpty();
        String next = claim.ended() && !paid ? "" : unfiled ? "，理赔尚未提交，自动撤回" : "，请决定理赔去留";
        log.told(claim, "CLAIM_PARCEL_FOUND", "包裹找到了（" + seen.zh() + "）" + next, "The parcel turned up (" + seen.en() + ")" + (next.isEmpty() ? "" : unfiled ? "; the claim was not filed yet and is taken back" : "; say what becomes of the claim"),
                Map.of("filed", !unfiled));
        if (next.isEmpty()) {
            return;
        }
        if (unfiled) {
            withdraw(claimNo);
        } else {
            process.begin(claim, due());
        }
    }

    /** A person says whether a filed claim goes on; where no scan tells of the parcel it is given up by two. */
    void decide(String claimNo, boolean kept, String note, Who who) {
        ClaimView claim = lock(claimNo);
        if (kept && (note == null || note.isBlank())) {
            throw Problem.invalid("note", "required", "包裹已找到仍继续索赔，须写明理由", "The parcel is there: say why the claim goes on");
        }
        if (!kept && store.foundBy(claimNo, who.login()) && !smallTeam) {
            throw Problem.forbidden("claims.fourEyes", "登记找到的人和决定撤回的人不能是同一人", "Whoever noted the parcel and whoever takes the claim back are different people");
        }
        decided(claim, kept ? "FOUND_KEEP" : "FOUND_TAKE_BACK", note, who);
    }

    /** Takes the claim back, ends its process and tells the carrier; answers whether there is money to give back. */
    boolean withdraw(String claimNo) {
        ClaimView claim = lock(claimNo);
        if (claim.takenBack()) {
            return claim.state() == State.TO_RETURN;
        }
        store.takenBack(claimNo);
        books.moved(claim, store.find(claimNo).orElseThrow(), "withdrawn", "found");
        Money paid = claim.money().received();
        if (paid.isPositive()) {
            store.reopened(claimNo, State.TO_RETURN, due());
        } else {
            store.ended(claimNo, State.WITHDRAWN, "FOUND", clock.instant());
        }
        log.told(claim, "CLAIM_WITHDRAWN", "理赔已撤回：包裹已找到" + (paid.isPositive() ? "，待退赔款 " + ClaimLog.money(paid, true) : ""),
                "Claim taken back: the parcel turned up" + (paid.isPositive() ? "; " + ClaimLog.money(paid, false) + " to give back" : ""), Map.of("toReturn", paid.minor()));
        if (claim.state() == State.COMPLAINED) {
            log.told(claim, "CLAIM_COMPLAINT_STANDS", "12305 申诉 " + claim.complaintNo() + " 还在办理，请一并撤回", "The complaint " + claim.complaintNo() + " still stands at 12305; take it back as well", Map.of());
        }
        filing.tellWithdrawn(claim);
        process.takenBack(claim);
        return paid.isPositive();
    }

    /** Money came for a claim that had been taken back. */
    void paidAfterwards(ClaimView claim) {
        if (claim.state() == State.WITHDRAWN) {
            Instant by = due();
            store.reopened(claim.claimNo(), State.TO_RETURN, by);
            process.returnMoney(claim, by);
        }
    }

    /** The carrier took back what it had paid, by its statement. */
    void takenBackByCarrier(ClaimView claim) {
        if (claim.state() == State.TO_RETURN && !claim.money().received().isPositive()) {
            end(claim);
            process.moneyReturned(claim);
        }
    }

    /** Finance sent the money back, under this number of the payment. */
    void gaveBack(String claimNo, String payment, String note, Who who) {
        ClaimView claim = lock(claimNo);
        if (payment == null || payment.isBlank()) {
            throw Problem.invalid("payment", "required", "请填写付款流水号", "Give the number of the payment");
        }
        decided(claim, "GAVE_BACK", payment + (note == null || note.isBlank() ? "" : "\n" + note.strip()), who);
        store.received(claimNo, 0);
        books.moved(claim, store.find(claimNo).orElseThrow(), "returned", payment.strip());
        end(claim);
    }

    /** The carrier lets us keep what it paid: it is owed to us after all, and in. */
    void kept(String claimNo, String note, Who who) {
        ClaimView claim = lock(claimNo);
        if (note == null || note.isBlank()) {
            throw Problem.invalid("note", "required", "请写明承运商同意留下的依据", "Say on what ground the carrier lets us keep it");
        }
        decided(claim, "KEPT_MONEY", note, who);
        store.agreed(claimNo, claim.money().received().minor(), clock.instant());
        books.moved(claim, store.find(claimNo).orElseThrow(), "agreed", "kept");
        store.ended(claimNo, State.PAID, "KEPT", clock.instant());
    }

    private void end(ClaimView claim) {
        store.ended(claim.claimNo(), State.WITHDRAWN, "FOUND", clock.instant());
        log.told(claim, "CLAIM_MONEY_RETURNED", "赔款已退回，理赔结束", "The money is back with the carrier; the claim has ended", Map.of());
    }

    private void decided(ClaimView claim, String what, String note, Who who) {
        filings.decide(claim, new Decision(what, note == null ? "" : note.strip(), who.login(), clock.instant()));
        log.told(claim, "CLAIM_DECIDED", who.name() + "：" + Said.chinese(what), who.name() + ": " + Said.english(what), Map.of("what", what, "note", note == null ? "" : note));
    }

    private Instant due() {
        return clock.instant().plus(Assessing.DESK_TERM);
    }

    private ClaimView lock(String claimNo) {
        return store.lock(claimNo).orElseThrow(() -> Problem.notFound("claim"));
    }
}

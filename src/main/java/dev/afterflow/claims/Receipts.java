package dev.afterflow.claims;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.claims.JdbcReceipts.Line;
import dev.afterflow.claims.JdbcReceipts.Receipt;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what carriers' statements say they paid or took back: each line once, for the claim it names; what names none waits for a person.
 * A payment without a word before it is the carrier's word.
 */
@Component
@Transactional
class Receipts {

    private final JdbcReceipts receipts;
    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final ClaimBooks books;
    private final Hearing hearing;
    private final Contracts contracts;
    private final Withdrawing withdrawing;
    private final Tasks tasks;
    private final ClaimLog log;
    private final Audit audit;
    private final Clock clock;

    Receipts(JdbcReceipts receipts, JdbcClaims store, JdbcFilings filings, ClaimBooks books, Hearing hearing, Contracts contracts, Withdrawing withdrawing, Tasks tasks, ClaimLog log, Audit audit, Clock clock) {
        this.receipts = receipts;
        this.store = store;
        this.filings = filings;
        this.books = books;
        this.hearing = hearing;
        this.contracts = contracts;
        this.withdrawing = withdrawing;
        this.tasks = tasks;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes one line; the same again changes nothing, the same with another amount is an accident (IllegalStateException). */
    void take(String shop, Line line) {
        Optional<Receipt> fresh = receipts.insert(shop, line, clock.instant());
        if (fresh.isEmpty()) {
            Line known = receipts.find(shop, line.carrier(), line.lineId()).orElseThrow().line();
            if (!known.amount().equals(line.amount()) || known.reversal() != line.reversal()) {
                throw new IllegalStateException("Line " + line.lineId() + " of " + line.carrier() + " was " + known.amount() + " before");
            }
            return;
        }
        claimOf(shop, line).ifPresent(claim -> book(fresh.get(), claim, "statement"));
    }

    /** A person says which claim a line belongs to; 409 when that cannot be. */
    Receipt match(long id, String claimNo, Who who) {
        Receipt receipt = open(id);
        String known = store.find(claimNo == null ? "" : claimNo.strip()).filter(claim -> claim.shop().equals(receipt.shop()))
                .orElseThrow(() -> Problem.invalid("claimNo", "known", "没有这个理赔号", "There is no such claim")).claimNo();
        if (!book(receipt, known, who.login())) {
            throw Problem.conflict("claims.doesNotFit", "这笔流水不能记到该理赔：币种、承运商不符，或要冲回的原流水不在这里",
                    "The line does not fit this claim: another currency or carrier, or the line it takes back is not booked there");
        }
        return receipts.find(id).orElseThrow();
    }

    /** A person says that a line is no claim's, and why. */
    Receipt dismiss(long id, String reason, Who who) {
        Receipt receipt = open(id);
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.invalid("reason", "required", "请写明原因，最多 500 字", "Say why, in at most 500 characters");
        }
        receipts.dismiss(id, reason.strip(), who.login(), clock.instant());
        audit.record(receipt.shop(), "RECEIPT_DISMISSED", "carrierReceipt", Long.toString(id), Map.of("line", receipt.line().lineId(), "reason", reason.strip()));
        return receipts.find(id).orElseThrow();
    }

    private Receipt open(long id) {
        Receipt receipt = receipts.lock(id).orElseThrow(() -> Problem.notFound("receipt"));
        if (!receipt.state().equals("OPEN")) {
            throw Problem.conflict("claims.receiptDone", "这笔流水已经处理", "The line has been dealt with");
        }
        return receipt;
    }

    /** By the number it names or writes among its words, by the carrier's reference, by the parcel; never by a guess between two. */
    private Optional<String> claimOf(String shop, Line line) {
        if (line.reversal()) {
            return receipts.find(shop, line.carrier(), line.reverses()).map(Receipt::claimNo);
        }
        for (String written : new String[] {line.named(), line.words(), line.reference()}) {
            Optional<String> named = Optional.ofNullable(ClaimNumber.in(written)).flatMap(store::find)
                    .filter(claim -> claim.shop().equals(shop) && claim.carrier().equals(line.carrier())).map(ClaimView::claimNo);
            if (named.isPresent()) {
                return named;
            }
        }
        List<String> known = line.reference() != null ? store.named(shop, line.carrier(), line.reference(), null) : List.of();
        if (known.isEmpty() && line.waybill() != null) {
            known = store.named(shop, line.carrier(), null, line.waybill());
        }
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    private boolean book(Receipt receipt, String claimNo, String by) {
        tasks.hold(store.find(claimNo).orElseThrow().caseNumber());
        ClaimView claim = store.lock(claimNo).orElseThrow();
        Line line = receipt.line();
        if (!line.amount().currency().equals(claim.currency()) || !line.carrier().equals(claim.carrier()) || line.reversal() && !takesBack(receipt, claim)) {
            return false;
        }
        long moved = line.reversal() ? -line.amount().minor() : line.amount().minor();
        receipts.booked(receipt.id(), claimNo, by, clock.instant());
        store.received(claimNo, claim.money().received().minor() + moved);
        recovered(claim, moved);
        ClaimView now = store.find(claimNo).orElseThrow();
        books.moved(claim, now, line.reversal() ? "reversed" : "received", line.lineId());
        log.told(now, line.reversal() ? "CLAIM_MONEY_REVERSED" : "CLAIM_MONEY_RECEIVED",
                (line.reversal() ? "赔款被冲回 " : "赔款到账 ") + ClaimLog.money(line.amount(), true) + "（" + line.lineId() + "）",
                (line.reversal() ? "Money taken back: " : "Money received: ") + ClaimLog.money(line.amount(), false) + " (" + line.lineId() + ")",
                Map.of("line", line.lineId(), "minor", moved, "by", by));
        follow(now, line);
        return true;
    }

    /** Money for what was given up takes the giving-up back. */
    private void recovered(ClaimView claim, long moved) {
        long surplus = claim.money().received().minor() + moved + claim.money().writtenOff().minor() - claim.money().agreed().minor();
        long back = Math.min(claim.money().writtenOff().minor(), Math.max(0, surplus));
        if (moved > 0 && back > 0) {
            store.writtenOff(claim.claimNo(), claim.money().writtenOff().minor() - back);
        }
    }

    private boolean takesBack(Receipt receipt, ClaimView claim) {
        return receipts.find(receipt.shop(), receipt.line().carrier(), receipt.line().reverses())
                .filter(original -> claim.claimNo().equals(original.claimNo()) && !original.line().reversal()
                        && receipt.line().amount().compareTo(claim.money().received()) <= 0
                        && receipts.takenBack(original) + receipt.line().amount().minor() <= original.line().amount().minor()).isPresent();
    }

    private void follow(ClaimView claim, Line line) {
        if (claim.takenBack()) {
            if (line.reversal()) {
                withdrawing.takenBackByCarrier(claim);
            } else {
                withdrawing.paidAfterwards(claim);
            }
        } else if (line.reversal()) {
            if (claim.ended()) {
                hearing.owedAgain(claim, clock.instant().plus(contracts.inForce(claim.shop(), claim.carrier(), claim.region()).payTerm()));
            }
        } else if (claim.money().surplus().isPositive() && !spoke(claim)) {
            Money granted = claim.money().received().min(claim.money().claimed());
            boolean whole = granted.compareTo(claim.money().claimed()) >= 0;
            String number = ClaimNumber.filing(claim.claimNo(), Math.max(1, filings.of(claim.claimNo()).size()));
            hearing.take(new CarrierAnswered(number, claim.caseNumber(), claim.shop(), CarrierRequest.Kind.CLAIM, whole ? Verdict.AGREED : Verdict.PART,
                    granted, line.lineId(), "", line.paidAt()), Source.PAYMENT);
        } else if (claim.money().outstanding().isZero()) {
            hearing.moneyIn(claim);
        }
    }

    /** Whether the carrier named an amount in words; then what comes in above it is not owed. */
    private boolean spoke(ClaimView claim) {
        return filings.answers(claim.claimNo()).stream().anyMatch(answer -> answer.source() != Source.PAYMENT
                && (answer.verdict().equals("AGREED") || answer.verdict().equals("PART") && answer.amount() != null));
    }
}

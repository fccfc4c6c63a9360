package dev.afterflow.claims;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.claims.JdbcFilings.Answer;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.claims.JdbcFilings.Kind;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what carriers say about claims. Each thing counts once; a word that money is owed counts whenever it comes and never takes back
 * an earlier one; a refusal counts only for what was filed last. State, books and the waiting token change in one transaction.
 */
@Component
class Hearing {

    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final ClaimBooks books;
    private final Contracts contracts;
    private final CarrierClaimProcess process;
    private final Tasks tasks;
    private final ClaimLog log;
    private final Clock clock;

    Hearing(JdbcClaims store, JdbcFilings filings, ClaimBooks books, Contracts contracts, CarrierClaimProcess process, Tasks tasks,
            ClaimLog log, Clock clock) {
        this.store = store;
        this.filings = filings;
        this.books = books;
        this.contracts = contracts;
        this.process = process;
        this.tasks = tasks;
        this.log = log;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void answered(CarrierAnswered event) {
        take(event, Source.CARRIER);
    }

    /** Answers under numbers that are no claim's are others' to hear. */
    @Transactional
    void take(CarrierAnswered said, Source source) {
        filings.find(said.number()).ifPresent(filing -> {
            tasks.hold(said.caseNumber());
            ClaimView claim = store.lock(filing.claimNo()).orElseThrow(() -> Problem.notFound("claim"));
            Money amount = said.amount() != null && said.amount().currency().equals(claim.currency()) ? said.amount() : null;
            Answer answer = new Answer(said.number(), said.verdict().name(), source, said.reference(), amount, said.words(), said.at(), clock.instant());
            if (filings.hear(claim, answer)) {
                heard(claim, filing, said.verdict(), answer);
            }
        });
    }

    private void heard(ClaimView claim, JdbcFilings.Filing filing, Verdict verdict, Answer answer) {
        boolean ending = verdict != Verdict.RECEIVED && verdict != Verdict.ASKS_MORE;
        store.answered(claim.claimNo(), answer.reference() == null || answer.reference().isBlank() || answer.source() != Source.CARRIER ? null : answer.reference(), ending, clock.instant());
        log.told(claim, "CLAIM_ANSWERED", said(verdict, answer, true), said(verdict, answer, false),
                Map.of("verdict", verdict.name(), "source", answer.source().name(), "number", answer.number(),
                        "minor", answer.amount() == null ? 0 : answer.amount().minor()));
        if (claim.takenBack()) {
            return;
        }
        switch (verdict) {
            case AGREED, PART -> granted(claim, filing, verdict, answer);
            case DENIED, FAILED, ASKS_MORE -> refused(claim, filing, verdict);
            case RECEIVED -> { }
        }
    }

    private void granted(ClaimView claim, JdbcFilings.Filing filing, Verdict verdict, Answer answer) {
        if (answer.amount() == null && verdict == Verdict.PART) {
            undecided(claim, Verdict.PART);
            return;
        }
        long said = whole(claim, filing, answer);
        long agreed = Math.max(claim.money().agreed().minor(), said);
        if (said < claim.money().agreed().minor()) {
            store.conflict(claim.claimNo());
        }
        ClaimView now = grant(claim, answer, agreed);
        boolean whole = verdict == Verdict.AGREED || agreed >= claim.money().claimed().minor();
        if (claim.ended()) {
            owedAgain(now, clock.instant().plus(Assessing.DESK_TERM));
        } else if (whole) {
            agreed(now);
        } else if (claim.state() != State.AGREED) {
            undecided(now, Verdict.PART);
        }
    }

    /**
     * What was granted in all. An appeal asks for the rest, so what is said to it comes on top of what was agreed before; more than it asked for
     * can only be the whole, and money says itself how much it is.
     */
    private static long whole(ClaimView claim, JdbcFilings.Filing filing, Answer answer) {
        long asked = filing.amount().minor();
        long before = claim.money().claimed().minor() - asked;
        long said = answer.amount() == null ? asked : answer.amount().minor();
        return answer.source() == Source.PAYMENT || said > asked ? said : before + said;
    }

    /** The postal authority made the carrier pay, as a person heard it: booked like the carrier's own word, and nobody is woken. */
    void byAuthority(ClaimView claim, Money amount, String words) {
        Answer answer = new Answer(ClaimNumber.filing(claim.claimNo(), Math.max(1, filings.of(claim.claimNo()).size())), "AGREED", Source.AUTHORITY,
                claim.complaintNo(), amount, words, clock.instant(), clock.instant());
        if (filings.hear(claim, answer)) {
            grant(claim, answer, Math.max(claim.money().agreed().minor(), amount.minor()));
            log.told(claim, "CLAIM_ANSWERED", said(Verdict.AGREED, answer, true), said(Verdict.AGREED, answer, false),
                    Map.of("verdict", "AGREED", "source", "AUTHORITY", "minor", amount.minor()));
        }
    }

    private ClaimView grant(ClaimView claim, Answer answer, long agreed) {
        store.agreed(claim.claimNo(), agreed, clock.instant().plus(contracts.inForce(claim.shop(), claim.carrier(), claim.region()).payTerm()));
        ClaimView now = store.find(claim.claimNo()).orElseThrow();
        books.moved(claim, now, "agreed", answer.source() + "/" + answer.number() + "/" + answer.verdict() + "/" + (answer.reference() == null ? "" : answer.reference()));
        return now;
    }

    private void agreed(ClaimView claim) {
        boolean moneyIn = claim.money().outstanding().isZero();
        if (claim.state() != State.AGREED) {
            store.state(claim.claimNo(), State.AGREED, claim.times().payBy());
            process.answered(claim, "AGREED", moneyIn, claim.times().payBy());
        } else if (moneyIn) {
            process.moneyIn(claim);
        }
    }

    /** A refusal of something filed earlier says nothing about the appeal that is under way. */
    private void refused(ClaimView claim, JdbcFilings.Filing filing, Verdict verdict) {
        if (claim.ended()) {
            return;
        }
        if (claim.state() == State.AGREED) {
            store.conflict(claim.claimNo());
            return;
        }
        int last = filings.of(claim.claimNo()).stream().filter(each -> each.kind() != Kind.SUPPLEMENT).mapToInt(JdbcFilings.Filing::n).max().orElse(1);
        if (filing.n() >= last && claim.state() != State.OPEN) {
            undecided(claim, verdict);
        }
    }

    private void undecided(ClaimView claim, Verdict verdict) {
        boolean more = verdict == Verdict.ASKS_MORE;
        Instant by = clock.instant().plus(Assessing.DESK_TERM);
        store.state(claim.claimNo(), more ? State.MORE_ASKED : State.TO_DECIDE, by);
        process.answered(claim, verdict.name(), false, by);
    }

    /** All that was agreed is in: whoever waits for it, chases it or weighs what to do hears of it; a part nobody accepted stays to be decided. */
    void moneyIn(ClaimView claim) {
        boolean whole = claim.money().agreed().compareTo(claim.money().claimed()) >= 0
                || filings.answers(claim.claimNo()).stream().anyMatch(answer -> answer.verdict().equals("AGREED"));
        if (claim.state() == State.AGREED) {
            process.moneyIn(claim);
        } else if (whole && (claim.state() == State.TO_DECIDE || claim.state() == State.COMPLAINED)) {
            store.state(claim.claimNo(), State.AGREED, null);
            process.answered(claim, "AGREED", true, clock.instant());
        }
    }

    /** A claim that had ended is owed again: the carrier changed its mind, or took its money back. */
    void owedAgain(ClaimView claim, Instant payBy) {
        if (claim.money().outstanding().isPositive()) {
            store.reopened(claim.claimNo(), State.AGREED, payBy);
            process.owedAgain(claim, payBy);
        }
    }

    private static String said(Verdict verdict, Answer answer, boolean chinese) {
        String who = switch (answer.source()) {
            case CARRIER -> chinese ? "承运商" : "The carrier ";
            case PAYMENT -> chinese ? "承运商以付款表示" : "The carrier, by paying, ";
            case AUTHORITY -> chinese ? "邮政管理部门促成承运商" : "The carrier, by the postal authority, ";
        };
        String what = switch (verdict) {
            case RECEIVED -> chinese ? "已受理" : "took the claim in";
            case AGREED -> chinese ? "同意赔付" : "agreed";
            case PART -> chinese ? "同意部分赔付" : "agreed to a part";
            case DENIED -> chinese ? "拒绝赔付" : "refused";
            case ASKS_MORE -> chinese ? "要求补充证据" : "asked for more evidence";
            case FAILED -> chinese ? "无法受理" : "could not take it";
        };
        String amount = answer.amount() == null ? "" : " " + ClaimLog.money(answer.amount(), chinese);
        String words = answer.words() == null || answer.words().isBlank() ? "" : (chinese ? "：" : ": ") + answer.words();
        return who + what + amount + words;
    }
}

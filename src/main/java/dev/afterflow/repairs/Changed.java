package dev.afterflow.repairs;

import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Instead;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.repairs.Repair.Wish;
import java.time.Instant;
import java.time.LocalDate;

/** A repair with some of it changed, to be saved; everything else stays as it was. */
final class Changed {

    private final Repair was;
    private Place place;
    private String cover;
    private String coverBasis;
    private String claim;
    private String claimBasis;
    private Wish wish;
    private LocalDate installedOn;
    private Instant cameAt;
    private Instant repairBy;
    private Bench bench;
    private int failures;
    private int repairs;
    private boolean fixed;
    private int days;
    private Instead instead;
    private Instant provedBy;
    private String why;
    private String ended;

    private Changed(Repair was) {
        this.was = was;
        this.place = was.place();
        this.cover = was.cover();
        this.coverBasis = was.coverBasis();
        this.claim = was.claim();
        this.claimBasis = was.claimBasis();
        this.wish = was.wish();
        this.installedOn = was.installedOn();
        this.cameAt = was.cameAt();
        this.repairBy = was.repairBy();
        this.bench = was.bench();
        this.failures = was.failures();
        this.repairs = was.repairs();
        this.fixed = was.fixed();
        this.days = was.daysInRepair();
        this.instead = was.instead();
        this.provedBy = was.provedBy();
        this.why = was.why();
        this.ended = was.ended();
    }

    static Changed from(Repair was) {
        return new Changed(was);
    }

    Changed place(Place now) {
        this.place = now;
        return this;
    }

    Changed judged(String newCover, String newCoverBasis, String newClaim, String newClaimBasis) {
        this.cover = newCover;
        this.coverBasis = newCoverBasis;
        this.claim = newClaim;
        this.claimBasis = newClaimBasis;
        return this;
    }

    Changed wish(Wish now, LocalDate installed) {
        this.wish = now;
        this.installedOn = installed;
        return this;
    }

    Changed term(Instant came, Instant by) {
        this.cameAt = came;
        this.repairBy = by;
        return this;
    }

    Changed bench(Bench now) {
        this.bench = now;
        return this;
    }

    Changed failures(int now) {
        this.failures = now;
        return this;
    }

    /** Repaired once more, or not any more. */
    Changed fixed(boolean now) {
        this.fixed = now;
        this.repairs += now ? 1 : 0;
        return this;
    }

    Changed daysMore(int more) {
        this.days += Math.max(0, more);
        return this;
    }

    Changed instead(Instead now) {
        this.instead = now;
        return this;
    }

    Changed provedBy(Instant now) {
        this.provedBy = now;
        return this;
    }

    Changed because(String reason) {
        this.why = reason;
        return this;
    }

    Changed ended(String outcome) {
        this.ended = outcome;
        return this;
    }

    Repair now() {
        return new Repair(was.caseNumber(), was.shop(), was.orderId(), was.currency(), place, was.answerBy(), was.escalateAt(), cover, coverBasis, claim,
                claimBasis, wish, installedOn, cameAt, repairBy, bench, failures, repairs, fixed, days, was.quote(), instead, was.refund(), provedBy, why, ended);
    }
}

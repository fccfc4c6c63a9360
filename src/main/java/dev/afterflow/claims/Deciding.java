package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.claims.JdbcFilings.Decision;
import dev.afterflow.claims.JdbcFilings.Kind;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about a claim; money is given up by two of them. */
@Component
@Transactional
class Deciding {

    /** 条例 28: after seven days without an answer the sender may complain. [A][L-EXP] */
    private static final Duration COMPLAIN_AFTER = Duration.ofDays(7);
    /** 邮政法 65: the authority answers within thirty days. [A][L-POST] */
    private static final Duration AUTHORITY_TERM = Duration.ofDays(30);
    private static final int MOST_APPEALS = 3;

    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final Hearing hearing;
    private final Ending ending;
    private final Law law;
    private final ClaimLog log;
    private final Clock clock;
    private final boolean smallTeam;

    Deciding(JdbcClaims store, JdbcFilings filings, Hearing hearing, Ending ending, Law law, ClaimLog log, Clock clock,
             @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.store = store;
        this.filings = filings;
        this.hearing = hearing;
        this.ending = ending;
        this.law = law;
        this.log = log;
        this.clock = clock;
        this.smallTeam = smallTeam;
    }

    boolean smallTeam() {
        return smallTeam;
    }

    /** Lets a claim go out, or not; whoever opened it does not approve it. */
    void approve(String claimNo, boolean approved, String note, Who who) {
        ClaimView claim = lock(claimNo);
        demand(who, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.DIRECTOR, Role.LEGAL);
        otherThan(claim.openedBy(), who);
        decided(claim, approved ? "APPROVED" : "NOT_APPROVED", note, who);
        if (!approved) {
            ending.drop(claim, "NOT_APPROVED");
        }
    }

    /** What to do about a refusal, a part or silence; answers for the process. */
    Map<String, Object> decide(String claimNo, String step, String note, Who who) {
        ClaimView claim = lock(claimNo);
        Instant by = clock.instant().plus(Assessing.DESK_TERM);
        switch (step == null ? "" : step) {
            case "ACCEPT" -> by = accept(claim);
            case "APPEAL" -> mayAppeal(claim);
            case "COMPLAIN" -> by = mayComplain(claim);
            case "WRITE_OFF" -> note(note);
            default -> throw Problem.invalid("nextStep", "values", "请选择下一步", "Choose what to do next");
        }
        decided(claim, step, note, who);
        Map<String, Object> answers = new HashMap<>(Map.of("nextStep", step, CarrierClaimProcess.BY, Date.from(by)));
        if (step.equals("ACCEPT")) {
            answers.put("moneyIn", claim.money().outstanding().isZero());
        }
        return answers;
    }

    private Instant accept(ClaimView claim) {
        if (!claim.money().agreed().isPositive()) {
            throw Problem.invalid("nextStep", "nothingAgreed", "承运商没有同意任何金额，不能接受", "The carrier agreed to no amount that could be accepted");
        }
        Instant by = claim.times().payBy() == null ? clock.instant().plus(Assessing.DESK_TERM) : claim.times().payBy();
        store.state(claim.claimNo(), State.AGREED, by);
        return by;
    }

    private void mayAppeal(ClaimView claim) {
        long appeals = filings.of(claim.claimNo()).stream().filter(filing -> filing.kind() == Kind.APPEAL).count();
        if (appeals >= MOST_APPEALS || claim.money().agreed().compareTo(claim.money().claimed()) >= 0) {
            throw Problem.invalid("nextStep", "appealed", "不能再申诉：已申诉 " + appeals + " 次，或金额已全部同意", "No more appeals: " + appeals + " were made, or all of it is agreed");
        }
    }

    private Instant mayComplain(ClaimView claim) {
        law.demandComplaint(claim.shop());
        Instant now = clock.instant();
        boolean silent = claim.times().filedAt() != null && !claim.times().filedAt().plus(COMPLAIN_AFTER).isAfter(now);
        if (claim.times().answeredAt() == null && !silent) {
            throw Problem.invalid("nextStep", "tooEarly", "承运商还没有答复，提交满 7 日后才能向 12305 申诉", "The carrier has not answered; 12305 hears it seven days after filing");
        }
        if (claim.times().complainBy() != null && claim.times().complainBy().isBefore(now)) {
            throw Problem.invalid("nextStep", "tooLate", "寄出已满一年，12305 不再受理", "More than a year has passed since posting; 12305 does not hear it any more");
        }
        return claim.times().complainBy() == null ? now.plus(Assessing.DESK_TERM) : claim.times().complainBy();
    }

    /** The complaint stands at 12305 under this number. */
    Instant complained(String claimNo, String number, Who who) {
        ClaimView claim = lock(claimNo);
        Instant by = clock.instant().plus(AUTHORITY_TERM);
        store.complained(claimNo, number, by);
        decided(claim, "COMPLAINED", number, who);
        log.told(claim, "CLAIM_COMPLAINED", "已向 12305 申诉：" + number, "Complained of at 12305: " + number, Map.of("number", number, "answerBy", by.toString()));
        return by;
    }

    /** What the authority brought about: the carrier pays this much, or nothing came of it. */
    Map<String, Object> authority(String claimNo, Money pays, String note, Who who) {
        ClaimView claim = lock(claimNo);
        decided(claim, pays == null ? "AUTHORITY_NOTHING" : "AUTHORITY_PAYS", note, who);
        if (pays == null) {
            store.state(claimNo, State.TO_DECIDE, clock.instant().plus(Assessing.DESK_TERM));
            return Map.of("nextStep", "DECIDE");
        }
        hearing.byAuthority(claim, pays, note);
        ClaimView now = lock(claimNo);
        Instant by = accept(now);
        return Map.of("nextStep", "ACCEPT", "moneyIn", now.money().outstanding().isZero(), CarrierClaimProcess.BY, Date.from(by));
    }

    /** The second person of a write-off. */
    Map<String, Object> writeOff(String claimNo, boolean approved, String note, boolean confirmedAgain, Who who) {
        ClaimView claim = lock(claimNo);
        demand(who, Role.FINANCE, Role.SUPERVISOR, Role.MANAGER, Role.DIRECTOR);
        if (approved) {
            String asked = filings.decisions(claimNo).stream().filter(each -> each.what().equals("WRITE_OFF")).reduce((first, last) -> last)
                    .map(Decision::by).orElse("");
            otherThan(asked, who);
            if (asked.equals(who.login()) && !confirmedAgain) {
                throw Problem.invalid("confirmedAgain", "confirmAgain", "核销也是您提出的，请勾选再次确认", "You asked for it too: confirm it a second time");
            }
        }
        decided(claim, approved ? "WRITE_OFF_APPROVED" : "WRITE_OFF_REFUSED", note, who);
        return Map.of("nextStep", approved ? "WRITTEN_OFF" : "DECIDE");
    }

    /** The agreed money is late: wait some days more, or weigh what else there is. */
    Map<String, Object> chase(String claimNo, String step, String note, Who who) {
        ClaimView claim = lock(claimNo);
        decided(claim, "CHASE_" + step, note, who);
        if ("WAIT".equals(step)) {
            Instant by = clock.instant().plus(Duration.ofDays(Contract.USUAL_PAY_DAYS));
            store.payBy(claimNo, by);
            return Map.of("nextStep", step, CarrierClaimProcess.BY, Date.from(by));
        }
        Instant by = clock.instant().plus(Assessing.DESK_TERM);
        store.state(claimNo, State.TO_DECIDE, by);
        return Map.of("nextStep", "DECIDE", CarrierClaimProcess.BY, Date.from(by));
    }

    /** The carrier's time is over: the first time an appeal goes out, then a person decides; what was heard meanwhile counts. */
    Map<String, Object> silence(String claimNo) {
        ClaimView claim = lock(claimNo);
        Instant by = clock.instant().plus(Assessing.DESK_TERM);
        if (claim.state() == State.AGREED) {
            return Map.of("claimAnswer", "AGREED", "moneyIn", claim.money().outstanding().isZero(), CarrierClaimProcess.BY,
                    Date.from(claim.times().payBy() == null ? by : claim.times().payBy()));
        }
        if (claim.state() == State.MORE_ASKED) {
            return Map.of("claimAnswer", "ASKS_MORE", CarrierClaimProcess.BY, Date.from(by));
        }
        boolean again = claim.state() != State.FILED || filings.of(claimNo).stream().anyMatch(filing -> filing.kind() == Kind.APPEAL);
        store.state(claimNo, State.TO_DECIDE, by);
        log.told(claim, "CLAIM_SILENCE", "承运商到期未答复" + (again ? "" : "，转申诉"), "The carrier did not answer in time" + (again ? "" : "; an appeal follows"), Map.of());
        return Map.of("claimAnswer", again ? "SILENT_AGAIN" : "SILENT", CarrierClaimProcess.BY, Date.from(by));
    }

    private void decided(ClaimView claim, String what, String note, Who who) {
        filings.decide(claim, new Decision(what, note == null ? "" : note.strip(), who.login(), clock.instant()));
        log.told(claim, "CLAIM_DECIDED", who.name() + "：" + Said.chinese(what), who.name() + ": " + Said.english(what), Map.of("what", what, "note", note == null ? "" : note));
    }

    private void otherThan(String first, Who who) {
        if (who.login().equals(first) && !smallTeam) {
            throw Problem.forbidden("claims.fourEyes", "提出人和审批人不能是同一人", "Whoever asked for it and whoever approves it are different people");
        }
    }

    private static void demand(Who who, Role... roles) {
        if (!who.is(roles)) {
            throw Problem.forbidden("claims.higherRoleNeeded", "您的角色不能审批", "Your role may not approve this");
        }
    }

    private static void note(String note) {
        if (note == null || note.isBlank()) {
            throw Problem.invalid("note", "required", "核销须写明原因", "A write-off has a reason");
        }
    }

    private ClaimView lock(String claimNo) {
        return store.lock(claimNo).orElseThrow(() -> Problem.notFound("claim"));
    }
}

package dev.afterflow.claims;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.carriers.Channel;
import dev.afterflow.claims.ClaimView.Basis;
import dev.afterflow.claims.ClaimView.Facts;
import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons what a carrier owes and by when it must be told. */
@Component
@Transactional
class Assessing {

    static final String TABLE = "carrier-claim-amount";
    /** The row without a law of its own. */
    private static final String ELSEWHERE = "carrierClaimAmount_elsewhere";
    /** How long people have for a step whose end nobody else sets. [P] */
    static final Duration DESK_TERM = Duration.ofDays(2);

    private final JdbcClaims store;
    private final Contracts contracts;
    private final Carriers carriers;
    private final Decisions decisions;
    private final Law law;
    private final Ending ending;
    private final ClaimLog log;
    private final Clock clock;

    Assessing(JdbcClaims store, Contracts contracts, Carriers carriers, Decisions decisions, Law law, Ending ending, ClaimLog log, Clock clock) {
        this.store = store;
        this.contracts = contracts;
        this.carriers = carriers;
        this.decisions = decisions;
        this.law = law;
        this.ending = ending;
        this.log = log;
        this.clock = clock;
    }

    /** Answers for the process; a claim that is another case's or under way already is nothing to claim here. */
    Map<String, Object> assess(String caseNumber, String claimNo) {
        ClaimView claim = store.lock(claimNo).orElseThrow(() -> Problem.notFound("claim"));
        if (!claim.caseNumber().equals(caseNumber) || claim.state() != State.OPEN || claim.basis() != null) {
            return answers(claim, false, false);
        }
        Contract contract = contracts.inForce(claim.shop(), claim.carrier(), claim.region());
        ClaimView reckoned = reckon(claim, contract, claim.facts());
        boolean owed = reckoned.money().claimed().isPositive();
        if (!owed) {
            ending.drop(reckoned, "NOTHING_OWED");
        }
        return answers(reckoned, owed, owed && needsApproval(reckoned, contract));
    }

    /** Reckons it anew by facts a person has added before it was filed. */
    ClaimView reckon(ClaimView claim, Contract contract, Facts facts) {
        Decided decided = decisions.decide(TABLE, facts(claim, contract, facts));
        Rule rule = Rule.valueOf(decided.text("rule"));
        Money claimed = rule.of(claim.money(), contract);
        Instant fileBy = contract.fileBy(claim.times().postedAt(), claim.times().discoveredAt());
        store.reckoned(claim.claimNo(), claimed, new Basis(decided.ruleId(), decided.ruleText(), Boolean.TRUE.equals(decided.outputs().get("complaint")),
                contract.id()), facts, fileBy, fileBy == null ? clock.instant().plus(DESK_TERM) : fileBy);
        ClaimView reckoned = store.find(claim.claimNo()).orElseThrow();
        log.told(reckoned, "CLAIM_RECKONED", "理赔金额 " + ClaimLog.money(claimed, true) + "：" + reckoned.basis().words(true), "Claim amount " + ClaimLog.money(claimed, false) + ": " + reckoned.basis().words(false),
                Map.of("claimed", claimed.minor(), "rule", decided.ruleId()));
        return reckoned;
    }

    private Map<String, Object> facts(ClaimView claim, Contract contract, Facts said) {
        Sheet sheet = claim.money();
        boolean insured = sheet.declared() != null;
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", law.of(claim.shop()));
        facts.put("fault", claim.fault().name());
        facts.put("insured", insured);
        facts.put("underInsured", insured && !"UP_TO_DECLARED".equals(contract.insuredRule()) && sheet.declared().compareTo(sheet.value()) < 0);
        facts.put("clause", contract.clause().name());
        facts.put("limit", limit(sheet, contract));
        facts.put("limitOff", said.limitOff());
        facts.put("shipperFault", said.shipperFault());
        return facts;
    }

    private static String limit(Sheet sheet, Contract contract) {
        if (sheet.freight() != null && (contract.multiple() != null || contract.clause() == Contract.Clause.REGISTERED_MAIL)) {
            return "MULTIPLE";
        }
        return contract.cap() == null ? "NONE" : "CAP";
    }

    /** A person looks first: above the contract's limit, where the law must be argued or is not ours, where the goods may have been forbidden, or when it is late. */
    private boolean needsApproval(ClaimView claim, Contract contract) {
        boolean large = contract.approveAbove() != null && claim.money().claimed().minor() > contract.approveAbove();
        boolean late = claim.times().fileBy() != null && claim.times().fileBy().isBefore(clock.instant());
        return large || late || ELSEWHERE.equals(claim.basis().rule()) || claim.facts().limitOff() || claim.fault() == Fault.SECURITY_SEIZED;
    }

    private Map<String, Object> answers(ClaimView claim, boolean claimable, boolean approval) {
        Instant by = claim.times().dueAt() == null ? clock.instant().plus(DESK_TERM) : claim.times().dueAt();
        return Map.of("claimable", claimable, "needsApproval", approval, "byHand", byHand(claim), "claimBy", Date.from(by));
    }

    /** Whether a person files it in the carrier's own portal. */
    boolean byHand(ClaimView claim) {
        return contracts.inForce(claim.shop(), claim.carrier(), claim.region()).byHand()
                || carriers.channel(claim.shop(), claim.carrier()) == Channel.PORTAL;
    }
}

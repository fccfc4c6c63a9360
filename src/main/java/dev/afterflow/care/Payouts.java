package dev.afterflow.care;

import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import dev.afterflow.payments.RefundView;
import dev.afterflow.payments.Settlement;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From an amount that a rule or a choice settled to money at the buyer, once; amounts come from our tables only. */
@Component
@Transactional
class Payouts {

    private static final String NOBODY = "none";
    private static final Set<String> DEAD = Set.of("REJECTED", "CLOSED");

    private final JdbcPayouts store;
    private final Subjects subjects;
    private final Promises promises;
    private final Payments payments;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Payouts(JdbcPayouts store, Subjects subjects, Promises promises, Payments payments, Timeline timeline, Audit audit, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.promises = promises;
        this.payments = payments;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    void open(Matter matter, Payout.Kind kind, Money amount) {
        store.open(matter, kind, amount, clock.instant());
    }

    /** What {@code approval-authority} asks beside the limits. */
    Map<String, Object> facts(String caseNumber) {
        Payout payout = store.lock(caseNumber);
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", payout.kind().name());
        facts.put("reasonType", "");
        facts.put("amountMinor", payout.amount().minor());
        facts.put("paidMinor", subjects.of(caseNumber).order().paid().minor());
        facts.put("days", null);
        return facts;
    }

    /** Keeps the role that must approve; the team that does, or nobody within what the shop's manager lets the rule pay. */
    String note(String caseNumber, String role, String team) {
        Payout payout = store.lock(caseNumber);
        boolean byRule = payout.kind() == Payout.Kind.CANCEL
                || payout.amount().minor() <= promises.of(payout.shop(), clock.instant()).autoMost();
        store.role(payout, byRule ? "NONE" : role);
        return byRule ? NOBODY : team;
    }

    void approve(String caseNumber, String note, Who who) {
        decided(caseNumber, Payout.State.AGREED, note, who);
    }

    void deny(String caseNumber, String note, Who who) {
        decided(caseNumber, Payout.State.DENIED, note, who);
    }

    private void decided(String caseNumber, Payout.State state, String note, Who who) {
        Payout payout = store.lock(caseNumber);
        if (!Role.covers(who.roles(), Role.valueOf(payout.role()))) {
            throw Problem.forbidden("care.higherRoleNeeded", "这笔赔付至少需要" + Words.of(payout.role()) + "审批",
                    "This compensation needs at least the role " + payout.role());
        }
        boolean approved = state == Payout.State.AGREED;
        store.decided(payout, who.login(), note, state);
        timeline.add(caseNumber, "DECISION", approved ? "赔付已批准" : "赔付未批准：" + note,
                approved ? "Compensation approved" : "Compensation not approved: " + note, Map.of("amount", payout.amount().minor()));
        audit.record(payout.shop(), approved ? "COMPENSATION_APPROVED" : "COMPENSATION_DENIED", "case", caseNumber,
                Map.of("by", who.login(), "role", payout.role(), "amount", payout.amount().minor()));
    }

    /** Decides what goes back by the order's payments, and says in how many parts; none if they cannot give it back. */
    long decide(String caseNumber) {
        Payout payout = store.lock(caseNumber);
        Subject of = subjects.of(caseNumber);
        if (!"NONE".equals(payout.role()) && payout.approver() == null) {
            throw Problem.forbidden("care.notApproved", "这笔赔付还没有获得所需的审批", "This compensation does not have the approval it needs yet");
        }
        if (!payments.of(caseNumber).stream().anyMatch(refund -> refund.seq() == payout.seq())
                && (!payout.amount().isPositive() || payout.amount().compareTo(of.left()) > 0)) {
            return 0;
        }
        String buyer = of.order().buyer() == null ? "order:" + payout.orderId() : of.order().buyer().id();
        return payments.decide(new RefundDecision(payout.shop(), caseNumber, payout.seq(), payout.orderId(), paid(of), payout.amount(),
                Words.in(payout.kind().name(), true) + " " + caseNumber, "buyer:" + buyer,
                payout.approver() == null ? "rule:" + payout.kind().name().toLowerCase(Locale.ROOT) : payout.approver(), null));
    }

    private static List<PaidPart> paid(Subject of) {
        return of.order().payments().stream().map(part -> new PaidPart(part.provider(), part.paymentId(), part.paid())).toList();
    }

    /** True when all of it has reached the buyer by the provider's own proof, or nothing was to go. */
    boolean settle(String caseNumber) {
        Payout payout = store.lock(caseNumber);
        if (!payout.amount().isPositive()) {
            store.decided(payout, null, null, Payout.State.PAID);
            return true;
        }
        boolean paid = payments.settlementOf(caseNumber, payout.seq()) == Settlement.ALL_PAID;
        if (paid && payout.state() != Payout.State.PAID) {
            store.decided(payout, null, null, Payout.State.PAID);
            String what = payout.kind().name();
            timeline.add(caseNumber, "MONEY", Words.in(what, true) + "已到账 " + Words.money(payout.amount(), true),
                    "Paid: " + Words.in(what, false) + " " + Words.money(payout.amount(), false), Map.of("seq", payout.seq()));
        }
        return paid;
    }

    /** The parts that are proved dead are paid again, each under the next number; 409 if none is. */
    void again(String caseNumber, String note, Who who) {
        Payout payout = store.lock(caseNumber);
        List<RefundView> dead = newest(payout).stream().filter(refund -> DEAD.contains(refund.state())).toList();
        if (dead.isEmpty()) {
            throw Problem.conflict("care.nothingDead", "没有已确认失败的款项，不能再付一次；请重新核对，或以其他方式支付",
                    "No part is proved to have failed; check again, or pay in another way");
        }
        dead.forEach(refund -> payments.renew(refund.refundNo(), who.login()));
        resolved(payout, payout.state(), "AGAIN", note, who);
    }

    private Collection<RefundView> newest(Payout payout) {
        return payments.of(payout.caseNumber()).stream().filter(refund -> refund.seq() == payout.seq())
                .collect(Collectors.toMap(RefundView::part, Function.identity(), (before, later) -> later)).values();
    }

    void recheck(String caseNumber, String note, Who who) {
        Payout payout = store.lock(caseNumber);
        resolved(payout, payout.state(), "CHECK", note, who);
    }

    /** Paid outside the product, with proof. */
    void otherwise(String caseNumber, String note, List<String> evidence, Who who) {
        if (evidence.isEmpty()) {
            throw Problem.invalid("evidence", "required", "请附上已支付的凭证", "Attach the proof of payment");
        }
        Payout payout = store.lock(caseNumber);
        resolved(payout, Payout.State.OTHERWISE, "OTHERWISE", note, who);
        timeline.add(caseNumber, "MONEY", "已用其他方式付给买家 " + Words.money(payout.amount(), true),
                "Paid to the buyer in another way: " + Words.money(payout.amount(), false), Map.of("evidence", evidence));
    }

    private void resolved(Payout payout, Payout.State next, String answer, String note, Who who) {
        store.decided(payout, null, note, next);
        audit.record(payout.shop(), "CARE_PAYOUT_" + answer, "case", payout.caseNumber(), Map.of("by", who.login(), "seq", payout.seq()));
    }

    Payout latest(String caseNumber) {
        return store.latest(caseNumber);
    }

    /** Whether money of this kind was to go back, and some was there to go. */
    boolean has(String caseNumber, Payout.Kind kind) {
        return store.of(caseNumber, kind).filter(payout -> payout.amount().isPositive()).isPresent();
    }
}

package dev.afterflow.payments;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides refunds, writes them down for sending and tells how they stand; amounts come from our order tables only. */
@Service
@Transactional
public class Payments {

    private final JdbcDecisions decisions;
    private final JdbcRefunds refunds;
    private final Ledger ledger;
    private final Providers providers;
    private final Outbox outbox;
    private final Alarms alarms;
    private final Hooks hooks;
    private final Audit audit;
    private final CrashPoint crash;

    Payments(JdbcDecisions decisions, JdbcRefunds refunds, Ledger ledger, Providers providers, Outbox outbox, Alarms alarms, Hooks hooks,
            Audit audit, CrashPoint crash) {
        this.decisions = decisions;
        this.refunds = refunds;
        this.ledger = ledger;
        this.providers = providers;
        this.outbox = outbox;
        this.alarms = alarms;
        this.hooks = hooks;
        this.audit = audit;
        this.crash = crash;
    }

    /**
     * Writes the decision down in the caller's transaction, split over the payments in the order given, and returns the
     * number of parts, one refund each. Asking again with the same case and seq changes nothing.
     */
    public int decide(RefundDecision decision) {
        DecisionRules.check(decision);
        decision.payments().forEach(payment -> decisions.know(decision.shop(), decision.orderId(), payment));
        List<Share> shares = split(decision);
        if (decisions.write(decision, shares.size())) {
            for (int part = 0; part < shares.size(); part++) {
                decisions.write(decision, part, shares.get(part).payment(), shares.get(part).amount());
            }
            audit.record(decision.shop(), "REFUND_DECIDED", "case", decision.caseNumber(), DecisionRules.told(decision));
        }
        return repeated(decision);
    }

    /**
     * Books money that the provider of these payments gave back of itself, such as a marketplace by its verdict; nothing is sent. What the
     * payments have not left is not booked and calls a person. Asking again with the same case and seq changes nothing.
     */
    public void given(RefundDecision decision) {
        decide(decision);
        decisions.parts(decision.caseNumber(), decision.seq()).stream().filter(part -> refunds.write(part, "")).forEach(this::book);
    }

    /**
     * Books that what the provider gave back of itself by this decision, all of it, is with us again, such as after an appeal; nobody is called.
     * What is not booked as given, or back already, stays as it is.
     */
    public void cameBack(String caseNumber, int seq) {
        for (Part part : decisions.parts(caseNumber, seq)) {
            if (refunds.gaveBackItself(part.refundNo())) {
                Refund refund = refunds.find(part.refundNo()).orElseThrow();
                refunds.takeBack(refund);
                ledger.returned(refund);
                audit.record(part.shop(), "REFUND_RETURNED", "refund", part.refundNo(), Map.of("source", "provider"));
            }
        }
    }

    private void book(Part part) {
        boolean covered = refunds.reserve(part);
        Refund refund = refunds.find(part.refundNo()).orElseThrow();
        if (covered && refunds.gave(part.refundNo())) {
            refunds.giveBack(refund);
            ledger.paid(refund);
            audit.record(part.shop(), "REFUND_SUCCEEDED", "refund", part.refundNo(), Map.of("source", "provider"));
        } else {
            refunds.refuse(part.refundNo());
            alarms.raise(refund, "CONFLICT", "the provider gave back of itself more than the payment has left");
        }
    }

    private int repeated(RefundDecision decision) {
        Money before = decisions.decided(decision.shop(), decision.caseNumber(), decision.seq()).orElseThrow();
        if (!before.equals(decision.amount())) {
            throw Problem.conflict("payments.decidedOtherwise", "该笔退款已按其他金额作出决定，另一金额须另作决定",
                "This refund was decided with another amount; another amount is another decision");
        }
        return decisions.parts(decision.caseNumber(), decision.seq()).size();
    }

    /** Fills payment after payment; what no payment covers stays with the last, whose reservation will refuse it. */
    private List<Share> split(RefundDecision decision) {
        List<Share> shares = new ArrayList<>();
        long left = decision.amount().minor();
        for (PaidPart payment : decision.payments()) {
            boolean last = payment == decision.payments().get(decision.payments().size() - 1);
            long available = Math.max(0, decisions.available(decision.shop(), payment));
            long share = last ? left : Math.min(left, available);
            if (share > 0) {
                shares.add(new Share(payment, share));
                left -= share;
            }
        }
        return shares;
    }

    /** How the latest decision of the case stands. */
    @Transactional(readOnly = true)
    public Settlement settlementOf(String caseNumber) {
        return settlementOf(caseNumber, decisions.latest(caseNumber));
    }

    /** How this decision of the case stands; each part counts by its newest generation. */
    @Transactional(readOnly = true)
    public Settlement settlementOf(String caseNumber, int seq) {
        List<RefundState> states = decisions.parts(caseNumber, seq).stream()
            .map(part -> refunds.find(part.refundNo()).map(Refund::state).orElse(RefundState.REQUESTED)).toList();
        if (states.stream().anyMatch(state -> !state.settled())) {
            return Settlement.PENDING;
        }
        boolean paid = !states.isEmpty() && states.stream().allMatch(state -> state == RefundState.SUCCEEDED);
        return paid ? Settlement.ALL_PAID : Settlement.FAILED;
    }

    @Transactional(readOnly = true)
    public List<RefundView> of(String caseNumber) {
        return refunds.of(caseNumber);
    }

    /** A refund of a case that waits for a person, and what they can do about it. */
    public record Waiting(String refundNo, Money amount, String zh, String en) {
    }

    /** The refunds of a case without an end about which its provider knows something to do. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(String caseNumber) {
        return refunds.of(caseNumber).stream().flatMap(view -> refunds.find(view.refundNo()).stream()).filter(refund -> !refund.state().settled())
            .flatMap(refund -> providers.find(refund.provider(), refund.shop()).flatMap(provider -> provider.advice(refund.ask()))
                .map(advice -> new Waiting(refund.refundNo(), refund.amount(), advice.zh(), advice.en())).stream()).toList();
    }

    /** What is left of an order's captured payments after all that was given back, taken back by a bank or is reserved for it, never below nothing. */
    @Transactional(readOnly = true)
    public Money left(String shop, String orderId, Money captured) {
        Money gone = new Money(decisions.givenBack(shop, orderId) + decisions.takenBack(shop, orderId), captured.currency());
        return captured.minus(gone.min(captured));
    }

    /** What of an order was given back or is reserved for it, by all its cases; in the order's currency. */
    @Transactional(readOnly = true)
    public Money givenBack(String shop, String orderId, String currency) {
        return new Money(decisions.givenBack(shop, orderId), currency);
    }

    /**
     * Writes intent, reservation and outbox row in the engine's own transaction. A second pass of the token finds the
     * first one's refund and changes nothing. {@code seq} 0 means the latest decision of the case.
     */
    Issued issue(String caseNumber, int decisionSeq, int partNo) {
        int seq = decisionSeq > 0 ? decisionSeq : decisions.latest(caseNumber);
        Part part = decisions.parts(caseNumber, seq).stream().filter(each -> each.part() == partNo).findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody decided part " + partNo + " of " + caseNumber + "/" + seq));
        if (!refunds.write(part, request(part))) {
            return again(part.refundNo());
        }
        if (!refunds.reserve(part)) {
            refunds.refuse(part.refundNo());
            return new Issued(part.refundNo(), true);
        }
        outbox.put(RefundCourier.KIND, providers.lane(part.provider(), part.shop()), part.refundNo(), part.shop());
        crash.reached("issued");
        return new Issued(part.refundNo(), false);
    }

    /** A settled refund met by a second token is marked unheard, so that the sweep wakes that token too. */
    private Issued again(String refundNo) {
        Refund refund = refunds.find(refundNo).orElseThrow();
        if (refund.state().settled() && !"reservation".equals(refund.settledBy())) {
            refunds.heard(refundNo, false);
        }
        return new Issued(refundNo, "reservation".equals(refund.settledBy()));
    }

    /**
     * Lets a refund that is proved dead be tried again under a new generation of its number; a person's decision, never a
     * retry. Returns the new number, which the next run of refund-payout sends.
     */
    public String renew(String refundNo, String decidedBy) {
        Refund dead = refunds.find(refundNo).orElseThrow(() -> Problem.notFound("refund"));
        Part part = decisions.parts(dead.caseNumber(), dead.seq()).get(dead.part());
        if (!dead.state().dead() || !part.refundNo().equals(refundNo)) {
            throw Problem.conflict("payments.stillAlive", "这笔退款尚未确认失败，不能重新发起",
                "This refund is not proved dead; it cannot be tried again");
        }
        String next = decisions.renew(part, decidedBy);
        audit.record(dead.shop(), "REFUND_RENEWED", "refund", next, Map.of("before", refundNo, "by", decidedBy));
        return next;
    }

    /** Has the provider asked at once how a refund stands, since it has spoken of it; one that is settled stays as it is. */
    public void askSoon(String refundNo) {
        outbox.hurry(RefundCourier.KIND, refundNo);
    }

    private String request(Part part) {
        String path = hooks.path(part.provider(), part.shop());
        return providers.find(part.provider(), part.shop()).map(provider -> provider.request(new Provider.Order(part.shop(),
            part.caseNumber(), part.refundNo(), part.paymentId(), part.amount(), decisions.captured(part.shop(), part.provider(), part.paymentId()), part.reason(), path)))
            .orElse("");
    }

    private record Share(PaidPart payment, long amount) {
    }
}

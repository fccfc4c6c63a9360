package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** How one request for refund, return or exchange stands; it refuses moves that cannot be. */
public record Return(String caseNumber, String shop, String orderId, State state, String currency, Finding finding, Money agreed,
                     Term term, Answer answer, Approval approval, int refundSeq) {

    /** ASKED waits for the buyer's proof, AGREED for approval, DECIDED for the money, OTHERWISE was paid outside the product. */
    public enum State {
        REVIEW, ASKED, REFUSED, AGREED, DECIDED, REFUNDED, OTHERWISE, WITHDRAWN, PLATFORM_CLOSED;

        private Set<State> next() {
            return switch (this) {
                case REVIEW -> EnumSet.of(REVIEW, ASKED, REFUSED, AGREED, WITHDRAWN, PLATFORM_CLOSED);
                case ASKED, REFUSED -> EnumSet.of(REVIEW, WITHDRAWN, PLATFORM_CLOSED);
                case AGREED -> EnumSet.of(REVIEW, DECIDED, WITHDRAWN, PLATFORM_CLOSED);
                case DECIDED -> EnumSet.of(REFUNDED, OTHERWISE);
                case REFUNDED, OTHERWISE, WITHDRAWN, PLATFORM_CLOSED -> EnumSet.noneOf(State.class);
            };
        }

        boolean waitsForBuyer() {
            return this == ASKED || this == REFUSED;
        }

        /** Whether the buyer may still take the request back: until the money is decided. */
        boolean mayBeWithdrawn() {
            return next().contains(WITHDRAWN);
        }

        boolean isEnd() {
            return this == REFUSED || next().isEmpty();
        }
    }

    /** What the tables found: type of the reason, eligibility with its ground in both languages, and the refund rule. */
    public record Finding(String reasonType, String eligibility, String ground, RefundRule rule) {

        static final Finding NONE = new Finding(null, null, null, null);

        boolean isNotEligible() {
            return "notEligible".equals(eligibility);
        }
    }

    /** Until when the buyer must have an answer, and when a supervisor is asked. */
    public record Term(Instant answerBy, Instant escalateAt) {
    }

    /** What the reviewer said last; ground only of a refusal, no reviewer when a rule agreed. */
    public record Answer(String ground, String words, String note, String reviewer, Set<Role> reviewerRoles) {

        static final Answer NONE = new Answer(null, null, null, null, Set.of());
    }

    /** The lowest role that may approve, and who did. */
    public record Approval(String role, String approver, String note) {

        static final Approval NONE = new Approval(null, null, null);
    }

    static Return begun(String caseNumber, String shop, String orderId, String currency) {
        return new Return(caseNumber, shop, orderId, State.REVIEW, currency, Finding.NONE, null, new Term(null, null), Answer.NONE,
                Approval.NONE, 0);
    }

    Return to(State next) {
        if (!state.next().contains(next)) {
            throw Problem.conflict("returns.impossibleMove", "请求状态为 " + state + "，不能变为 " + next,
                    "The request is " + state + " and cannot become " + next);
        }
        return with(next, finding, agreed, term, answer, approval, refundSeq);
    }

    /** Looked at anew: what was agreed before no longer holds. */
    Return anew() {
        return with(to(State.REVIEW).state, finding, null, term, answer, approval, refundSeq);
    }

    Return found(Finding found) {
        return with(state, found, agreed, term, answer, approval, refundSeq);
    }

    Return due(Term due) {
        return with(state, finding, agreed, due, answer, approval, refundSeq);
    }

    /** What was said to the request, with the amount if it was agreed; an earlier approval no longer counts. */
    Return answered(State said, Money amount, Answer answer) {
        return with(to(said).state, finding, amount, term, answer, Approval.NONE, refundSeq);
    }

    Return approval(Approval approval) {
        return with(state, finding, agreed, term, answer, approval, refundSeq);
    }

    /** The next decision about money: counted, so that a second one is a second decision. */
    Return decided() {
        return with(to(State.DECIDED).state, finding, agreed, term, answer, approval, refundSeq + 1);
    }

    private Return with(State state, Finding finding, Money agreed, Term term, Answer answer, Approval approval, int seq) {
        return new Return(caseNumber, shop, orderId, state, currency, finding, agreed, term, answer, approval, seq);
    }
}

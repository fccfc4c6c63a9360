package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** How one request for refund, return or exchange stands; it refuses moves that cannot be. */
public record Return(String caseNumber, String shop, String orderId, State state, String currency, Finding finding, Money agreed,
                     Term term, Answer answer, Approval approval, int refundSeq, Course course) {

    /**
     * ASKED and OFFERED wait for the buyer's proof or choice, GOODS for parcels back or out, AGREED for approval, DECIDED for the
     * money; OTHERWISE was paid outside the product, PLATFORM_PAID by the marketplace.
     */
    public enum State {
        REVIEW, ASKED, OFFERED, REFUSED, AGREED, GOODS, DECIDED, REFUNDED, OTHERWISE, REPLACED, NOTHING_SENT, SILENT,
        WITHDRAWN, PLATFORM_CLOSED, PLATFORM_PAID, PLATFORM_DISMISSED;

        private static final Set<State> LEFT = EnumSet.of(WITHDRAWN, PLATFORM_CLOSED, PLATFORM_PAID, PLATFORM_DISMISSED);

        private Set<State> next() {
            return switch (this) {
                case REVIEW -> left(REVIEW, ASKED, OFFERED, REFUSED, AGREED, GOODS);
                case ASKED, REFUSED -> left(REVIEW, GOODS);
                case OFFERED -> left(REVIEW, AGREED, GOODS, SILENT);
                case GOODS -> left(GOODS, REVIEW, AGREED, REFUSED, REPLACED, NOTHING_SENT);
                case AGREED -> left(REVIEW, GOODS, DECIDED);
                case DECIDED -> EnumSet.of(REFUNDED, OTHERWISE);
                default -> EnumSet.noneOf(State.class);
            };
        }

        private static Set<State> left(State... others) {
            Set<State> all = EnumSet.copyOf(LEFT);
            all.addAll(Set.of(others));
            return all;
        }

        boolean waitsForBuyer() {
            return this == ASKED || this == REFUSED || this == OFFERED;
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

    /** Until when the buyer must have an answer or their money, and when a supervisor is asked. */
    public record Term(Instant answerBy, Instant escalateAt) {
    }

    /** What the reviewer said last; ground only of a refusal, no reviewer when a rule agreed. */
    public record Answer(String ground, String words, String note, String reviewer, Set<Role> reviewerRoles) {

        static final Answer NONE = new Answer(null, null, null, null, Set.of());
    }

    /** The lowest role that may approve, whether a second person has to whoever reviewed, and who did. */
    public record Approval(String role, boolean second, String approver, String note) {

        static final Approval NONE = new Approval(null, false, null, null);
    }

    /**
     * What was agreed and what became of the goods.
     *
     * @param wish what the buyer asked when the facts were gathered last
     * @param remedy refund, returnRefund, exchange or reship; null until one is agreed
     * @param ruling what a supervisor decided about the goods that came back: ACCEPTED, DEDUCTED or REFUSED
     * @param takenBack the buyer withdrew while their parcel was on its way: it is sent back to them
     * @param why the money is another than the buyer expects: LOST, OUT_OF_STOCK, DEDUCTED or CHANGED
     */
    public record Course(String wish, String remedy, String ruling, boolean takenBack, String why) {

        static final Course NONE = new Course(null, null, null, false, null);

        Course agreed(String remedy) {
            return new Course(wish, remedy, null, takenBack, null);
        }

        Course ruled(String ruling) {
            return new Course(wish, remedy, ruling, takenBack, why);
        }

        Course because(String why) {
            return new Course(wish, remedy, ruling, takenBack, why);
        }

        Course staying() {
            return new Course(wish, remedy, ruling, false, why);
        }

        Course back() {
            return new Course(wish, remedy, ruling, true, why);
        }
    }

    static Return begun(String caseNumber, String shop, String orderId, String currency, String wish) {
        return new Return(caseNumber, shop, orderId, State.REVIEW, currency, Finding.NONE, null, new Term(null, null), Answer.NONE,
                Approval.NONE, 0, new Course(wish, null, null, false, null));
    }

    Return to(State next) {
        if (!state.next().contains(next)) {
            throw Problem.conflict("returns.impossibleMove", "请求状态为 " + state + "，不能变为 " + next,
                    "The request is " + state + " and cannot become " + next);
        }
        return with(next, finding, agreed, term, answer, approval, refundSeq, course);
    }

    /** Looked at anew: what was agreed before no longer holds. */
    Return anew(String wish) {
        return with(to(State.REVIEW).state, finding, null, term, answer, approval, refundSeq, new Course(wish, null, null, false, null));
    }

    /** A sum is owed that another room found, also after an earlier one was paid: it is a decision of its own, the next in count. */
    Return owedMore() {
        boolean paid = state == State.REFUNDED || state == State.OTHERWISE;
        return with(paid ? State.REVIEW : to(State.REVIEW).state, finding, agreed, term, answer, approval, refundSeq, course);
    }

    Return found(Finding found) {
        return with(state, found, agreed, term, answer, approval, refundSeq, course);
    }

    Return due(Term due) {
        return with(state, finding, agreed, due, answer, approval, refundSeq, course);
    }

    Return course(Course course) {
        return with(state, finding, agreed, term, answer, approval, refundSeq, course);
    }

    /** What was said to the request, with the amount if it was agreed; an earlier approval no longer counts. */
    Return answered(State said, Money amount, Answer answer) {
        return with(to(said).state, finding, amount, term, answer, Approval.NONE, refundSeq, course);
    }

    /** The amount owed after the goods came back, or did not: an earlier approval no longer counts, the reviewer's answer stays. */
    Return owing(Money amount) {
        return with(to(State.AGREED).state, finding, amount, term, answer, Approval.NONE, refundSeq, course);
    }

    Return approval(Approval approval) {
        return with(state, finding, agreed, term, answer, approval, refundSeq, course);
    }

    /** The next decision about money: counted, so that a second one is a second decision. */
    Return decided() {
        return with(to(State.DECIDED).state, finding, agreed, term, answer, approval, refundSeq + 1, course);
    }

    /** Money that somebody else gave in this case is a decision of its own in the count. */
    Return counted() {
        return with(state, finding, agreed, term, answer, approval, refundSeq + 1, course);
    }

    private Return with(State state, Finding finding, Money agreed, Term term, Answer answer, Approval approval, int seq, Course course) {
        return new Return(caseNumber, shop, orderId, state, currency, finding, agreed, term, answer, approval, seq, course);
    }
}

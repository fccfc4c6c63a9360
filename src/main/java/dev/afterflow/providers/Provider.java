package dev.afterflow.providers;

import dev.afterflow.money.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payment provider: sends one refund, asks for its fate, reads its notices. Adapters never throw for what a partner
 * answers: every code outside their allow-list of finals, every time-out and every broken signature is {@code UNKNOWN}.
 */
public interface Provider {

    String code();

    /** Whether anybody here has an account in this shop's name; where not, people pay by hand. */
    default boolean serves(String shop) {
        return true;
    }

    /** How long after a send "not found" proves nothing, because the partner may still be working on it. */
    Duration settleWindow();

    /** How long after the first send the partner still recognises the number; later only asking is allowed. */
    default Duration resendUntil() {
        return Duration.ofDays(365);
    }

    /** How soon after a send the partner can be asked about it. */
    default Duration askAfter() {
        return Duration.ZERO;
    }

    /** How long to wait before the next call in this shop's name, since the partner found us too hurried; zero is a turn taken. */
    default Duration turn(String shop) {
        return Duration.ZERO;
    }

    /** The bare text a notice is answered with once it was taken. */
    default String thanks() {
        return "";
    }

    /** The exact bytes to send for this refund, written down once with the intent. */
    String request(Order order);

    Answer refund(Ask ask);

    Answer query(Ask ask);

    /**
     * What the partner itself shows of refunds under numbers of ours out of the payment of this one, where it can be asked; none where only its
     * statement tells. Empty when it gave no clear answer.
     */
    default Optional<List<Seen>> seen(Ask ask) {
        return Optional.of(List.of());
    }

    /** A refund that the partner shows under a number of ours. */
    record Seen(String refundNo, Money amount) {
    }

    /** What a person can do about a refund that has no end yet, by what is known here without asking the partner; empty where nothing waits for a person. */
    default Optional<Advice> advice(Ask ask) {
        return Optional.empty();
    }

    /** Words for a person, in both languages. */
    record Advice(String zh, String en) {
    }

    /** What a genuine notice speaks of; empty when the signature does not hold. */
    Optional<Notice> read(String shop, Map<String, String> headers, byte[] body);

    /** What goes into a request; {@code captured} is what the payment took in all. */
    record Order(String shop, String caseNumber, String refundNo, String paymentId, Money amount, Money captured, String reason, String noticePath) {
    }

    /** A refund to send or to ask for; {@code request} are the stored bytes. */
    record Ask(String shop, String refundNo, String request) {
    }

    /** Has the provider send its notices of this shop here, where that takes a call of its own; called every hour. */
    default void listen(String shop, String noticePath) {
    }

    /** What a notice may be about. */
    enum Topic { REFUND, DISPUTE, NOTHING_OF_OURS }

    /**
     * A genuine notice: a hint to go and ask, never a booking.
     *
     * @param subject the refund's number, or the provider's own name of the dispute
     * @param claim what it says of the money; null where it says nothing
     */
    record Notice(String eventId, Topic topic, String subject, Claim claim) {

        public Notice(String eventId, String refundNo) {
            this(eventId, Topic.REFUND, refundNo, null);
        }
    }

    /**
     * What a notice says of a refund's money; where our books say otherwise it is not about our money.
     *
     * @param payments the names the provider has for the payment; ours is one of them
     * @param captured what was paid in all; null where it does not say
     * @param refunded of this refund or, {@code soFar}, of the payment up to and with this refund
     */
    record Claim(List<String> payments, Money captured, Money refunded, boolean soFar) {

        public Claim(String payment, Money captured, Money refunded, boolean soFar) {
            this(Collections.singletonList(payment), captured, refunded, soFar);
        }

        /** Whether it agrees with a refund of ours. */
        public boolean holds(String payment, Money paid, Money amount) {
            return payments.contains(payment) && (captured == null || captured.equals(paid))
                && (soFar ? refunded.compareTo(amount) >= 0 && refunded.compareTo(paid) <= 0 : refunded.equals(amount));
        }
    }

    /** What the partner said, already translated. {@code amount} is present when it names one. */
    record Answer(Result result, Money amount, String providerRefundId, Integer httpStatus, String code,
            String requestId) {

        public static Answer unknown(String code) {
            return new Answer(Result.UNKNOWN, null, null, null, code, null);
        }
    }

    /**
     * REFUSED and NOT_FOUND are proofs only after the rules of the state machine have been applied; HELD moved nothing and
     * waits for our side, such as a top-up: people are told, and the same number is sent again.
     */
    enum Result {
        SUCCEEDED, PROCESSING, REFUSED, CLOSED, ABNORMAL, RETURNED, HELD, NOT_FOUND, UNKNOWN
    }
}

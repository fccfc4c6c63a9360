package dev.afterflow.disputes;

import dev.afterflow.money.Money;
import java.time.Instant;

/**
 * A dispute as it stands; amounts in one currency, times that have not come are null.
 *
 * @param matter the other side's own name of it
 * @param platform where it is decided: a marketplace's word, a provider's, or {@code paypal}
 * @param reason a word of {@code dispute-strategy}
 * @param round 1, and one more with each appeal
 */
public record Dispute(String caseNumber, String shop, String orderId, String buyerId, String matter, String platform, Kind kind, String reason,
                      String words, Sheet money, Times times, State state, int round, Advice advice, Position position, Statement statement,
                      Decided verdict, String outcome) {

    /** A marketplace's intervention, a card chargeback or the inquiry before it, Amazon's A-to-z, PayPal. */
    public enum Kind {
        PLATFORM, CHARGEBACK, INQUIRY, A_TO_Z, PAYPAL;

        /** Does the other side take the money before it decides? */
        boolean withholds() {
            return this != PLATFORM && this != INQUIRY;
        }
    }

    /** DEFAULTED: nobody answered in time. */
    public enum State { OPEN, ANSWERING, ANSWERED, DEFAULTED, DECIDED, ENDED }

    /** What is asked for; of it withheld, given back, lost, and what the dispute cost beside; a card provider's money in the currency of its balance. */
    public record Sheet(Money amount, Money withheld, Money returned, Money lost, Money fee) {

        static Sheet of(Money amount) {
            Money none = Money.zero(amount.currency());
            return new Sheet(amount, none, none, none, none);
        }

        Sheet with(Money nowWithheld, Money nowReturned, Money nowLost) {
            return new Sheet(amount, nowWithheld, nowReturned, nowLost, fee);
        }
    }

    /** {@code told}: the platform itself named the deadline. */
    public record Times(Instant dueAt, boolean told, Instant warnAt, Instant alarmAt, Instant openedAt, Instant answeredAt, Instant verdictAt,
                        Instant appealBy, Instant closedAt) {
    }

    /** What the table proposed, and how the shop's own contested disputes of this platform and reason ended. */
    public record Advice(String strategy, String ground, int pastDecided, int pastWon) {
    }

    /** ACCEPT or CONTEST, by whom and why; all null before. */
    public record Position(String what, String note, String by, String secondBy, String sentBack) {
    }

    /** What we say, and why something is missing; {@code by} is null while the words are a draft, such as those of the round before. */
    public record Statement(String words, String incomplete, String by) {
    }

    /** WON, LOST or PART with the other side's reason; null before. */
    public record Decided(String verdict, String words) {
    }

    /** The same with this money. */
    Dispute with(Sheet counted) {
        return new Dispute(caseNumber, shop, orderId, buyerId, matter, platform, kind, reason, words, counted, times, state, round, advice, position, statement, verdict, outcome);
    }

    /** Did somebody state our case in this round? */
    boolean stated() {
        return statement != null && statement.by() != null;
    }

    boolean ended() {
        return state == State.ENDED;
    }

    boolean waitsForAnswer() {
        return state == State.OPEN || state == State.ANSWERING;
    }

    boolean accepted() {
        return "ACCEPT".equals(position.what());
    }

    String currency() {
        return money.amount().currency();
    }
}

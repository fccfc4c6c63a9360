package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How a case of missing pieces, an empty parcel or wrong goods stands; it refuses moves that cannot be.
 *
 * @param found what the table said, null before
 * @param party who is liable as a person found, null before
 * @param pieces missing or wrong pieces by line, empty before somebody decided
 */
record Shortage(String caseNumber, String shop, String orderId, String currency, State state, Claim claim, Instant answerBy, Instant escalateAt,
                Found found, Party party, Instant askedAt, Instant evidenceUntil, Remedy remedy, Map<String, Integer> pieces, Money amount,
                Said said, String why) {

    /** ASKED waits for pictures, DECIDED for goods or money. */
    enum State {
        LOOKING, ASKED, DECIDED, REFUNDED, REFUSED, WITHDRAWN, PLATFORM_CLOSED, PLATFORM_PAID;

        /** Whether a person has still to decide. */
        boolean isOpen() {
            return this == LOOKING || this == ASKED;
        }
    }

    enum Claim { SHORT, EMPTY, WRONG }

    enum Party {
        WAREHOUSE, CARRIER, SUPPLIER, UNPROVED, UNCLEAR;

        /** Is there somebody to turn to? */
        boolean isOfOurs() {
            return this == WAREHOUSE || this == CARRIER || this == SUPPLIER;
        }
    }

    enum Remedy { RESHIP, REFUND, EXCHANGE, REFUSE, SETTLED }

    /** The table's word, its ground as Chinese / English. */
    record Found(Party party, String basis) {
    }

    /** Who decided and what they said. */
    record Said(String words, String note, String by, Set<Role> roles) {
    }

    Shortage to(State next) {
        if (!state.isOpen() && state != State.DECIDED) {
            throw Problem.conflict("repairs.impossibleMove", "少发错发已了结，状态为 " + state, "The matter has ended as " + state);
        }
        return new Shortage(caseNumber, shop, orderId, currency, next, claim, answerBy, escalateAt, found, party, askedAt, evidenceUntil, remedy,
                pieces, amount, said, why);
    }

    Shortage found(Found now) {
        return new Shortage(caseNumber, shop, orderId, currency, State.LOOKING, claim, answerBy, escalateAt, now, party, askedAt, evidenceUntil, remedy,
                pieces, amount, said, why);
    }

    Shortage asked(Instant at, Instant until) {
        return new Shortage(caseNumber, shop, orderId, currency, State.ASKED, claim, answerBy, escalateAt, found, party, at, until, remedy,
                pieces, amount, said, why);
    }

    /** What a person decided; amount only of a refund. */
    Shortage decided(Party liable, Remedy chosen, Map<String, Integer> missing, Money owed, Said by) {
        return new Shortage(caseNumber, shop, orderId, currency, to(State.DECIDED).state, claim, answerBy, escalateAt, found, liable, askedAt,
                evidenceUntil, chosen, missing, owed, by, null);
    }

    /** Why a person has to decide anew. */
    Shortage because(String reason) {
        return new Shortage(caseNumber, shop, orderId, currency, state, claim, answerBy, escalateAt, found, party, askedAt, evidenceUntil, remedy,
                pieces, amount, said, reason);
    }

    /** Another amount is owed than was decided: nothing was left to send. */
    Shortage owing(Money owed) {
        return new Shortage(caseNumber, shop, orderId, currency, state, claim, answerBy, escalateAt, found, party, askedAt, evidenceUntil, remedy,
                pieces, owed, said, why);
    }
}

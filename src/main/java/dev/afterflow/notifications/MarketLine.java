package dev.afterflow.notifications;

import java.util.Optional;

/**
 * A marketplace's own record of a buyer's matter, into which words of people can be written where a shop has such an account. Words that were handed
 * over are never sent in another way: what became of them is asked for under their key.
 */
public interface MarketLine {

    /** How far handed words have come; WITH_PERSON: somebody writes them in the seller's centre. */
    enum State { UNDER_WAY, WITH_PERSON, TAKEN, REFUSED }

    /** How handed words stand; {@code zh} and {@code en} say why where they were refused. */
    record Handed(State state, String zh, String en) {
    }

    /** Whether something about this order takes words of ours now. */
    boolean reaches(String shop, String orderId);

    /** Whether words of this length are taken. */
    boolean fits(String text);

    /** Hands words over in the caller's transaction, once under this key. */
    void hand(String key, String caseNumber, String shop, String orderId, String text);

    /** What became of the words of this key; empty where none were handed over. */
    Optional<Handed> standing(String key);
}

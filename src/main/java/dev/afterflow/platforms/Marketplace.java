package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One kind of marketplace, spoken to in a shop's name. Whatever is no clear answer throws {@link Away}. */
interface Marketplace {

    /** Why a thing is not told of: it is there no more. */
    String GONE = "GONE";

    /** Its word in addresses, rows and letters. */
    String word();

    /** Whether this shop has an account there. */
    boolean serves(String shop);

    /** What it can be asked by machine. */
    Set<Kind> verbs();

    /** What changes there can be read by time, by name. */
    List<String> feeds();

    /** Names what changed in a feed within {@code [from, to]}, page by page, so that what changes meanwhile is named twice rather than never. */
    Page list(String shop, String feed, Instant from, Instant to, String cursor) throws Away;

    /** How a thing of a feed stands now. */
    Told read(String shop, String feed, String matter) throws Away;

    /** The same before something is written: without what only a person reads. */
    default Told look(String shop, String feed, String matter) throws Away {
        return read(shop, feed, matter);
    }

    /** Which reviews change without the marketplace saying so, such as one a buyer thinks better of; empty where it says so. */
    default Optional<Watched> watched() {
        return Optional.empty();
    }

    /** Which feed a request's matter is read from; empty where a verb is about an order. {@code known} is the matter as it was last told, or null. */
    Optional<String> feedOf(PlatformRequest request, PlatformMatter known);

    /** Whether our word is there already, where the matter's state does not tell: a message, an answer, a remark, evidence. */
    default boolean isThere(PlatformRequest request, Told now) throws Away {
        return false;
    }

    /** Where money of this payment of the house's orders is given back. */
    default Purse purse(String paymentId) {
        return new Purse(paymentId, null, Map.of());
    }

    /** What it gave back of a purse's order under numbers of ours, whether or not we still know them; empty where it keeps none. */
    default List<Gave> gave(String shop, Purse purse) throws Away {
        return List.of();
    }

    /** Writes, once; {@code typed} is the code from the shop's telephone or null. */
    Outcome write(PlatformRequest request, Told now, List<PlatformPapers.Paper> papers, String typed) throws Away;

    /** Whether one call may carry these requests of a shop together; one by itself always goes by {@link #write}. */
    default boolean fits(String shop, List<PlatformRequest> together) throws Away {
        return false;
    }

    /** Writes several in one call; what came of each, by number. */
    default Map<String, Outcome> writeTogether(String shop, List<Piece> pieces) throws Away {
        return Map.of();
    }

    /** What a genuine push says; empty when its signature does not hold, a push without hints when it speaks of nothing we read. */
    default Optional<Pushed> push(String shop, Map<String, String> headers, byte[] body) {
        return Optional.empty();
    }

    /** Whether it keeps words for us in a queue. */
    default boolean hasQueue() {
        return false;
    }

    /** Takes the words that wait in the marketplace's queue for this shop; they come again until they are confirmed. */
    default List<Queued> queue(String shop) throws Away {
        return List.of();
    }

    default void confirm(String shop, List<Queued> taken) throws Away {
    }

    /** Something changed. {@code event} is the same however often and by whichever way it is told. */
    record Hint(String feed, String matter, String event) {
    }

    /** {@code next} is null on the last page; {@code tooMany}: ask for less time at once. */
    record Page(List<Hint> hints, String next, boolean tooMany) {

        static Page of(List<Hint> hints, String next) {
            return new Page(hints, next, false);
        }
    }

    record Pushed(List<Hint> hints) {
    }

    /** A word of a queue under the marketplace's own number; {@code hint} is null where it speaks of nothing we read. */
    record Queued(String number, Hint hint, byte[] body) {
    }

    /**
     * How a thing stands, and what the letterbox is told of it.
     *
     * @param matter null for what is no matter, such as an order
     * @param slips rows of {@code intake}; of the matter's own letter only what the marketplace's dialect knows
     * @param refused why it is not taken, a stable word and the marketplace's; null when it is
     * @param inside what only this adapter understands, such as a phase
     */
    record Told(PlatformMatter matter, List<Ground> grounds, List<Slip> slips, String refused, Map<String, String> inside) {

        static Told refused(String why) {
            return new Told(null, List.of(), List.of(), why, Map.of());
        }

        /** The marketplace has it no more, such as a review that was taken down. */
        static Told gone() {
            return refused(GONE);
        }

        boolean isGone() {
            return GONE.equals(refused);
        }

        static Told slips(List<Slip> slips) {
            return new Told(null, List.of(), slips, null, Map.of());
        }
    }

    /** A row for a kind of letter; {@code isWord}: it is the matter's own word and gets its name, version and state from the book. */
    record Slip(String kind, ObjectNode row, boolean isWord) {
    }

    /** Reviews whose state is one of these words, and the feed they are read from. */
    record Watched(String feed, Set<String> words) {
    }

    /**
     * What a refund of a payment is agreed on.
     *
     * @param matter of it the agreement speaks; null where it is what the buyer asked for in the order there
     * @param more what else the agreement says, by {@link PlatformRequest.Word}
     */
    record Purse(String orderId, String matter, Map<String, String> more) {
    }

    /**
     * Money it gave back, under the number of ours that stands with it.
     *
     * @param reference its own name of it
     * @param paymentId by the house's name of the payment; null where it does not say
     */
    record Gave(String number, String reference, String paymentId, Money amount, Instant at) {
    }

    /** One of several that go together. */
    record Piece(PlatformRequest request, Told now) {
    }

    /** UNSENT: it surely did not leave. UNKNOWN: neither yes nor no. */
    enum Result { DONE, REFUSED, CHANGED, CODE, PERSON, UNSENT, UNKNOWN }

    /** What came of writing; {@code code} is a stable word, {@code zh} and {@code en} are for people. */
    record Outcome(Result result, String code, String zh, String en, String reference) {

        static Outcome done(String reference) {
            return new Outcome(Result.DONE, null, "", "", reference);
        }

        static Outcome of(Result result, String code, String zh, String en) {
            return new Outcome(result, code, zh, en, null);
        }
    }

    /** No clear answer; {@code wasSent} false: nothing left the house. */
    class Away extends Exception {

        private final boolean sent;

        Away(String code, boolean sent) {
            super(code);
            this.sent = sent;
        }

        boolean wasSent() {
            return sent;
        }

        /** It was only not its turn. */
        boolean isTurn() {
            return !sent && (code().equals(MarketCircuits.PACE) || code().equals(MarketCircuits.BUSY));
        }

        String code() {
            return getMessage();
        }
    }
}

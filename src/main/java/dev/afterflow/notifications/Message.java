package dev.afterflow.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something to tell a buyer. {@code template} names a text of this room (refundSettled, requestReceived, …) or is
 * {@link #TYPED}; {@code key} names the state it speaks of: the same case, template, buyer and key are told at most once.
 */
public record Message(String shop, String caseNumber, String template, String language, Recipient to,
        Map<String, String> words, String key, About about) {

    /** The template of a message typed by a person; its word {@code text} is what they typed. */
    public static final String TYPED = "typed";

    public Message {
        words = Map.copyOf(words);
    }

    public Message(String shop, String caseNumber, String template, String language, Recipient to, Map<String, String> words, String key) {
        this(shop, caseNumber, template, language, to, words, key, About.NOTHING);
    }

    boolean typed() {
        return TYPED.equals(template);
    }

    /** Written or chosen by a person, not told by the house of itself. */
    boolean byPerson() {
        return typed() || template.startsWith("desk");
    }

    /** Words of a person, or a text that only reminds: not what the buyer must learn of their request, their goods and their money. */
    boolean urges() {
        return byPerson() || template.endsWith("Reminder");
    }

    /** Who is told and over which order; without {@code phone} and {@code email}, which may be null, the marketplace's chat is used. */
    public record Recipient(String buyerId, String orderId, String email, String phone) {

        public Recipient(String buyerId, String orderId, String email) {
            this(buyerId, orderId, email, null);
        }
    }

    /**
     * What the guard and the sender must know and cannot read in the words.
     *
     * @param reviewId the review it is linked to, or null
     * @param offers a refund, coupon, gift or other money goes with it
     * @param marketing it is commercial, so it needs the buyer's consent
     * @param secrets the buyer's own data that must not stand in it in full, such as the phone number; not kept
     * @param near reviews of this order, or by this buyer: money and reviews must not meet in words of a person then
     * @param answers it answers what the buyer just wrote, so no cap keeps it back
     * @param notAfter pointless later, or null
     */
    public record About(String reviewId, boolean offers, boolean marketing, Set<String> secrets, List<String> near, boolean answers,
            Instant notAfter) {

        /** Linked to nothing, offering nothing. */
        public static final About NOTHING = new About(null, false, false, Set.of());

        public About {
            secrets = Set.copyOf(secrets);
            near = List.copyOf(near);
        }

        public About(String reviewId, boolean offers, boolean marketing, Set<String> secrets) {
            this(reviewId, offers, marketing, secrets, List.of(), false, null);
        }

        /** A text of the house that answers a buyer and is pointless after a moment. */
        public static About answerUntil(Instant notAfter) {
            return new About(null, false, false, Set.of(), List.of(), true, notAfter);
        }
    }
}

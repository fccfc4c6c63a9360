package dev.afterflow.providers;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A provider whose buyers' banks take payments back: reads disputes, keeps a draft of our evidence, submits it once, or accepts.
 * Adapters never throw for what the provider answers; what is not clearly done or refused is {@code UNKNOWN}.
 */
public interface CardDisputes {

    /** The provider's word, as {@link Provider#code}. */
    String code();

    boolean serves(String shop);

    /** The accounts there are, as {@link Accounts#names} has them. */
    List<String> accounts();

    /** How a dispute stands now. */
    Heard read(String shop, String id);

    /** The names of the disputes the provider opened since then, the oldest first; throws when it does not say so now. */
    List<String> openedSince(String shop, Instant from);

    /** Keeps evidence with the provider without submitting it; the bank sees nothing. */
    Heard draft(String shop, String id, String number, Evidence evidence);

    /** Submits evidence for good; the same number twice is one submission, and a dispute that was submitted is {@code DONE}. */
    Heard submit(String shop, String id, String number, Evidence evidence);

    /** Accepts the dispute as lost. */
    Heard accept(String shop, String id, String number);

    /** What a provider may be told of a dispute, by its own field names; {@code words} in plain text, {@code papers} as files. */
    record Evidence(Map<String, String> words, List<Paper> papers) {

        public Evidence {
            words = Map.copyOf(words);
            papers = List.copyOf(papers);
        }
    }

    /** One frozen paper; {@code sha256} in small hex, {@code field} the provider's kind of evidence. */
    record Paper(String field, String name, String mediaType, byte[] content, String sha256) {
    }

    /** What came of a call; {@code dispute} as it stands afterwards, null when that is not known. */
    record Heard(Outcome outcome, String code, Dispute dispute) {

        public static Heard unknown(String code) {
            return new Heard(Outcome.UNKNOWN, code, null);
        }
    }

    /** UNKNOWN is neither: ask again before doing anything again. */
    enum Outcome { DONE, REFUSED, NOT_FOUND, UNKNOWN }

    /** An inquiry takes no money yet. */
    enum Status {
        INQUIRY, INQUIRY_UNDER_REVIEW, INQUIRY_CLOSED, NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST, PREVENTED, OTHER;

        /** Whether the provider waits for our evidence. */
        public boolean ours() {
            return this == INQUIRY || this == NEEDS_RESPONSE;
        }

        public boolean over() {
            return this == INQUIRY_CLOSED || this == WON || this == LOST || this == PREVENTED;
        }
    }

    /**
     * A dispute as the provider has it.
     *
     * @param paymentId the payment's name, as {@link Provider.Order#paymentId}; {@code otherId} another name the provider has for it
     * @param word the provider's own word for {@code status}
     * @param reason the provider's category, {@code bankReason} the card network's own code; null where it has none
     * @param dueBy until when evidence is taken; null when none is asked for
     * @param submissions how often evidence was submitted
     * @param moves what the dispute moved on our balance with the provider, the oldest first
     */
    record Dispute(String id, String paymentId, String otherId, Status status, String word, String reason, String bankReason, Money amount,
                   Instant dueBy, boolean pastDue, int submissions, Instant openedAt, List<Move> moves) {

        public Dispute {
            moves = List.copyOf(moves);
        }
    }

    /**
     * One line of our balance: {@code amount} below zero was withheld, above zero returned; {@code fee} above zero was charged. Both in the
     * balance's currency, which may be another than the payment's.
     */
    record Move(String id, Money amount, Money fee, Instant at) {
    }
}

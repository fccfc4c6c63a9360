package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import java.util.Map;

/**
 * What we ask of a marketplace. Papers to go with it are asked of {@link PlatformPapers} when it is sent.
 *
 * @param number the asker's own stable number, the process's {@code effectNo}: at most 40 letters, digits and dashes; the same number twice is one request
 * @param matter the marketplace's own name of what it is about: a refund, return, exchange, dispute or review; of a remark and a message its order
 * @param seen the {@link PlatformMatter#version} that was decided on: when the marketplace has another by then nothing is written and the
 *     answer is {@code CHANGED}; null where the asker takes whatever stands there
 * @param amount of a refund agreed to; null otherwise
 * @param reason the marketplace's own code, from {@link PlatformMatter#grounds}, or the category of a report; null where none is asked for
 * @param words what the other side reads, within the marketplace's limits (a refusal 2-200 characters, a message 400 bytes, an answer to a
 *     review 500 characters); null where nothing is said
 * @param more by {@link Word}: what else the verb needs
 */
public record PlatformRequest(String number, String caseNumber, String shop, Kind kind, String matter, String seen, Money amount,
                              String reason, String words, Map<String, String> more) {

    /** The verbs of the one port to marketplaces. */
    public enum Kind {
        /** Give the money back: moves the seller's money at the marketplace. */
        AGREE_REFUND,
        /** Let the goods come back; {@code ADDRESS} where to. */
        AGREE_RETURN,
        /** Turn a refund, return or exchange down, with a proof. */
        REFUSE,
        /** The goods came back as agreed: let the money or the exchange go on. */
        CONFIRM_GOODS,
        /** The goods that came back are not as agreed. */
        REFUSE_GOODS,
        GIVE_ADDRESS,
        /** What is sent instead is on its way; {@code CARRIER} and {@code WAYBILL}. */
        SEND_REPLACEMENT,
        /** Words, with a picture where there is one, into the matter's own record. */
        MESSAGE,
        /** The one public answer to a review. */
        REPLY_REVIEW,
        /** Complain about a review in the marketplace's category. */
        REPORT_REVIEW,
        /** A remark and a flag on the order; {@code FLAG}. */
        FLAG,
        /** The evidence of a dispute, once. */
        SUBMIT_EVIDENCE,
        /** Do not contest: the buyer or the bank gets what was asked. */
        ACCEPT,
        APPEAL
    }

    /** What {@link PlatformRequest#more} may hold. */
    public enum Word {
        /** The marketplace's number of one of the shop's return addresses. */
        ADDRESS,
        /** The shop's carrier word. */
        CARRIER,
        WAYBILL,
        /** 1 red, 2 yellow, 3 green, 4 blue, 5 purple. */
        FLAG,
        /** Who pays the way back: {@code BUYER} or {@code SELLER}. */
        FREIGHT,
        /** Out of which payment of the order a refund is given, where it has several. */
        PAYMENT,
        /** The marketplace's word, of a shop that has accounts at several, where what it is about does not tell. */
        MARKET
    }

    public PlatformRequest {
        if (number == null || !number.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A request has a number of letters, digits and dashes: " + number);
        }
        if (matter == null || matter.isBlank() || matter.length() > 200) {
            throw new IllegalArgumentException("A request is about something: " + number);
        }
        if (kind == Kind.AGREE_REFUND && amount == null) {
            throw new IllegalArgumentException("A refund names its amount: " + number);
        }
        more = more == null ? Map.of() : Map.copyOf(more);
    }

    /** The value of a word; null when it was not given. */
    public String more(Word word) {
        return more.get(word.name());
    }
}

package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Something a marketplace keeps about an order, as it last told us.
 *
 * @param platform the marketplace's word, such as {@code taobao} or {@code shopify}
 * @param id the marketplace's own name of it
 * @param lineId the line of the order it is about; null for all of it
 * @param word the marketplace's own word for how it stands
 * @param version changes whenever the marketplace changed it
 * @param amount what the buyer asks for, or the bank took; null where no money is spoken of
 * @param deadline until when we must move; null when nobody waits for us
 * @param allows what we may still do by machine
 * @param mayNotZh why we may not refuse, {@code mayNotEn} in English; null when we may
 * @param modifiedAt by the marketplace's clock
 */
public record PlatformMatter(String shop, String platform, Sort sort, String id, String orderId, String lineId, State state, Step step,
                             String word, String version, Money amount, String reasonCode, String reasonText, Instant deadline,
                             Set<Kind> allows, String mayNotZh, String mayNotEn, Instant modifiedAt) {

    /** What it is about. */
    public enum Sort { REFUND, RETURN, EXCHANGE, REPAIR, RESHIP, DISPUTE, REVIEW }

    /** How it stands, in words all marketplaces share. */
    public enum State {
        /** The seller must answer. */
        ASKED,
        /** Agreed: the buyer sends the goods. */
        WAITS_FOR_GOODS,
        /** On its way back: the seller looks at the goods. */
        GOODS_BACK,
        /** The seller sends what is owed instead. */
        WAITS_FOR_SHIPMENT,
        /** The buyer must answer, after a refusal or an offer. */
        WAITS_FOR_BUYER,
        /** Evidence is with the platform or the bank. */
        UNDER_REVIEW,
        DONE,
        CLOSED
    }

    /** How far the marketplace or the bank itself has stepped in. */
    public enum Step { NONE, ASKED_FOR, STEPPED_IN, EVIDENCE, DECIDED_BUYER, DECIDED_SELLER, DECIDED, APPEAL, WITHDRAWN }

    /** A ground a marketplace lets the seller refuse on, with its own code. */
    public record Ground(String code, String words, boolean needsProof) {
    }

    public PlatformMatter {
        allows = Set.copyOf(allows);
    }

    /** Whether somebody waits for us. */
    public boolean ours() {
        return List.of(State.ASKED, State.GOODS_BACK, State.WAITS_FOR_SHIPMENT).contains(state);
    }
}

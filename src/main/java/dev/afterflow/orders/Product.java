package dev.afterflow.orders;

import java.time.Instant;
import java.util.List;

/**
 * What is known about a product that bears on after-sales.
 *
 * @param noReasonExcluded whether the seven-day return without reason is excluded; lawful only for classes that allow it and
 *     when the buyer confirmed it at purchase (Consumer Protection Law, article 25)
 * @param exclusionConfirmedAt when the buyer confirmed the exclusion
 * @param exclusionProof where the proof of that confirmation is
 * @param durable whether the rules for durable goods hold (burden of proof with the seller for six months)
 * @param promiseDays days the shop itself promises for returns, null when none
 */
public record Product(String shop, String productId, String title, String category, Kind kind, boolean noReasonExcluded,
                      Instant exclusionConfirmedAt, String exclusionProof, Integer warrantyDays, WarrantyFrom warrantyFrom,
                      List<String> serials, String supplier, boolean durable, Integer promiseDays) {

    /** The class of goods that decides about returns without reason; {@code class} in messages. */
    public enum Kind { STANDARD, CUSTOM, PERISHABLE, DIGITAL, PERIODICAL, SPECIAL }

    /** What the warranty counts from. */
    public enum WarrantyFrom { DELIVERY, INSTALLATION }
}

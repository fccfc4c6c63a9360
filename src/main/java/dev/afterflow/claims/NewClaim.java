package dev.afterflow.claims;

import dev.afterflow.money.Money;
import java.time.Instant;

/**
 * A claim to be opened; all amounts in one currency.
 *
 * @param carrier the carrier's word as orders know it, such as {@code sf}
 * @param loss what the shop lost by the fault
 * @param declared the declared (insured) value; null or zero for a parcel that was not insured
 * @param freight what the parcel's carriage cost; null where nobody knows
 * @param postedAt when the carrier took it over; the year for a complaint at 12305 counts from here
 * @param discoveredAt when the fault was found out; many contracts count their claim window from here
 */
public record NewClaim(String caseNumber, String shop, String carrier, String waybill, Fault fault, Money loss, Money declared,
                       Money freight, Instant postedAt, Instant discoveredAt) {
}

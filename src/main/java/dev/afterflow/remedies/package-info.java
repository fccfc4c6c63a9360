/**
 * Settles who is liable, and which remedies may be offered at what cost to the seller. Liability is known inside the house
 * only: no message to a buyer blames anyone. Nothing below what the law grants is offered, and nothing for a review.
 *
 * <p>Doors: {@link dev.afterflow.remedies.Liabilities} (with {@link dev.afterflow.remedies.Liability}),
 * {@link dev.afterflow.remedies.Remedies} (with {@code Option}, {@code Ranking}, {@code Offer}), the event
 * {@link dev.afterflow.remedies.BuyerChose}.
 */
@ApplicationModule(displayName = "Remedies")
package dev.afterflow.remedies;

import org.springframework.modulith.ApplicationModule;

/**
 * Answers platform interventions, claims and chargebacks before their deadline: accepted by two or contested with a complete pack that
 * is sent once, waited for, appealed and learnt from; money withheld and returned stands in a book of its own, but for the card
 * providers' whose money the payments book.
 *
 * <p>Doors: {@link dev.afterflow.disputes.Disputes} with its {@link dev.afterflow.disputes.Dispute}.
 */
@ApplicationModule(displayName = "Disputes")
package dev.afterflow.disputes;

import org.springframework.modulith.ApplicationModule;

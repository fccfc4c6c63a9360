/**
 * Moves parcels back and out again: tells buyers where to send goods, takes in what comes, judges whether it is intact, sends
 * replacements, and keeps the warehouse and the seller's own systems told. A parcel nobody expected is kept for a person.
 */
@ApplicationModule(displayName = "Logistics")
package dev.afterflow.logistics;

import org.springframework.modulith.ApplicationModule;

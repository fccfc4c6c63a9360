/**
 * Finds parcels that go wrong and never lets the buyer wait for the carrier: calms and records first, asks the carrier first, and
 * makes the buyer whole while the carrier is still thinking. A parcel that stands still is found before its buyer asks.
 *
 * <p>Doors: {@link dev.afterflow.complaints.Complaints} with its {@link dev.afterflow.complaints.Complaint}.
 */
@ApplicationModule(displayName = "Complaints")
package dev.afterflow.complaints;

import org.springframework.modulith.ApplicationModule;

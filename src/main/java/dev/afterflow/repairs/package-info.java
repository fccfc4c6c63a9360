/**
 * The workshop floor beside returns: repairs goods under warranty or for an agreed price, and makes good what was packed short
 * or wrong. To the buyer the seller answers first; whom the seller turns to is looked for beside it and never waited for.
 */
@ApplicationModule(displayName = "Repairs")
package dev.afterflow.repairs;

import org.springframework.modulith.ApplicationModule;

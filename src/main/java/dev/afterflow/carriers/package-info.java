/**
 * Speaks to carriers: follows parcels through tracking services, and carries what we ask of a carrier (chase, intercept, claim,
 * appeal) by work order, by mail or by a person's hand, at most once where nobody can be asked whether it came.
 */
@ApplicationModule(displayName = "Carriers")
package dev.afterflow.carriers;

import org.springframework.modulith.ApplicationModule;

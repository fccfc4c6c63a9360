/**
 * Promise: Stripe's refunds, notices, statements and disputes in our words, through its own SDK; what it has not clearly said is unknown,
 * and evidence leaves once.
 */
@ApplicationModule(displayName = "Stripe")
package dev.afterflow.stripe;

import org.springframework.modulith.ApplicationModule;

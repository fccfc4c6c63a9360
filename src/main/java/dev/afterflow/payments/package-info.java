/** Promise: money goes back once and only once, and every refund ends with the provider's own evidence. */
@ApplicationModule(displayName = "Payments")
package dev.afterflow.payments;

import org.springframework.modulith.ApplicationModule;

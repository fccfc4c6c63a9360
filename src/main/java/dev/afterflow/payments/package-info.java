/** Promise: money goes back once and only once, and every refund ends with the provider's own evidence. */
@org.springframework.modulith.ApplicationModule(displayName = "Payments")
package dev.afterflow.payments;

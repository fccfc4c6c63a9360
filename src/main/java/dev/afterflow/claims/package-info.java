/**
 * Makes carriers pay: a claim's evidence is frozen, its amount is reckoned by contract and law, it is filed at most once, answers and
 * money are booked apart, and what is not paid is appealed, complained of or written off by two people. The buyer's remedy is never
 * touched by it.
 */
@ApplicationModule(displayName = "Claims")
package dev.afterflow.claims;

import org.springframework.modulith.ApplicationModule;

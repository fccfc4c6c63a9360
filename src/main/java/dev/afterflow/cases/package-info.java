/**
 * Opens, remembers and closes a case: what the buyer wished, in their words, everything that happened since, and the
 * proofs. Nothing a buyer or a platform says is lost, and nothing that was written is changed.
 *
 * <p>Seven doors: {@link dev.afterflow.cases.Cases} (with {@code NewCase}), {@link dev.afterflow.cases.Case} (with
 * {@code Kind}, {@code State}, {@code Line}), {@link dev.afterflow.cases.Timeline},
 * {@link dev.afterflow.cases.Evidence} (with {@code Item}, {@code Added}) and the three events.
 */
@ApplicationModule(displayName = "Cases")
package dev.afterflow.cases;

import org.springframework.modulith.ApplicationModule;

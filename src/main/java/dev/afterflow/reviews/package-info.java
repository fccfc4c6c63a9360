/**
 * Answers bad reviews lawfully: freezes what was written, finds the cause, settles it on its merits, replies in public inside the
 * platform's window and complains of malice with proof. Nobody is paid, pressed or threatened over a review.
 *
 * <p>Doors: {@link dev.afterflow.reviews.Reviews} with its {@link dev.afterflow.reviews.Review}.
 */
@ApplicationModule(displayName = "Reviews")
package dev.afterflow.reviews;

import org.springframework.modulith.ApplicationModule;

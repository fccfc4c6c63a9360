package dev.afterflow.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a delegate that orders something outside (money, a claim, a message with an answer): its step must be
 * {@code asyncBefore} and be followed directly by the receive task that hears the outcome, else the model is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OutsideEffect {
}

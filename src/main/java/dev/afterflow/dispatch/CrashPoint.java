package dev.afterflow.dispatch;

import org.springframework.stereotype.Component;

/** Marks a step at which a crash must do no harm; inert unless {@code -Dafterflow.crash.at=<step>} names it. */
@Component
public class CrashPoint {

    private final String at = System.getProperty("afterflow.crash.at", "");

    public void reached(String step) {
        if (at.equals(step)) {
            Runtime.getRuntime().halt(137);
        }
    }
}

package dev.afterflow.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Demo (known people, known password, a played outside world) or production; nothing between. */
@Component
class Mode {

    private final boolean demo;

    Mode(@Value("${afterflow.mode}") String mode) {
        if (!mode.equals("demo") && !mode.equals("production")) {
            throw new StartRefused("afterflow.mode is '" + mode + "'.", "Set afterflow.mode to demo or production.");
        }
        this.demo = mode.equals("demo");
    }

    boolean demo() {
        return demo;
    }

    String word() {
        return demo ? "demo" : "production";
    }
}

package dev.afterflow.benchmark;

import java.util.stream.Stream;

/** Settings of a JVM that holds an engine and nothing else: no door keeper, no sessions, no events between rooms. */
final class Alone {

    private static final String OFF = "--spring.autoconfigure.exclude=" + String.join(",",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration");

    private Alone() {
    }

    static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more, new String[] {OFF}).flatMap(Stream::of).toArray(String[]::new);
    }
}

package dev.afterflow.benchmark;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** A JVM that holds an engine and nothing else: anybody may enter, no sessions, no events between rooms. */
class Alone {

    private static final String OFF = "--spring.autoconfigure.exclude=" + String.join(",",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration");

    static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more, new String[] {OFF}).flatMap(Stream::of).toArray(String[]::new);
    }

    @Bean
    static SecurityFilterChain anybody(HttpSecurity door) throws Exception {
        return door.csrf(CsrfConfigurer::disable).authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }
}

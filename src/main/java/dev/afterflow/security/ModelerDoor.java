package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Camunda Modeler's door: login and password ({@code Basic}) or a personal key ({@code Bearer afk_…}) at each call, as the tool sends
 * them; cookies are not looked at. Whoever has a second factor comes with a key, since the tool asks for no code. At most 60 calls a person and minute.
 */
class ModelerDoor extends DoorFilter {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int CALLS_A_MINUTE = 60;
    private static final int LONGEST = 400;

    private final Logins logins;
    private final JdbcPeople people;
    private final PersonalKeys keys;
    private final SecondFactors factors;
    private final Turnstile calls;

    ModelerDoor(Answers answers, Logins logins, JdbcPeople people, PersonalKeys keys, SecondFactors factors, Clock clock) {
        super(answers);
        this.logins = logins;
        this.people = people;
        this.keys = keys;
        this.factors = factors;
        this.calls = new Turnstile(clock, CALLS_A_MINUTE, 60);
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        person(request).ifPresent(person -> {
            calls.pass(person.login());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Known(person.who(), Set.of()));
            SecurityContextHolder.setContext(context);
        });
        return request;
    }

    private Optional<Person> person(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        if (header.startsWith(BEARER + KeyText.PREFIX)) {
            return keys.find(header.substring(BEARER.length())).flatMap(people::byId).filter(logins::mayEnter);
        }
        return header.startsWith(BASIC) ? named(header.substring(BASIC.length()), request.getRemoteAddr()) : Optional.empty();
    }

    private Optional<Person> named(String coded, String address) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(coded.strip()), StandardCharsets.UTF_8).split(":", 2);
            Optional<Person> person = parts.length == 2 && !parts[0].isBlank() ? Optional.of(logins.enter(parts[0], parts[1], address)) : Optional.empty();
            return person.filter(entered -> !entered.factor() && !factors.obliged(entered));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Nobody asks too often: strangers are counted by address, people by who they are; machines send as fast as they like.
 * The web app's own files count for nobody: a whole office behind one address opens the first page at nine o'clock.
 */
class Crowd extends DoorFilter {

    private static final int BREATH = 5;
    private static final Pattern ASKS = Pattern.compile("/(api|v3|sandbox)/.*");

    private final Turnstile strangers;
    private final Turnstile people;

    Crowd(Answers answers, Settings settings, Clock clock) {
        super(answers);
        this.strangers = new Turnstile(clock, settings.strangerRequestsPerSecond(), 1);
        this.people = new Turnstile(clock, settings.requestsPerSecond() * BREATH, BREATH);
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        Optional<Who> who = Who.ifAny();
        if (!ASKS.matcher(request.getRequestURI()).matches()) {
            return request;
        }
        if (who.isEmpty()) {
            strangers.pass(request.getRemoteAddr());
        } else if (who.get().kind() == Who.Kind.PERSON) {
            people.pass(who.get().login());
        }
        return request;
    }
}

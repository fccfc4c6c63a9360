package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * Nobody asks too often: strangers are counted by address, people by who they are, machines by key and kind of row, partners'
 * notices by address and room. Who is sent away is told the seconds to wait, and nothing of theirs was taken.
 * The web app's own files count for nobody: a whole office behind one address opens the first page at nine o'clock.
 */
class Crowd extends DoorFilter {

    private static final int BREATH = 5;
    private static final Pattern ASKS = Pattern.compile("/(api|v3|sandbox)/.*");
    private static final Pattern NOTICES = Pattern.compile("/api/notices/[^/]+/.*");

    private final Turnstile strangers;
    private final Turnstile people;
    private final Turnstile machines;

    Crowd(Answers answers, Settings settings, Clock clock) {
        super(answers);
        this.strangers = new Turnstile(clock, settings.strangerRequestsPerSecond(), 1);
        this.people = new Turnstile(clock, settings.requestsPerSecond() * BREATH, BREATH);
        this.machines = new Turnstile(clock, settings.machineRequestsPerSecond(), 1);
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (ASKS.matcher(path).matches()) {
            Who.ifAny().ifPresentOrElse(who -> known(who, path), () -> stranger(request.getRemoteAddr(), path));
        }
        return request;
    }

    private void known(Who who, String path) {
        if (who.kind() == Who.Kind.PERSON) {
            people.pass(who.login());
        } else {
            machines.pass(who.login() + " " + path);
        }
    }

    /** A partner's notices are signed, not logged in; all of one room's paths count together, so that made-up tokens win nothing. */
    private void stranger(String address, String path) {
        if (NOTICES.matcher(path).matches()) {
            machines.pass(address + " " + path.split("/", 5)[3]);
        } else {
            strangers.pass(address);
        }
    }
}

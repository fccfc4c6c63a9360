package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads who is asking from the session: it holds a number and an epoch only, the person is read anew with one select a
 * request, so that a changed role, shop or team counts at once. Over after twelve hours, whatever happens.
 */
@Component
class SessionDoor implements SecurityContextRepository {

    static final Duration LONGEST = Duration.ofHours(12);
    /** How long a code may take after the password. */
    static final Duration HALFWAY = Duration.ofMinutes(5);
    private static final String PERSON = "person";
    private static final String ENTERING = "entering";
    private static final String CONFIRMED = "confirmed";

    private final JdbcPeople people;
    private final Logins logins;
    private final SecondFactors factors;
    private final Clock clock;
    private final Duration fresh;

    SessionDoor(JdbcPeople people, Logins logins, SecondFactors factors, Clock clock,
                @Value("${afterflow.security.fresh-code:10m}") Duration fresh) {
        this.people = people;
        this.logins = logins;
        this.factors = factors;
        this.clock = clock;
        this.fresh = fresh;
    }

    /** Opens a session under a new id; what was known under the old one is gone. */
    void open(HttpServletRequest request, Person person, boolean confirmed) {
        close(request);
        request.getSession(true).setAttribute(PERSON, person.id() + ":" + person.epoch());
        if (confirmed) {
            confirmed(request);
        }
    }

    /** A session that opens nothing but the door for a code. */
    void halfway(HttpServletRequest request, Person person) {
        close(request);
        request.getSession(true).setAttribute(ENTERING, person.id() + ":" + person.epoch());
    }

    /** Whose code is waited for. */
    Optional<Person> entering(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ENTERING) instanceof String written
                && Instant.ofEpochMilli(session.getCreationTime()).plus(HALFWAY).isAfter(clock.instant()) ? person(written) : Optional.empty();
    }

    /** A code was given just now. */
    void confirmed(HttpServletRequest request) {
        request.getSession(false).setAttribute(CONFIRMED, Long.toString(clock.instant().getEpochSecond()));
    }

    /** Has a second factor, or got a role that must have one, and gave no code of it lately. */
    private boolean stale(HttpSession session, Person person) {
        return (person.factor() || factors.obliged(person)) && !(session.getAttribute(CONFIRMED) instanceof String at
                && Instant.ofEpochSecond(Long.parseLong(at)).plus(fresh).isAfter(clock.instant()));
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        HttpServletRequest request = holder.getRequest();
        if (request.getAttribute(PERSON) == null) {
            read(request).ifPresent(known -> request.setAttribute(PERSON, known));
        }
        context.setAuthentication((Known) request.getAttribute(PERSON));
        return context;
    }

    private Optional<Known> read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String written)) {
            return Optional.empty();
        }
        Optional<Person> person = young(session) ? person(written) : Optional.empty();
        if (person.isEmpty()) {
            session.invalidate();
        }
        return person.map(found -> new Known(found.who(), Set.of(), stale(session, found)));
    }

    private Optional<Person> person(String written) {
        String[] parts = written.split(":");
        return people.byId(Long.parseLong(parts[0])).filter(logins::mayEnter)
                .filter(person -> person.epoch() == Integer.parseInt(parts[1]));
    }

    private boolean young(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isAfter(clock.instant());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a session is opened by logging in and by nothing else
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getSession(false) != null;
    }
}

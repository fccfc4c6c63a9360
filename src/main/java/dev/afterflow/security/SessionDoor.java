package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
    private static final String PERSON = "person";

    private final JdbcPeople people;
    private final Logins logins;
    private final Clock clock;

    SessionDoor(JdbcPeople people, Logins logins, Clock clock) {
        this.people = people;
        this.logins = logins;
        this.clock = clock;
    }

    /** Opens a session under a new id; what was known under the old one is gone. */
    void open(HttpServletRequest request, Person person) {
        close(request);
        request.getSession(true).setAttribute(PERSON, person.id() + ":" + person.epoch());
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
        return person.map(found -> new Known(found.who(), Set.of()));
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

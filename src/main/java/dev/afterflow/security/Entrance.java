package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in or out for good: another session, another CSRF token, and a mark for the page. */
@Component
class Entrance {

    private static final Duration WHILE_THE_BROWSER_RUNS = Duration.ofSeconds(-1);

    private final SessionDoor sessions;
    private final CookieCsrfTokenRepository csrf;

    Entrance(SessionDoor sessions, CookieCsrfTokenRepository csrf) {
        this.sessions = sessions;
        this.csrf = csrf;
    }

    void opens(HttpServletRequest request, HttpServletResponse response, Person person, boolean confirmed) {
        sessions.open(request, person, confirmed);
        freshCsrf(request, response);
        hint(request, response, WHILE_THE_BROWSER_RUNS);
    }

    /** The password was right and a code is missing: nothing is open yet. */
    void halfway(HttpServletRequest request, HttpServletResponse response, Person person) {
        sessions.halfway(request, person);
        freshCsrf(request, response);
    }

    void closes(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request);
        freshCsrf(request, response);
        hint(request, response, Duration.ZERO);
    }

    private void freshCsrf(HttpServletRequest request, HttpServletResponse response) {
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    /** Tells the page that somebody logged in here, so that a first visitor need not ask and be refused; it opens nothing. */
    private static void hint(HttpServletRequest request, HttpServletResponse response, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from("known", "1").path("/").sameSite("Lax")
                .secure(request.isSecure()).maxAge(age).build().toString());
    }
}

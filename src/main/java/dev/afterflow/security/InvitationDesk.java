package dev.afterflow.security;

import dev.afterflow.database.Fence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of an invitation: the token travels in the body, so that it stands in no log. */
@RestController
@RequestMapping("/api/session/invitation")
@PreAuthorize("permitAll()")
@Tag(name = "session")
class InvitationDesk {

    private final Invitations invitations;
    private final Turnstile attempts;

    InvitationDesk(Invitations invitations, Settings settings, Clock clock) {
        this.invitations = invitations;
        this.attempts = new Turnstile(clock, settings.loginsPerMinute(), 60);
    }

    record Token(String token) {
    }

    record Accepted(String token, String password) {
    }

    record Invited(String login, String name) {
    }

    @PostMapping
    @Operation(summary = "邀请是给谁的 / Whose invitation this is")
    Invited look(@RequestBody Token asked, HttpServletRequest request) {
        attempts.pass(request.getRemoteAddr());
        return invitations.find(SessionDesk.required("token", asked.token())).map(person -> new Invited(person.login(), person.name()))
                .orElseThrow(() -> Problem.notFound("invitation"));
    }

    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "接受邀请 / Set a password by an invitation", description = "Once; then log in.")
    void accept(@RequestBody Accepted wish, HttpServletRequest request) {
        attempts.pass(request.getRemoteAddr());
        String token = SessionDesk.required("token", wish.token());
        String password = SessionDesk.required("password", wish.password());
        Fence.within(Set.of(), () -> {
            invitations.accept(token, password);
        });
    }
}

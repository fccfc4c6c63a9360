package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the link of the console and opens the administrator's session. */
@RestController
@RequestMapping("/api/first-admin")
@Tag(name = "session")
class FirstAdminDesk {

    private final FirstAdmin first;
    private final Turnstile attempts;
    private final Entrance entrance;
    private final MeView view;

    FirstAdminDesk(FirstAdmin first, Entrance entrance, MeView view, Settings settings, Clock clock) {
        this.first = first;
        this.attempts = new Turnstile(clock, settings.loginsPerMinute(), 60);
        this.entrance = entrance;
        this.view = view;
    }

    record Wish(String token, String login, String name, String password) {
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "第一位管理员 / The first administrator", description = "With the link a production start prints on its console, once.")
    Me enter(@RequestBody Wish wish, HttpServletRequest request, HttpServletResponse response) {
        attempts.pass(request.getRemoteAddr());
        Person admin = first.enter(wish.token(), wish.login(), wish.name(), wish.password());
        entrance.opens(request, response, admin, false);
        return view.of(admin.who());
    }
}

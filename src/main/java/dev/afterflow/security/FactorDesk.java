package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second step of a log-in, and the same code again before something grave: for whoever gave a password or is logged in. */
@RestController
@RequestMapping("/api/session")
@PreAuthorize("permitAll()")
@Tag(name = "session")
class FactorDesk {

    private final FactorDoor door;
    private final SecondFactors factors;
    private final SessionDoor sessions;
    private final Entrance entrance;
    private final JdbcPeople people;
    private final MeView view;

    FactorDesk(FactorDoor door, SecondFactors factors, SessionDoor sessions, Entrance entrance, JdbcPeople people, MeView view) {
        this.door = door;
        this.factors = factors;
        this.sessions = sessions;
        this.entrance = entrance;
        this.people = people;
        this.view = view;
    }

    record Code(String code) {
    }

    /** The recovery codes are in this answer and never again. */
    record Set(Me me, List<String> recoveryCodes) {
    }

    @PostMapping("/code")
    @Operation(summary = "验证码 / Give a code", description = "Of the authenticator app, or a recovery code; each is taken once.")
    Me code(@RequestBody Code given, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> entering = sessions.entering(request);
        Person person = asker(entering);
        door.demand(person, given.code(), request.getRemoteAddr());
        in(entering, person, request, response);
        return view.of(person.who());
    }

    @PostMapping("/factor")
    @Operation(summary = "设置二次验证 / Begin a second factor", description = "The secret is in this answer and never again.")
    SecondFactors.Begun begin(HttpServletRequest request) {
        return factors.begin(asker(sessions.entering(request)));
    }

    @PutMapping("/factor")
    @Operation(summary = "启用二次验证 / Put a second factor in force", description = "With the first code of the app.")
    Set confirm(@RequestBody Code given, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> entering = sessions.entering(request);
        Person person = asker(entering);
        List<String> recovery = door.confirm(person, given.code(), request.getRemoteAddr());
        in(entering, person, request, response);
        return new Set(view.of(person.who()), recovery);
    }

    @DeleteMapping("/factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "停用二次验证 / Take my second factor off", description = "Not for those who must have one.")
    void remove() {
        Person person = asker(Optional.empty());
        Who.demandFreshCode();
        if (factors.obliged(person)) {
            throw Problem.conflict("security.factorObliged", "您的角色必须使用二次验证", "Your role must have a second factor");
        }
        factors.remove(person);
    }

    private void in(Optional<Person> entering, Person person, HttpServletRequest request, HttpServletResponse response) {
        if (entering.isPresent()) {
            entrance.opens(request, response, person, true);
        } else {
            sessions.confirmed(request);
        }
    }

    private Person asker(Optional<Person> entering) {
        return entering.or(() -> Who.ifAny().filter(who -> who.kind() == Who.Kind.PERSON).flatMap(who -> people.byId(who.id())))
                .orElseThrow(Problem::unknown);
    }
}

package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log in, log out, who am I. */
@RestController
@RequestMapping("/api/session")
@Tag(name = "session")
class SessionDesk {

    private final Logins logins;
    private final Entrance entrance;
    private final SecondFactors factors;
    private final PeopleBook people;
    private final MeView view;
    private final Mode mode;

    SessionDesk(Logins logins, Entrance entrance, SecondFactors factors, PeopleBook people, MeView view, Mode mode) {
        this.logins = logins;
        this.entrance = entrance;
        this.factors = factors;
        this.people = people;
        this.view = view;
        this.mode = mode;
    }

    record Login(String login, String password) {
    }

    /** What is wanted before the door opens: {@code CODE} or {@code SET_UP}. */
    record Next(String next) {
    }

    record Language(String language) {
    }

    record NewPassword(String old, String password) {
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "登录 / Log in", description = "A new session id each time; the answer carries the cookie. "
            + "202 with next CODE or SET_UP: a second factor is wanted first.")
    ResponseEntity<?> enter(@RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
        Person person = logins.enter(required("login", login.login()), required("password", login.password()),
                request.getRemoteAddr());
        if (person.factor() || factors.obliged(person)) {
            entrance.halfway(request, response, person);
            return ResponseEntity.accepted().body(new Next(person.factor() ? "CODE" : "SET_UP"));
        }
        entrance.opens(request, response, person, false);
        return ResponseEntity.ok(view.of(person.who()));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "我是谁 / Who am I")
    Me me() {
        return view.of(Who.current());
    }

    @DeleteMapping
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "退出 / Log out")
    void leave(HttpServletRequest request, HttpServletResponse response) {
        entrance.closes(request, response);
    }

    @GetMapping("/demo")
    @PreAuthorize("permitAll()")
    @Operation(summary = "演示人员 / People of the demo", description = "Nobody but in demo mode.")
    List<DemoPeople.Shown> demo() {
        return mode.demo() ? DemoPeople.shown() : List.of();
    }

    @PutMapping("/language")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "更换语言 / Change my language")
    Me language(@RequestBody Language chosen) {
        people.language(Who.current(), required("language", chosen.language()));
        return view.of(people.again(Who.current()));
    }

    @PutMapping("/password")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "更换密码 / Change my password", description = "Ends every session of mine, this one too.")
    void password(@RequestBody NewPassword wanted) {
        people.password(Who.current(), required("old", wanted.old()), required("password", wanted.password()));
    }

    static String required(String field, String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank() && text.length() <= 128)
                .orElseThrow(() -> Problem.invalid(field, "required", "请填写，最多 128 个字符", "Fill this in, at most 128 characters"));
    }
}

package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a person in by login and password: one answer and one amount of work, whatever was wrong. */
@Component
class Logins {

    private final JdbcPeople people;
    private final PasswordRule passwords;
    private final LoginBrake brake;
    private final Audit audit;
    private final Mode mode;
    private final TransactionOperations transactions;
    private final Turnstile attempts;

    Logins(JdbcPeople people, PasswordRule passwords, LoginBrake brake, Audit audit, Mode mode,
           TransactionOperations transactions, Settings settings, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.brake = brake;
        this.audit = audit;
        this.mode = mode;
        this.transactions = transactions;
        this.attempts = new Turnstile(clock, settings.loginsPerMinute(), 60);
    }

    /** The person, or 401; 429 when it was tried too often. */
    Person enter(String login, String password, String address) {
        attempts.pass(address);
        String name = login.strip().toLowerCase(Locale.ROOT);
        Optional<Person> person = people.byLogin(name);
        boolean known = brake.known(person.map(Person::id).orElse(0L), address);
        brake.demandPatience(name, address, known);
        boolean right = passwords.matches(password, person.map(Person::password).orElse(null));
        if (!right || person.filter(this::mayEnter).isEmpty()) {
            remember(() -> refused(name, person.map(Person::login).orElse("unknown"), address, known));
            throw wrong();
        }
        Person entered = person.get();
        remember(() -> entered(entered, address));
        return entered;
    }

    /** Dismissed people stay out, and the demo's people in production. */
    boolean mayEnter(Person person) {
        return !person.dismissed() && (mode.demo() || !person.demo());
    }

    private void refused(String typed, String person, String address, boolean known) {
        brake.failed(typed, address, known);
        audit.record(Audit.HOUSE, "LOGIN_REFUSED", "person", person, Map.of());
    }

    private void entered(Person person, String address) {
        brake.succeeded(person.id(), person.login(), address);
        audit.record(Audit.HOUSE, "LOGIN", "person", person.login(), Map.of());
    }

    private void remember(Runnable rows) {
        Fence.within(Set.of(), () -> transactions.executeWithoutResult(status -> rows.run()));
    }

    private static Problem wrong() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "security.wrongLogin", "登录名或密码不正确", "Wrong login or password");
    }
}

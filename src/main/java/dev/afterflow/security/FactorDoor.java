package dev.afterflow.security;

import dev.afterflow.database.Fence;
import dev.afterflow.vault.VaultClosed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes codes as {@link Logins} takes passwords: slowed down by failures, written down either way. */
@Component
class FactorDoor {

    private final SecondFactors factors;
    private final LoginBrake brake;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Turnstile attempts;

    FactorDoor(SecondFactors factors, LoginBrake brake, Audit audit, TransactionOperations transactions, Settings settings, Clock clock) {
        this.factors = factors;
        this.brake = brake;
        this.audit = audit;
        this.transactions = transactions;
        this.attempts = new Turnstile(clock, settings.loginsPerMinute(), 60);
    }

    /** Throws 401 for a wrong code, 429 when it was tried too often. */
    void demand(Person person, String code, String address) {
        braked(person, address, () -> factors.takes(person, plain(code)) ? Optional.of(true) : Optional.empty());
    }

    /** The recovery codes, once the first code is right. */
    List<String> confirm(Person person, String code, String address) {
        return braked(person, address, () -> factors.confirm(person, plain(code)));
    }

    private <T> T braked(Person person, String address, Supplier<Optional<T>> check) {
        attempts.pass(address);
        brake.demandPatience(name(person.login()), address, false);
        Optional<T> right = Fence.within(Set.of(), () -> {
            try {
                return check.get();
            } catch (VaultClosed closed) {
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "vault.closed", "验证码暂时无法核对，请联系运维", "Codes cannot be checked now; tell an operator");
            }
        });
        Fence.within(Set.of(), () -> transactions.executeWithoutResult(status -> note(person, address, right.isPresent())));
        return right.orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "security.wrongCode",
                "验证码不正确或已用过，请等待新的验证码", "The code is wrong or was used already; wait for the next one"));
    }

    private void note(Person person, String address, boolean right) {
        if (right) {
            brake.succeeded(person.id(), name(person.login()), address);
        } else {
            brake.failed(name(person.login()), address, false);
        }
        audit.record(Audit.HOUSE, right ? "CODE_TAKEN" : "CODE_REFUSED", "person", person.login(), Map.of());
    }

    /** What the brake counts a person's codes under; no login has a slash. */
    static String name(String login) {
        return "code/" + login;
    }

    private static String plain(String code) {
        return SessionDesk.required("code", code).replaceAll("\\s", "");
    }
}

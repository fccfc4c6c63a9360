package dev.afterflow.security;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: Argon2id with 19 MiB and two passes (OWASP's first choice), at most four at a time so that a flood of logins
 * cannot take the memory.
 */
@Component
class PasswordRule {

    static final String DEMO = "afterflow-demo";
    private static final int SHORTEST = 12;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore places = new Semaphore(4, true);
    private final String nobody = argon.encode(KeyText.fresh());

    String hash(String password) {
        return inPlace(() -> argon.encode(password));
    }

    /** The same work for a person and for nobody ({@code stored} is null): the time tells nothing. */
    boolean matches(String password, String stored) {
        return inPlace(() -> argon.matches(password, stored == null ? nobody : stored)) && stored != null;
    }

    /** Refuses a password that is short, known or the login itself. */
    void demandGood(String login, String password) {
        String plain = password == null ? "" : password.toLowerCase(Locale.ROOT);
        if (plain.length() < SHORTEST || plain.length() > 128 || plain.contains(login) || plain.equals(DEMO)
                || plain.chars().distinct().count() < 5) {
            throw Problem.invalid("password", "tooWeak", "密码至少 12 位，不能包含登录名，不能是演示密码或重复字符",
                    "At least 12 characters, without the login, not the demo password, not one sign repeated");
        }
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!places.tryAcquire()) {
            await();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void await() {
        try {
            if (places.tryAcquire(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Problem busy = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "security.loginsBusy",
                "登录人数过多，请稍后再试", "Too many logins at once; try again shortly");
        busy.getHeaders().set("Retry-After", "5");
        throw busy;
    }
}

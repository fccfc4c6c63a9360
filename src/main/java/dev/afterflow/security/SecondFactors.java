package dev.afterflow.security;

import dev.afterflow.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors: asked of whoever has one, and in production had by everybody who approves money, releases rules or
 * administers the house. A code is taken once; so is a recovery code.
 */
@Component
@Transactional
class SecondFactors {

    /** Who approves money, releases rules or administers. */
    private static final Role[] OBLIGED = {Role.SUPERVISOR, Role.FINANCE, Role.MANAGER, Role.DIRECTOR, Role.OWNER, Role.ADMIN};
    private static final int RECOVERY_CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcFactors rows;
    private final Vault vault;
    private final Mode mode;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(JdbcFactors rows, Vault vault, Mode mode, Audit audit, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.mode = mode;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an app needs to make codes; told once, while it is set up. */
    record Begun(String secret, String uri) {
    }

    boolean obliged(Person person) {
        return !mode.demo() && person.who().is(OBLIGED);
    }

    /** A fresh secret, not in force until a code of it came back. */
    Begun begin(Person person) {
        if (!vault.isOpen()) {
            throw Problem.conflict("vault.closed", "没有主密钥，无法设置二次验证：请运维设置 AFTERFLOW_MASTER_KEY 后重启",
                    "There is no master key, so no second factor can be set up: an operator sets AFTERFLOW_MASTER_KEY and starts again");
        }
        String secret = Totp.secret();
        if (!rows.begin(person.id(), vault.seal(Vault.HOUSE, purpose(person), secret), clock.instant())) {
            throw Problem.conflict("security.factorSet", "已设置二次验证", "A second factor is set already");
        }
        return new Begun(Totp.spelled(secret), Totp.uri(secret, person.login()));
    }

    /** Puts the secret in force and returns the recovery codes, this once; empty when the code is wrong. */
    Optional<List<String>> confirm(Person person, String code) {
        Optional<JdbcFactors.Row> begun = rows.find(person.id()).filter(row -> !row.confirmed());
        if (begun.isEmpty()) {
            throw Problem.conflict("security.factorNotBegun", "请先开始设置", "Begin the set-up first");
        }
        if (!matches(person, begun.get(), code)) {
            return Optional.empty();
        }
        List<String> recovery = Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
        rows.confirm(person.id(), clock.instant(), recovery.stream().map(KeyText::hash).toList());
        audit.record(Audit.HOUSE, "SECOND_FACTOR_SET", "person", person.login(), Map.of());
        return Optional.of(recovery);
    }

    /** Whether this is a code of now that was not used before, or a recovery code. */
    boolean takes(Person person, String code) {
        Optional<JdbcFactors.Row> row = rows.find(person.id()).filter(JdbcFactors.Row::confirmed);
        if (row.isEmpty()) {
            return false;
        }
        if (matches(person, row.get(), code)) {
            return true;
        }
        boolean recovered = rows.useRecovery(person.id(), KeyText.hash(code.toLowerCase()));
        if (recovered) {
            audit.record(Audit.HOUSE, "RECOVERY_CODE_USED", "person", person.login(), Map.of("left", rows.recoveryLeft(person.id())));
        }
        return recovered;
    }

    /** Takes it off: the person themselves, unless they must have one, or an administrator for a lost phone. */
    void remove(Person person) {
        if (!rows.remove(person.id())) {
            throw Problem.notFound("factor");
        }
        audit.record(Audit.HOUSE, "SECOND_FACTOR_REMOVED", "person", person.login(), Map.of());
    }

    private boolean matches(Person person, JdbcFactors.Row row, String code) {
        String secret = vault.open(Vault.HOUSE, purpose(person), row.sealed());
        OptionalLong step = Totp.step(secret, code, clock.instant(), row.lastStep());
        return step.isPresent() && rows.use(person.id(), step.getAsLong());
    }

    private static String purpose(Person person) {
        return "second-factor/" + person.id();
    }

    /** Eighty bits in base 32, written in groups of four. */
    private static String recoveryCode() {
        byte[] bits = new byte[10];
        RANDOM.nextBytes(bits);
        return Base32.toBase32String(bits).toLowerCase().replaceAll("(.{4})(?!$)", "$1-");
    }

}

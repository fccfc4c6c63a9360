package dev.afterflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How the first administrator of a production installation comes in: a link of 256 random bits on the console, printed at
 * each start while there is no administrator, good once and for half an hour. Only its SHA-256 is kept.
 */
@Component
class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger("Afterflow");
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcPeople people;
    private final PasswordRule passwords;
    private final Audit audit;
    private final Mode mode;
    private final Environment environment;
    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionOperations transactions;

    FirstAdmin(JdbcPeople people, PasswordRule passwords, Audit audit, Mode mode, Environment environment, JdbcClient sql,
               Clock clock, TransactionOperations transactions) {
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.mode = mode;
        this.environment = environment;
        this.sql = sql;
        this.clock = clock;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        if (!mode.demo() && Boolean.TRUE.equals(transactions.execute(status -> nobody()))) {
            LOG.warn("还没有管理员。30 分钟内打开此链接设置第一位管理员（仅一次有效） / Nobody is administrator yet. Open this link within 30 minutes, "
                    + "it works once: {}/first-admin#{}", address(), freshLink());
        }
    }

    /** Writes a new link down and answers what stands in it. */
    String freshLink() {
        String token = KeyText.fresh().substring(KeyText.PREFIX.length());
        transactions.executeWithoutResult(status -> sql.sql("insert into security.first_admin_link (hash, expires_at) values (:hash, :end)")
                .param("hash", KeyText.hash(token)).param("end", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC)).update());
        return token;
    }

    /** Makes the administrator; 410 when the link was used, is old or was never given, or when there is an administrator. */
    Person enter(String token, String login, String name, String password) {
        return transactions.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('security.first_admin'))::text").query(String.class).single();
            if (!good(token) || !nobody()) {
                throw Problem.of(HttpStatus.GONE, "security.linkOver", "链接已失效：每次启动打印一个新链接，30 分钟内一次有效",
                        "The link is over: each start prints a new one, good once within 30 minutes");
            }
            check(login, name, password);
            sql.sql("update security.first_admin_link set used_at = :now").param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
            long id = people.add(login, name.strip(), passwords.hash(password), true, false);
            people.roles(id, Set.of(Role.ADMIN));
            audit.record(Audit.HOUSE, "FIRST_ADMIN", "person", login, Map.of("id", id));
            return people.byId(id).orElseThrow();
        });
    }

    private boolean good(String token) {
        return token != null && sql.sql("""
                select exists (select 1 from security.first_admin_link
                 where hash = :hash and used_at is null and expires_at > :now)""").param("hash", KeyText.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Boolean.class).single();
    }

    private boolean nobody() {
        return !sql.sql("""
                select exists (select 1 from security.person p join security.person_role r on r.person_id = p.id
                 where r.role = 'ADMIN' and not p.demo and p.dismissed_at is null)""").query(Boolean.class).single();
    }

    private void check(String login, String name, String password) {
        if (login == null || !login.matches("[a-z0-9._-]{2,40}")) {
            throw Problem.invalid("login", "format", "2 到 40 位小写字母、数字、点、下划线或横线", "2 to 40 small letters, digits, dots, underscores or dashes");
        }
        if (name == null || name.isBlank() || name.length() > 80) {
            throw Problem.invalid("name", "required", "请填写姓名，最多 80 个字符", "Give a name of at most 80 characters");
        }
        if (people.byLogin(login).isPresent()) {
            throw Problem.invalid("login", "taken", "登录名已被使用", "The login is taken");
        }
        passwords.demandGood(login, password);
    }

    private String address() {
        String told = environment.getProperty("afterflow.address", "");
        return told.isBlank() ? "http://localhost:" + environment.getProperty("local.server.port") : told.replaceAll("/+$", "");
    }
}

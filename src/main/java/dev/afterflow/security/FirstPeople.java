package dev.afterflow.security;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Before the doors open: the demo's people, shops and key in demo mode; in production one administrator, if nobody is there. */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstPeople.class);

    private final JdbcPeople people;
    private final Shops shops;
    private final Keys keys;
    private final PasswordRule passwords;
    private final Mode mode;
    private final Settings settings;
    private final Environment environment;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    FirstPeople(JdbcPeople people, Shops shops, Keys keys, PasswordRule passwords, Mode mode, Settings settings,
                Environment environment, JdbcClient sql, TransactionOperations transactions) {
        this.people = people;
        this.shops = shops;
        this.keys = keys;
        this.passwords = passwords;
        this.mode = mode;
        this.settings = settings;
        this.environment = environment;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('security.first_people'))::text").query(String.class).single();
            if (mode.demo()) {
                demo();
            } else {
                administrator();
            }
        });
    }

    private void demo() {
        DemoPeople.shops().stream().filter(shop -> shops.find(shop.id()).isEmpty()).forEach(shops::open);
        String password = passwords.hash(PasswordRule.DEMO);
        for (DemoPeople person : DemoPeople.values()) {
            if (people.byLogin(person.login).isEmpty()) {
                long id = people.add(person.login, person.title, password, true, true);
                people.roles(id, Set.of(person.role));
                people.teams(id, person.teams);
            }
        }
        keys.forgetDemo();
        List<String> scopes = KeyDesk.KINDS.stream().map(kind -> "intake:" + kind).sorted().toList();
        String key = environment.getRequiredProperty(StartChecks.SANDBOX_KEY);
        if (keys.find(key).isEmpty()) {
            keys.add("sandbox", key, DemoPeople.shops().stream().map(shop -> new Keys.Grant(shop.id(), scopes)).toList(),
                    Who.SYSTEM, true);
        }
    }

    private void administrator() {
        if (people.anybodyReal()) {
            return;
        }
        if (settings.adminPassword() == null || settings.adminPassword().isBlank()) {
            log.warn("Nobody can log in yet: set AFTERFLOW_SECURITY_ADMIN_PASSWORD (12 characters or more) and start again.");
            return;
        }
        passwords.demandGood("admin", settings.adminPassword());
        String login = people.byLogin("admin").isEmpty() ? "admin" : "administrator";
        long id = people.add(login, "Administrator", passwords.hash(settings.adminPassword()), true, false);
        people.roles(id, Set.of(Role.ADMIN));
        log.info("The first administrator may log in as {}.", login);
    }
}

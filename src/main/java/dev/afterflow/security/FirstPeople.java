package dev.afterflow.security;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Before the doors open: the demo's people, shops and key in demo mode; a database keeps the mode of its first start for ever. */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private final JdbcPeople people;
    private final Shops shops;
    private final Keys keys;
    private final PasswordRule passwords;
    private final Mode mode;
    private final Environment environment;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    FirstPeople(JdbcPeople people, Shops shops, Keys keys, PasswordRule passwords, Mode mode, Environment environment,
                JdbcClient sql, TransactionOperations transactions) {
        this.people = people;
        this.shops = shops;
        this.keys = keys;
        this.passwords = passwords;
        this.mode = mode;
        this.environment = environment;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('security.first_people'))::text").query(String.class).single();
            demandSameMode();
            if (mode.demo()) {
                demo();
            }
        });
    }

    private void demandSameMode() {
        sql.sql("insert into security.house (mode) values (:mode) on conflict do nothing").param("mode", mode.word()).update();
        String kept = sql.sql("select mode from security.house").query(String.class).single();
        if (!kept.equals(mode.word())) {
            throw new StartRefused("This database is a " + kept + " database, and afterflow.mode is " + mode.word() + ".",
                    mode.demo() ? "Set AFTERFLOW_MODE=production, or give the demo a database of its own."
                            : "Give production an empty database of its own: the people and passwords of a demo are known to everybody.");
        }
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
}

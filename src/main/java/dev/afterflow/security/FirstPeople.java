package dev.afterflow.security;

import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Before the doors open: the demo's people, shops and key in demo mode; a database keeps the mode of its first start for ever. */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private final JdbcPeople people;
    private final Shops shops;
    private final PasswordRule passwords;
    private final Mode mode;
    private final SandboxKey sandbox;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    FirstPeople(JdbcPeople people, Shops shops, PasswordRule passwords, Mode mode, SandboxKey sandbox, JdbcClient sql, TransactionOperations transactions) {
        this.people = people;
        this.shops = shops;
        this.passwords = passwords;
        this.mode = mode;
        this.sandbox = sandbox;
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
        sandbox.settle();
    }
}

package dev.afterflow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two roles and the database on a server of our own: one owns the tables, one works with the rows. */
final class Roles {

    private Roles() {
    }

    /** Makes what is missing; a second call changes nothing. */
    static void prepare(DataSource superuser, String password) {
        JdbcClient sql = JdbcClient.create(superuser);
        sql.sql("alter role postgres password '" + password + "'").update();
        for (String role : new String[] {Login.OWNER, Login.APPLICATION}) {
            if (missing(sql, "select 1 from pg_roles where rolname = :name", role)) {
                sql.sql("create role " + role + " login").update();
            }
            sql.sql("alter role " + role + " password '" + password + "'").update();
        }
        if (missing(sql, "select 1 from pg_database where datname = :name", Login.DATABASE)) {
            sql.sql("create database " + Login.DATABASE + " owner " + Login.OWNER).update();
        }
        demandPasswords(sql);
    }

    private static boolean missing(JdbcClient sql, String question, String name) {
        return sql.sql(question).params(Map.of("name", name)).query(Integer.class).optional().isEmpty();
    }

    /** The server's first start trusts every local user; from here on it asks for the password. */
    private static void demandPasswords(JdbcClient sql) {
        String rules = """
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                local all all scram-sha-256
                """;
        String file = sql.sql("select current_setting('hba_file')").query(String.class).single();
        try {
            Path path = Path.of(file);
            if (!Files.readString(path).equals(rules)) {
                Files.writeString(path, rules);
                sql.sql("select pg_reload_conf()").query(Boolean.class).single();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

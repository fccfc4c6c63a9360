package dev.afterflow.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the software brings, file by file, and what it brought when the version in force started from it. */
@Repository
class JdbcSoftware {

    private final JdbcClient sql;

    JdbcSoftware(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One file of the software.
     *
     * @param base hash of the software's version that ours started from; null: there was none
     * @param shipped hash of what the software brings now; null: it brings none any more
     */
    record Seed(String name, String base, String shipped, Instant since) {

        boolean settled() {
            return java.util.Objects.equals(base, shipped);
        }
    }

    List<Seed> all() {
        return sql.sql("select name, base, shipped, since from studio.software_file order by name").query(Seed.class).list();
    }

    Optional<Seed> lock(String name) {
        return sql.sql("select name, base, shipped, since from studio.software_file where name = :name for update").param("name", name)
                .query(Seed.class).optional();
    }

    void put(String name, String base, String shipped) {
        sql.sql("""
                insert into studio.software_file (name, base, shipped) values (:name, :base, :shipped)
                on conflict (name) do update set base = :base, shipped = :shipped,
                  since = case when studio.software_file.shipped is distinct from :shipped then now() else studio.software_file.since end
                """).param("name", name).param("base", base).param("shipped", shipped).update();
    }

    /** Whether software with another rule book came after the one that brought this. */
    boolean replaced(String book) {
        return sql.sql("""
                select exists (select from studio.software_book mine join studio.software_book later on later.since > mine.since
                                where mine.hash = :book)
                """).param("book", book).query(Boolean.class).single();
    }

    /** This book is now the newest. */
    void brought(String book) {
        sql.sql("""
                insert into studio.software_book as known (hash) values (:book)
                on conflict (hash) do update set since = clock_timestamp()
                  where known.since < (select max(since) from studio.software_book)
                """).param("book", book).update();
    }

    /** From now on ours starts from what the software brings. */
    void settle(String name) {
        sql.sql("update studio.software_file set base = shipped where name = :name").param("name", name).update();
    }
}

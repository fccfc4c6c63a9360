package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** what the application itself, or somebody who took it over, cannot do to the rows. */
@RoomTest
class InsiderRoomTest {

    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    @Test
    void whatIsOnlyAppendedIsNeitherChangedNorRemovedNorEmptied() {
        List<String> tables = sql.sql("select name from database.append_only_table order by name").query(String.class).list();
        assertThat(tables).contains("security.audit", "security.audit_seal").anyMatch(name -> name.startsWith("payments.ledger"));
        for (String table : tables) {
            String column = sql.sql("select attname from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0 and attidentity = '' and attgenerated = '' order by attnum limit 1").param("table", table).query(String.class).single();
            for (String deed : List.of("update " + table + " set " + column + " = " + column, "delete from " + table, "truncate " + table,
                    "alter table " + table + " disable trigger all", "drop table " + table)) {
                assertThatThrownBy(() -> tx.executeWithoutResult(status -> sql.sql(deed).update())).as(deed).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void everyTableWithRowsOfShopsStandsBehindTheFence() {
        List<String> open = sql.sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('public', 'migrations')
                   and not (c.relrowsecurity and c.relforcerowsecurity)
                """).query(String.class).list();

        assertThat(open).allMatch(table -> table.startsWith("sandbox."));
    }

    @Test
    void nobodySeesARowOutsideATransactionThatNamesItsShop() {
        List<String> fenced = sql.sql("select c.oid::regclass::text from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p') and not c.relispartition").query(String.class).list();
        assertThat(fenced).hasSizeGreaterThan(30);
        for (String table : fenced) {
            int seen = Fence.within(List.of("nobodys-shop"), () -> tx.execute(status -> sql.sql("select count(*) from (select 1 from " + table + " limit 5) seen").query(Integer.class).single()));
            assertThat(seen).as(table).isZero();
        }
    }
}

package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class FenceRoomTest {

    @Autowired
    JdbcClient sql;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aTransactionCarriesTheShopsOfItsFence() {
        assertThat(Fence.within(List.of("b-shop", "a-shop"), this::setting)).isEqualTo("a-shop,b-shop");
        assertThat(Fence.everywhere(this::setting)).isEqualTo("*");
        assertThat(Fence.within(List.of(), this::setting)).isEmpty();
    }

    @Test
    void theFenceIsGoneWithItsTransaction() {
        Fence.within(List.of("a-shop"), this::setting);
        assertThat(sql.sql("select coalesce(current_setting('app.shops', true), '')").query(String.class).single()).isEmpty();
    }

    @Test
    void aShopIdThatCouldBreakOutOfTheSettingIsRefused() {
        assertThatThrownBy(() -> Fence.within(List.of("a,b"), this::setting)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fence.within(List.of("*"), this::setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theApplicationMayNotChangeATable() {
        assertThatThrownBy(() -> sql.sql("create table database.intruder (id int)").update())
                .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.sql("alter table act_ru_task add column x int").update())
                .rootCause().hasMessageContaining("must be owner");
    }

    @Test
    void aPartitionIsReachedThroughItsTableOnly() {
        String partition = sql.sql("""
                select c.oid::regclass::text from pg_class c join pg_inherits i on i.inhrelid = c.oid
                 where i.inhparent = 'cases.timeline_entry'::regclass limit 1""").query(String.class).single();
        assertThatThrownBy(() -> sql.sql("delete from " + partition).update())
                .rootCause().hasMessageContaining("permission denied");
        assertThat(sql.sql("select count(*) from cases.timeline_entry where false").query(Integer.class).single()).isZero();
    }

    private String setting() {
        return new TransactionTemplate(transactions).execute(
                status -> sql.sql("select current_setting('app.shops', true)").query(String.class).single());
    }
}

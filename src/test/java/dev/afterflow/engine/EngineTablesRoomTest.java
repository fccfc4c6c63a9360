package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class EngineTablesRoomTest {

    @Autowired
    JdbcClient sql;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void completingATaskAndTakingAJobFindAnIndex() {
        assertThat(sql.sql("select indexdef from pg_indexes where schemaname = 'public' and indexname like 'afterflow_%' order by indexname").query(String.class).list())
                .hasSize(2).anyMatch(index -> index.contains("act_ru_job") && index.contains("duedate_"))
                .anyMatch(index -> index.contains("act_ru_task") && index.contains("parent_task_id_"));
    }

    @Test
    void hotTablesHaveRoomAndAreSweptEarly() {
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_job")) {
            assertThat(sql.sql("select array_to_string(reloptions, ',') from pg_class where oid = ('public.' || :table)::regclass").param("table", table)
                    .query(String.class).single()).as(table).contains("fillfactor=80").contains("autovacuum_vacuum_scale_factor=0.02");
        }
    }

    /** Each row holds its execution, each execution its parent: the instance cannot go before what belongs to it. */
    @Test
    void anInstanceDoesNotEndBeforeItsRows() {
        TransactionTemplate tried = new TransactionTemplate(transactions);
        for (String gone : List.of("tables-root", "tables-child")) {
            assertThatThrownBy(() -> tried.executeWithoutResult(status -> {
                sql.sql("""
                        insert into public.act_ru_execution (id_, rev_, proc_inst_id_, business_key_, parent_id_) values
                          ('tables-root', 1, 'tables-root', 'T-1', null), ('tables-child', 1, 'tables-root', null, 'tables-root')""").update();
                sql.sql("""
                        insert into public.act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, var_scope_)
                        values ('tables-answer', 1, 'string', 'answer', 'tables-child', 'tables-root', 'tables-child')""").update();
                sql.sql("delete from public.act_ru_execution where id_ = :gone").param("gone", gone).update();
            })).as(gone).isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void whatRefersToAnotherTableIsStillFoundByAnIndex() {
        assertThat(sql.sql("""
                select c.conname from pg_constraint c where c.contype = 'f' and c.conrelid in
                  ('public.act_ru_execution'::regclass, 'public.act_ru_task'::regclass, 'public.act_ru_variable'::regclass, 'public.act_ru_job'::regclass)
                  and c.confrelid not in ('public.act_ru_case_execution'::regclass, 'public.act_re_case_def'::regclass)
                  and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])""")
                .query(String.class).list()).isEmpty();
    }

    @Test
    void theFlowsHistoryHasAPartitionForEachComingMonthAndOneForTheRest() {
        assertThat(sql.sql("select count(*) from pg_inherits where inhparent = 'engine.flow_event'::regclass").query(Long.class).single())
                .isGreaterThanOrEqualTo(5);
        assertThat(sql.sql("select count(*) from engine.flow_event where tableoid = 'engine.flow_event_default'::regclass")
                .query(Long.class).single()).isZero();
    }
}

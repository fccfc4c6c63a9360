package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class EngineTablesRoomTest {

    @Autowired
    JdbcClient sql;

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

    @Test
    void theFlowsHistoryHasAPartitionForEachComingMonthAndOneForTheRest() {
        assertThat(sql.sql("select count(*) from pg_inherits where inhparent = 'engine.flow_event'::regclass").query(Long.class).single())
                .isGreaterThanOrEqualTo(5);
        assertThat(sql.sql("select count(*) from engine.flow_event where tableoid = 'engine.flow_event_default'::regclass")
                .query(Long.class).single()).isZero();
    }
}

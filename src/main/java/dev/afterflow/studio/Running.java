package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many process instances run, by the release they were started in. */
@Repository
class Running {

    private final JdbcClient sql;
    private final JdbcReleases records;

    Running(JdbcClient sql, JdbcReleases records) {
        this.sql = sql;
        this.records = records;
    }

    private record Count(String deployment, String key, long running) {
    }

    /** Running instances of one moment. */
    static final class Census {

        private final List<Count> counts;
        private final Map<String, Map<String, String>> hashes;

        private Census(List<Count> counts, Map<String, Map<String, String>> hashes) {
            this.counts = counts;
            this.hashes = hashes;
        }

        /** By hash of the file: a process's own instances, or of a table or form those of the processes that use it. */
        Map<String, Long> of(String name, Shelf shelf) {
            List<String> processes = new ArrayList<>(Kind.of(name) == Kind.PROCESS ? List.of(name) : shelf.usedBy(name));
            List<String> keys = processes.stream().map(each -> Kind.fileOf(each).replace(".bpmn", "")).toList();
            Map<String, Long> byHash = new TreeMap<>();
            counts.stream().filter(count -> keys.contains(count.key())).forEach(count -> {
                String hash = hashes.getOrDefault(count.deployment(), Map.of()).get(name);
                if (hash != null) {
                    byHash.merge(hash, count.running(), Long::sum);
                }
            });
            return byHash;
        }
    }

    Census census() {
        List<Count> counts = sql.sql("""
                select d.deployment_id_ as deployment, d.key_ as key, counted.running
                  from (select proc_def_id_, count(*) as running from public.act_ru_execution where parent_id_ is null group by proc_def_id_) counted
                  join public.act_re_procdef d on d.id_ = counted.proc_def_id_
                """).query(Count.class).list();
        return new Census(counts, records.byDeployment());
    }
}

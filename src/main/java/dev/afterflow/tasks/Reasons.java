package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.tasks.JdbcDecided.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a case went the way it did: every decision that a table made about it, in the words of the table as it was then. */
@Service
@Transactional(readOnly = true)
class Reasons {

    private final Cases cases;
    private final JdbcDecided store;
    private final DecisionTables tables;

    Reasons(Cases cases, JdbcDecided store, DecisionTables tables) {
        this.cases = cases;
        this.store = store;
        this.tables = tables;
    }

    /** A row that hit, Chinese {@code " / "} English. */
    record Hit(String id, String text) {
    }

    /**
     * A fact the table was told, or an answer it gave.
     *
     * @param label     Chinese {@code " / "} English
     * @param condition what the first row that hit asked of it; null if it asked nothing, and for answers
     */
    record Value(String name, String label, Object value, String condition) {
    }

    /**
     * A decision.
     *
     * @param version the how-manieth content of its table decided; null if the table is not deployed any more
     * @param since   when that content came into force
     * @param step    the step of the process that asked, null if a room asked
     */
    record Reason(Instant at, String table, String name, Integer version, String hash, Instant since, String step, List<Hit> rows,
                  List<Value> inputs, List<Value> outputs) {
    }

    /** The newest decisions first. */
    List<Reason> of(String caseNumber, int most) {
        return store.of(cases.find(caseNumber).number(), most).stream().map(this::reason).toList();
    }

    private Reason reason(Made made) {
        Optional<DecisionTables.Table> table = tables.of(made.table(), made.hash());
        List<Hit> rows = made.rows().stream().map(id -> new Hit(id, table.map(known -> known.rules().get(id))
                .map(DecisionTables.Row::text).orElse(""))).toList();
        Map<String, String> conditions = made.rows().isEmpty() ? Map.of() : table.map(known -> known.rules().get(made.rows().get(0)))
                .map(DecisionTables.Row::conditions).orElse(Map.of());
        return new Reason(made.at(), made.table(), table.map(DecisionTables.Table::name).orElse(made.table()),
                table.map(DecisionTables.Table::version).orElse(null), made.hash(), table.map(DecisionTables.Table::since).orElse(null),
                made.step(), rows, values(made.in(), table.map(DecisionTables.Table::inputs).orElse(Map.of()), conditions),
                values(made.out(), table.map(DecisionTables.Table::outputs).orElse(Map.of()), Map.of()));
    }

    private static List<Value> values(Map<String, Object> told, Map<String, String> labels, Map<String, String> conditions) {
        List<Value> values = new ArrayList<>();
        told.forEach((name, value) -> values.add(new Value(name, labels.getOrDefault(name, name), value, conditions.get(name))));
        return values;
    }
}

package dev.afterflow.returns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Counts the commits that wrote something, each under the name of the house's class that asked for it. */
final class Commits implements TransactionExecutionListener {

    private final JdbcClient sql;
    private final List<String> made = new CopyOnWriteArrayList<>();

    Commits(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Long> counted() {
        return made.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction() && !transaction.isReadOnly() && sql.sql(
                "select pg_current_xact_id_if_assigned() is not null").query(Boolean.class).single()) {
            made.add(asker());
        }
    }

    private static String inShort(String name) {
        return name.startsWith("dev.afterflow.") ? name.substring("dev.afterflow.".length()) : "session";
    }

    private static String asker() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith("dev.afterflow.") && !name.contains("$$") && !name.startsWith("dev.afterflow.database")
                        && !name.equals(Commits.class.getName()) || name.startsWith("org.springframework.session"))
                .findFirst().map(Commits::inShort).orElse("engine"));
    }
}

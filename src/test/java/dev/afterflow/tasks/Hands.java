package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the desk do again and again. */
@Component
class Hands {

    static final Map<String, Object> INTACT = Map.of("verdict", "INTACT", "pieces", 2L);

    private final Desk desk;
    private final Submissions submissions;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Hands(Desk desk, Submissions submissions, JdbcClient sql, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.submissions = submissions;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The one open task of a case, whoever may see it. */
    WorkItem only(String caseNumber) {
        List<WorkItem> items = everywhere(() -> desk.ofCase(caseNumber));
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    void pass(Who who, WorkItem item) {
        as(who, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO));
    }

    Void undo(long decision) {
        submissions.undo(decision);
        return null;
    }

    long drafts(String taskId) {
        return everywhere(() -> sql.sql("select count(*) from tasks.draft where task_id = :task").param("task", taskId)
                .query(Long.class).single());
    }

    /** Who acted in the flow of a case. */
    List<String> flowUsers(String number) {
        return sql.sql("select who from engine.flow_event where case_number = :number and who is not null")
                .param("number", number).query(String.class).list();
    }

    <T> T everywhere(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    static <T> T as(Who who, Supplier<T> work) {
        return who.acting(work);
    }

    static Problem refused(Who who, Supplier<?> work) {
        Problem problem = catchThrowableOfType(Problem.class, () -> as(who, work::get));
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }
}

package dev.afterflow.tasks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk asks the engine and the database while people wait: little, and by key. */
@RoomTest
class EngineQuestionsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Trial trial;
    @Autowired
    Hands hands;
    @Autowired
    JdbcWorkItems items;
    @Autowired
    JdbcClient sql;
    @Autowired
    JdbcConnectionDetails database;

    @Test
    void theRoomCallsNoQueryOverTasksVariablesOrHistory() {
        noClasses().should().callMethodWhere(describe("a query over tasks, variables or history",
                (JavaMethodCall call) -> call.getName().matches("create(Native)?(Task|VariableInstance|Historic\\w*)Query")))
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.afterflow.tasks"));
    }

    @Test
    void listsCountsAndAnOpenedTaskAskTheEngineNothing() {
        trial.deploy();
        WorkItem item = hands.only(trial.begin(trial.shop()));
        Visitor lin = Visitor.as("lin", port);
        lin.get("/api/tasks/" + item.taskId());
        List<String> asked = asked(() -> {
            for (View view : View.values()) {
                lin.get("/api/tasks?view=" + view.name().toLowerCase(Locale.ROOT));
            }
            lin.get("/api/tasks/counts");
            lin.get("/api/tasks?case=" + item.caseNumber());
            lin.get("/api/tasks/" + item.taskId());
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void aClaimAndACompletionReadTasksByIdOnly() {
        trial.deploy();
        WorkItem item = hands.only(trial.begin(trial.shop()));
        Visitor lin = Visitor.as("lin", port);
        List<String> asked = asked(() -> {
            lin.post("/api/tasks/" + item.taskId() + "/claim", "{\"revision\":1}");
            lin.post("/api/tasks/" + item.taskId() + "/complete", "{\"revision\":2,\"data\":{\"verdict\":\"INTACT\"}}");
        });
        assertThat(asked).isNotEmpty().noneMatch(logger -> logger.endsWith("ByQueryCriteria"));
    }

    @Test
    void pagesAndCountsOfALongListComeFromTheIndex() {
        String shop = trial.shop();
        Who lead = Trial.agent(79, shop);
        fill(shop);
        try {
            for (View view : View.values()) {
                for (Sort sort : List.of(Sort.DUE, Sort.PRIORITY)) {
                    assertThat(plan(lead, view, sort)).as(view + " by " + sort).doesNotContain("Seq Scan on work_item");
                }
            }
            assertThat(plan(lead, View.TEAM, Sort.DUE)).contains("work_item_team_due");
            assertThat(plan(lead, View.TEAM, Sort.PRIORITY)).contains("work_item_team_priority");
        } finally {
            hands.everywhere(() -> sql.sql("delete from tasks.work_item where shop_id = :shop").param("shop", shop).update());
        }
    }

    private void fill(String shop) {
        hands.everywhere(() -> sql.sql("""
                insert into tasks.work_item (task_id, case_number, shop_id, task, title_zh, title_en, process, process_definition,
                    team, assignee, due_at, priority, created_at, kind)
                select 'fill-' || :shop || '-' || n, 'FILL-' || n, :shop, 'fill', '填', 'Fill', 'fill', 'fill',
                       case n % 5 when 0 then 'returns-desk' else 'other-' || n % 5 end, case n % 3 when 0 then n % 50 end,
                       now() + make_interval(mins => n % 3000 - 100), n % 100, now(), 'OTHER'
                  from generate_series(1, 30000) n
                """).param("shop", shop).update());
        // as autovacuum does; the application's role may not
        JdbcClient.create(TestDatabase.owner(database.getJdbcUrl())).sql("analyze tasks.work_item").update();
    }

    private String plan(Who who, View view, Sort sort) {
        Wanted wanted = new Wanted(view, sort, Set.of("returns-desk"), who.id(), Fit.BOTH, Set.of(), Filter.NONE, null, 51, Instant.now());
        return Fence.within(who.shops(), () -> hands.everywhere(() -> String.join("\n",
                items.bound("explain " + JdbcWorkItems.pageOf(wanted), wanted).query(String.class).list())));
    }

    /** The engine's statements while the work is done, by the name of their logger. */
    private static List<String> asked(Runnable work) {
        Logger statements = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.impl.persistence.entity");
        Level before = statements.getLevel();
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        statements.setLevel(Level.DEBUG);
        statements.setAdditive(false);
        statements.addAppender(kept);
        try {
            work.run();
        } finally {
            statements.detachAppender(kept);
            statements.setAdditive(true);
            statements.setLevel(before);
        }
        return kept.list.stream().filter(event -> event.getFormattedMessage().contains("Preparing"))
                .filter(event -> !event.getLoggerName().contains(".JobEntity.") && !event.getThreadName().contains("acquisition"))
                .map(ILoggingEvent::getLoggerName).toList();
    }
}

package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class FlowHistoryRoomTest {

    private static final ModelFile WALK = Models.process("history-walk", """
            <bpmn:startEvent id="begun"/>
            <bpmn:sequenceFlow id="toLook" sourceRef="begun" targetRef="look"/>
            <bpmn:userTask id="look"/>
            <bpmn:sequenceFlow id="toProbe" sourceRef="look" targetRef="probe"/>
            <bpmn:serviceTask id="probe" camunda:delegateExpression="${probe}"/>
            <bpmn:sequenceFlow id="toEnd" sourceRef="probe" targetRef="ended"/>
            <bpmn:endEvent id="ended"/>
            """);
    private static final ModelFile TRY = Models.around("history-try",
            "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\" camunda:asyncBefore=\"true\"/>");
    private static final ModelFile TABLE = Models.table("history-mood", "FIRST", Models.row("calm", "\"blue\"", "sea"));

    @Autowired
    RuntimeService runtime;
    @Autowired
    RepositoryService repository;
    @Autowired
    TaskService tasks;
    @Autowired
    ManagementService management;
    @Autowired
    IdentityService identity;
    @Autowired
    Decisions decisions;
    @Autowired
    JdbcClient sql;
    @Autowired
    PlatformTransactionManager transactions;

    private final String key = "H-" + UUID.randomUUID();

    @BeforeEach
    void deploy() {
        var deployment = repository.createDeployment().name("history-test").enableDuplicateFiltering(true);
        List.of(WALK, TRY, TABLE).forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }

    @Test
    void oneCommitIsOneRowWithEverythingThatHappened() {
        in(() -> {
            String id = runtime.startProcessInstanceByKey("history-walk", key).getId();
            runtime.setVariable(id, "answer", "approved");
            runtime.setVariable(id, "note", "王小姐 asked twice");
        });
        assertThat(rows()).hasSize(1);
        assertThat(rows().get(0))
                .contains("\"process\": \"history-walk\"").contains("\"activity\": \"begun\"").contains("\"is\": \"passed\"")
                .contains("\"activity\": \"look\"").contains("\"is\": \"entered\"").contains("\"task\": \"look\"")
                .contains("\"value\": \"approved\"").contains("\"characters\": 15").doesNotContain("王小姐");
    }

    @Test
    void whoActedIsKeptAndTheCaseNumberToTheEnd() {
        runtime.startProcessInstanceByKey("history-walk", key);
        identity.setAuthenticatedUserId("lin");
        try {
            tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId());
        } finally {
            identity.clearAuthentication();
        }
        assertThat(sql.sql("select who from engine.flow_event where case_number = :key order by at desc limit 1").param("key", key)
                .query(String.class).single()).isEqualTo("lin");
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(1)).contains("\"is\": \"left\"").contains("\"is\": \"end\"").contains("COMPLETED");
    }

    @Test
    void aRollbackTakesTheRowAlong() {
        assertThatThrownBy(() -> in(() -> {
            runtime.startProcessInstanceByKey("history-walk", key);
            throw new IllegalStateException("changed my mind");
        })).hasMessage("changed my mind");
        assertThat(rows()).isEmpty();
    }

    @Test
    void aDecisionIsKeptWithItsFileItsFactsItsAnswerAndItsRow() {
        Probe.WORK.put(key, execution -> decisions.decide("history-mood", Map.of("colour", "blue")));
        runtime.startProcessInstanceByKey("history-walk", key);
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId());
        assertThat(rows().get(1)).contains("\"decision\": \"history-mood\"").contains(TABLE.hash())
                .contains("\"in\": {\"colourIn\": \"blue\"}").contains("\"out\": {\"answer\": \"sea\"}").contains("\"rows\": [\"calm\"]");
    }

    @Test
    void whatIsOnlyLookedAtLeavesNothing() {
        long before = asked();
        Decided seen = decisions.quietly(() -> decisions.decide("history-mood", Map.of("colour", "blue")));
        assertThat(seen.text("answer")).isEqualTo("sea");
        assertThat(seen.ruleId()).isEqualTo("calm");
        in(() -> decisions.quietly(() -> decisions.all("history-mood", Map.of("colour", "blue"))));
        Probe.WORK.put(key, execution -> decisions.quietly(() -> decisions.decide("history-mood", Map.of("colour", "blue"))));
        runtime.startProcessInstanceByKey("history-walk", key);
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId());
        assertThat(asked()).isEqualTo(before);
        decisions.decide("history-mood", Map.of("colour", "blue"));
        assertThat(asked()).as("and afterwards everything is kept again").isEqualTo(before + 1);
    }

    private long asked() {
        return sql.sql("select count(*) from engine.flow_event where events::text like '%history-mood%'").query(Long.class).single();
    }

    @Test
    void aFailureIsKeptWithoutItsTrace() {
        Probe.WORK.put(key, execution -> {
            throw new IllegalStateException("secret of 王小姐");
        });
        String id = runtime.startProcessInstanceByKey("history-try", key).getId();
        Until.holds("the job has failed", () -> management.createJobQuery().processInstanceId(id).withException().count() == 1);
        assertThat(rows()).anyMatch(row -> row.contains("{\"is\": \"failed\", \"job\": \"step\", \"retries\": 6}"));
        Job job = management.createJobQuery().processInstanceId(id).singleResult();
        assertThat(job.getExceptionMessage()).contains("secret");
        assertThat(rows()).noneMatch(row -> row.contains("secret"));
        assertThat(sql.sql("select count(*) from public.act_ge_bytearray where type_ = 3").query(Long.class).single()).isZero();
        runtime.deleteProcessInstance(id, "test over");
    }

    @Test
    void theEnginesOwnHistoryStaysEmpty() {
        runtime.startProcessInstanceByKey("history-walk", key);
        List<String> tables = sql.sql("select tablename from pg_tables where schemaname = 'public' and tablename like 'act_hi_%'")
                .query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(15).allSatisfy(table ->
                assertThat(sql.sql("select count(*) from public." + table).query(Long.class).single()).as(table).isZero());
    }

    @Test
    void aProcessWithoutACaseIsRefused() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("history-walk")).hasStackTraceContaining("afterflow_business_key");
    }

    private void in(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private List<String> rows() {
        return sql.sql("select events::text from engine.flow_event where case_number = :key order by at").param("key", key)
                .query(String.class).list();
    }
}

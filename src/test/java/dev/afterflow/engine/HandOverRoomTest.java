package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class HandOverRoomTest {

    private static final ModelFile STEP = Models.around("hand-over",
            "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\" camunda:asyncBefore=\"true\"/>");
    private static final ModelFile BRANCHES = Models.process("hand-over-branches", """
            <bpmn:startEvent id="begun"/>
            <bpmn:sequenceFlow id="toFork" sourceRef="begun" targetRef="fork"/>
            <bpmn:parallelGateway id="fork"/>
            <bpmn:sequenceFlow id="toOne" sourceRef="fork" targetRef="probe"/>
            <bpmn:sequenceFlow id="toTwo" sourceRef="fork" targetRef="probeToo"/>
            <bpmn:serviceTask id="probe" camunda:delegateExpression="${probe}" camunda:asyncBefore="true"/>
            <bpmn:serviceTask id="probeToo" camunda:delegateExpression="${probe}" camunda:asyncBefore="true"/>
            <bpmn:sequenceFlow id="fromOne" sourceRef="probe" targetRef="join"/>
            <bpmn:sequenceFlow id="fromTwo" sourceRef="probeToo" targetRef="join"/>
            <bpmn:parallelGateway id="join"/>
            <bpmn:sequenceFlow id="toEnd" sourceRef="join" targetRef="ended"/>
            <bpmn:endEvent id="ended"/>
            """);

    @Autowired
    RuntimeService runtime;
    @Autowired
    RepositoryService repository;
    @Autowired
    HandOverExecutor executor;
    @Autowired
    OwnLocks ownLocks;
    @Autowired
    JdbcClient sql;
    @Autowired
    PlatformTransactionManager transactions;

    private final String key = "HO-" + UUID.randomUUID();

    @BeforeEach
    void deploy() {
        var deployment = repository.createDeployment().name("hand-over-test").enableDuplicateFiltering(true);
        List.of(STEP, BRANCHES).forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }

    @Test
    void aNewJobRunsOnThisNodeWithoutAcquisition() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        Probe.WORK.put(key, execution -> {
            assertThat(Thread.currentThread().getName()).startsWith("job-");
            ran.countDown();
        });
        assertThat(new TransactionTemplate(transactions).<String>execute(status -> {
            runtime.startProcessInstanceByKey("hand-over", key);
            return sql.sql("select lock_owner_ from public.act_ru_job j join public.act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = :key")
                    .param("key", key).query(String.class).optional().orElse("not flushed yet");
        })).isIn(executor.getLockOwner(), "not flushed yet");
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        Until.holds("the instance is over", () -> open() == 0);
    }

    @Test
    void aRollbackGivesThePlaceBackAndRunsNothing() {
        AtomicInteger runs = new AtomicInteger();
        Probe.WORK.put(key, execution -> runs.incrementAndGet());
        Until.holds("all places are free", () -> executor.places().free() == permits());
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            runtime.startProcessInstanceByKey("hand-over", key);
            throw new IllegalStateException("no");
        })).hasMessage("no");
        Until.holds("all places are free again", () -> executor.places().free() == permits());
        assertThat(runs).hasValue(0);
    }

    @Test
    void aBurstBeyondTheRoomIsLeftToAcquisitionAndNothingIsLost() {
        AtomicInteger runs = new AtomicInteger();
        Probe.WORK.put(key, execution -> runs.incrementAndGet());
        int burst = 4 * permits();
        for (int i = 0; i < burst; i++) {
            runtime.startProcessInstanceByKey("hand-over", key);
        }
        Until.holds("every job has run", () -> runs.get() >= burst && open() == 0);
        assertThat(runs).hasValue(burst);
        Until.holds("all places are free", () -> executor.places().free() == permits());
    }

    @Test
    void aFullNodeTakesNoMore() {
        JobPlaces places = new JobPlaces(1);
        JobPlaces.Place held = places.take("a");
        assertThat(places.take("b")).isNull();
        held.giveBack();
        held.giveBack();
        assertThat(places.free()).isEqualTo(1);
        assertThat(places.take("b")).isNotNull();
    }

    @Test
    void anExclusiveJobWaitsForTheOneBeforeItOfItsInstanceAndForNoOther() {
        JobPlaces places = new JobPlaces(4);
        List<String> begun = new ArrayList<>();
        JobPlaces.Place first = places.take("a");
        JobPlaces.Place second = places.take("a");
        JobPlaces.Place third = places.take("a");
        first.go(() -> begun.add("first"));
        second.go(() -> begun.add("second"));
        places.take("b").go(() -> begun.add("of another instance"));
        third.giveBack();
        assertThat(begun).containsExactly("first", "of another instance");
        first.giveBack();
        first.giveBack();
        assertThat(begun).containsExactly("first", "of another instance", "second");
        second.giveBack();
        places.take("a").go(() -> begun.add("later"));
        assertThat(begun).endsWith("second", "later");
        assertThat(places.free()).isEqualTo(2);
    }

    /** Locked by this node from its birth, so that acquisition never sees it. */
    @Test
    void aFollowerIsHandedOverWhileTheJobBeforeItRuns() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Probe.WORK.put(key, execution -> {
            assertThat(sql.sql("""
                    select j.lock_owner_ from public.act_ru_job j join public.act_ru_execution e on e.id_ = j.process_instance_id_
                     where e.business_key_ = :key""").param("key", key).query(String.class).list()).containsOnly(executor.getLockOwner());
            both.countDown();
        });
        runtime.startProcessInstanceByKey("hand-over-branches", key);
        assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        Until.holds("the instance is over", () -> open() == 0);
    }

    @Test
    void twoExclusiveJobsOfOneInstanceNeverRunAtTheSameTime() {
        Set<String> inside = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        Probe.WORK.put(key, execution -> {
            inside.add(execution.getCurrentActivityId());
            most.accumulateAndGet(inside.size(), Math::max);
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            inside.remove(execution.getCurrentActivityId());
        });
        runtime.startProcessInstanceByKey("hand-over-branches", key);
        Until.holds("the instance is over", () -> open() == 0);
        assertThat(most).hasValue(1);
    }

    /** As after kill -9: the job stands in the table, locked by a node of this name that runs no more. */
    @Test
    void whatAKilledNodeHeldIsFreedWhenItStartsAgain() {
        AtomicInteger runs = new AtomicInteger();
        Probe.WORK.put(key, execution -> runs.incrementAndGet());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            runtime.startProcessInstanceByKey("hand-over", key);
            runtime.suspendProcessInstanceById(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult().getId());
        });
        String job = sql.sql("""
                update public.act_ru_job set lock_owner_ = :node, lock_exp_time_ = now() + interval '1 hour', suspension_state_ = 1
                 where process_instance_id_ in (select proc_inst_id_ from public.act_ru_execution where business_key_ = :key) returning id_
                """).param("node", executor.getLockOwner()).param("key", key).query(String.class).single();
        sql.sql("update public.act_ru_execution set suspension_state_ = 1 where business_key_ = :key").param("key", key).update();
        assertThat(job).isNotNull();
        assertThat(ownLocks.free()).isEqualTo(1);
        Until.holds("the instance is over", () -> open() == 0);
        assertThat(runs).hasValue(1);
    }

    private int permits() {
        return new EngineSettings(false, "", 0, 0, true).permits();
    }

    private long open() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count();
    }
}

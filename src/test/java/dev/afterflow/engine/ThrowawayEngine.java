package dev.afterflow.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.afterflow.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An engine for path and decision tests: our rules and guard, a schema of its own in the test's PostgreSQL, the engine's
 * full history, no job executor. Make one a test class and close it in the end; give each test its own business key.
 *
 * <pre>
 * static final ThrowawayEngine engine = ThrowawayEngine.with(Map.of("issueRefund", execution -> {}),
 *         "processes/payments/*.bpmn", "forms/payments/*.form");
 * &#64;AfterAll static void everyPathIsWalked() { engine.assertEverythingWalked("refund-payout"); engine.close(); }
 * </pre>
 */
public final class ThrowawayEngine implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static String url;

    private final String schema = "throwaway" + COUNT.incrementAndGet();
    private final Walked walked = new Walked();
    private final RuleHits hits = new RuleHits();
    private final Map<String, Set<String>> rulesHit = new LinkedHashMap<>();
    private final HikariDataSource connections = TestDatabase.kept(database() + "?currentSchema=" + schema);
    /** Let go when closed: test classes hold this for ever, and with it all its models. */
    private ProcessEngine engine;

    private ThrowawayEngine(Map<String, ? extends JavaDelegate> delegates) {
        JdbcClient.create(TestDatabase.owner(database())).sql("create schema " + schema).update();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        Delegates catalogue = Delegates.of(delegates);
        EngineRules.closeDoors(configuration, catalogue, new Guard(catalogue), hits);
        EngineRules.jobs(configuration);
        configuration.setIdGenerator(new TimeOrderedIds());
        configuration.setDataSource(connections);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("create");
        configuration.setDatabaseSchema(schema);
        configuration.setDatabaseTablePrefix(schema + ".");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setHistoryCleanupEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setProcessEngineName(schema);
        configuration.setJobExecutorActivate(false);
        configuration.getCustomPostBPMNParseListeners().add(walked);
        configuration.getDmnEngineConfiguration().getCustomPostDecisionTableEvaluationListeners().add(event ->
                event.getMatchingRules().forEach(rule ->
                        rulesHit.computeIfAbsent(event.getDecisionTable().getKey(), key -> new TreeSet<>()).add(rule.getId())));
        engine = configuration.buildProcessEngine();
    }

    /**
     * An engine with these files in one deployment.
     *
     * @param delegates stand-ins by activity id
     * @param patterns class path patterns such as {@code processes/returns/*.bpmn}; a pattern that finds nothing fails
     */
    public static ThrowawayEngine with(Map<String, ? extends JavaDelegate> delegates, String... patterns) {
        return with(delegates, files(patterns));
    }

    /** An engine with files made by the test. */
    public static ThrowawayEngine with(Map<String, ? extends JavaDelegate> delegates, Collection<ModelFile> files) {
        ThrowawayEngine started = new ThrowawayEngine(delegates);
        if (!files.isEmpty()) {
            started.deploy(files);
        }
        return started;
    }

    /** The files of the class path that match the patterns. */
    public static List<ModelFile> files(String... patterns) {
        List<ModelFile> files = new ArrayList<>();
        try {
            for (String pattern : patterns) {
                Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
                if (found.length == 0) {
                    throw new IllegalArgumentException("No file matches " + pattern);
                }
                for (Resource file : found) {
                    String[] path = file.getURL().getPath().split("/");
                    files.add(new ModelFile(String.join("/", List.of(path).subList(path.length - 3, path.length)), file.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Deploys files together, as one release. */
    public String deploy(Collection<ModelFile> files) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("test");
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment.deploy().getId();
    }

    /** The engine itself, for {@code camunda-bpm-assert} ({@code AbstractAssertions.init(engine.engine())}) and the rest. */
    public ProcessEngine engine() {
        return engine;
    }

    public Decisions decisions() {
        return new Decisions(engine.getDecisionService(), hits, new RuleTexts(engine.getRepositoryService()));
    }

    public ProcessInstance start(String process, String businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
    }

    /** The one open task of that id for the business key, in whatever process or call activity it stands. */
    public Task task(String businessKey, String taskDefinitionKey) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskDefinitionKey).singleResult();
    }

    /** Completes the one open task of that id for the business key; fails if it is not there. */
    public void complete(String businessKey, String taskDefinitionKey, Map<String, Object> answers) {
        Task task = task(businessKey, taskDefinitionKey);
        if (task == null) {
            throw new AssertionError("No open task " + taskDefinitionKey + " for " + businessKey + "; waiting at " + waitingAt(businessKey));
        }
        engine.getTaskService().complete(task.getId(), answers);
    }

    /** Delivers a message by name, business key and local variables that tell waiters apart; returns how many heard it. */
    public int correlate(String message, String businessKey, Map<String, Object> local) {
        return engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(businessKey)
                .localVariablesEqual(local).correlateAllWithResult().size();
    }

    /** Runs every asynchronous continuation until none is left; timers are left alone. A failing job fails the test. */
    public void runJobs() {
        for (Job job = nextJob(); job != null; job = nextJob()) {
            engine.getManagementService().executeJob(job.getId());
        }
    }

    /** Fires the timer of an event, whatever its due date. */
    public void fireTimer(String businessKey, String activityId) {
        ProcessInstance any = instances(businessKey).stream()
                .filter(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().activityId(activityId).count() == 1)
                .findFirst().orElseThrow(() -> new AssertionError("No timer " + activityId + " runs for " + businessKey));
        engine.getManagementService().executeJob(engine.getManagementService().createJobQuery()
                .processInstanceId(any.getId()).timers().activityId(activityId).singleResult().getId());
    }

    /** Activity ids at which instances with this business key stand now, called processes included. */
    public Set<String> waitingAt(String businessKey) {
        Set<String> ids = new TreeSet<>();
        instances(businessKey).forEach(instance -> ids.addAll(engine.getRuntimeService().getActiveActivityIds(instance.getId())));
        return ids;
    }

    /** True when instances with this business key were started and none is left. */
    public boolean ended(String businessKey) {
        return instances(businessKey).isEmpty()
                && engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).count() > 0;
    }

    /** Activity ids walked for the business key in the order of their start. */
    public List<String> path(String businessKey) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime().asc().list().stream()
                .flatMap(instance -> engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                        .orderPartiallyByOccurrence().asc().list().stream())
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    /** Names of all variables instances of a process ever had, loop counters of the engine left out. */
    public Set<String> variableNames(String process) {
        Set<String> names = new TreeSet<>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processDefinitionKey(process).list().stream()
                .map(HistoricVariableInstance::getName)
                .filter(name -> !name.equals("loopCounter") && !name.startsWith("nrOf")).forEach(names::add);
        return names;
    }

    /** Every flow node entered and every arrow taken, hence both outcomes of each gateway. */
    public void assertEverythingWalked(String process) {
        Set<String> missing = walked.missing(process);
        if (!missing.isEmpty()) {
            throw new AssertionError("Not walked in " + process + ": " + missing);
        }
    }

    /** Every row of the table was hit at least once. */
    public void assertEveryRowHit(String decision) {
        Set<String> rows = new TreeSet<>();
        DecisionDefinition table = engine.getRepositoryService().createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision).latestVersion().singleResult();
        engine.getRepositoryService().getDmnModelInstance(table.getId())
                .getModelElementsByType(Rule.class).forEach(rule -> rows.add(rule.getId()));
        rows.removeAll(rulesHit.getOrDefault(decision, Set.of()));
        if (!rows.isEmpty()) {
            throw new AssertionError("Rows of " + decision + " never hit: " + rows);
        }
    }

    @Override
    public void close() {
        engine.close();
        engine = null;
        connections.close();
        JdbcClient.create(TestDatabase.owner(database())).sql("drop schema " + schema + " cascade").update();
    }

    private List<ProcessInstance> instances(String businessKey) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list();
    }

    private Job nextJob() {
        return engine.getManagementService().createJobQuery().messages().withRetriesLeft().listPage(0, 1).stream().findFirst().orElse(null);
    }

    private static synchronized String database() {
        if (url == null) {
            url = TestDatabase.create();
        }
        return url;
    }
}

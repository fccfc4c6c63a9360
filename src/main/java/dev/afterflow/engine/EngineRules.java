package dev.afterflow.engine;

import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED;
import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_FULL;
import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;

/** The engine's settings, in code so that they cannot be forgotten; the last of the engine's plug-ins to speak. */
@Order(Ordering.DEFAULT_ORDER + 100)
class EngineRules extends AbstractCamundaConfiguration {

    private static final String RETRIES = "PT10S,PT1M,PT5M,PT15M,PT30M";
    private static final int MOST_RESULTS = 1000;

    private final EngineSettings settings;
    private final Delegates delegates;
    private final Guard guard;
    private final RuleHits hits;
    private final FlowHistory flow;
    private final HandOverExecutor executor;
    private final List<BpmnParseListener> listeners;

    /** @param listeners what other rooms hang on every model, such as the desk's ear for tasks */
    EngineRules(EngineSettings settings, Delegates delegates, Guard guard, RuleHits hits, FlowHistory flow,
                HandOverExecutor executor, List<BpmnParseListener> listeners) {
        this.settings = settings;
        this.delegates = delegates;
        this.guard = guard;
        this.hits = hits;
        this.flow = flow;
        this.executor = executor;
        this.listeners = listeners;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        closeDoors(engine, delegates, guard, hits);
        engine.setIdGenerator(new TimeOrderedIds());
        jobs(engine);
        engine.getCustomSessionFactories().add(HandOverJobs.factory(executor));
        engine.getCustomSessionFactories().add(DeployedTables.factory());
        if (!settings.historyBoth()) {
            engine.getCustomSessionFactories().add(FailuresOnly.factory());
        }
        engine.getCustomPostBPMNParseListeners().addAll(listeners);
        history(engine, settings.historyBoth());
        engine.getCustomHistoryEventHandlers().add(flow);
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        engine.setTenantCheckEnabled(true);
        engine.setAuthorizationEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
    }

    /** What a model or a variable may not do, the same in every engine of ours. */
    static void closeDoors(ProcessEngineConfigurationImpl engine, Delegates delegates, Guard guard, RuleHits hits) {
        // BPMN parsing validates against schemas inside the engine's jar; "nested" is a Spring Boot jar's own protocol
        System.setProperty("javax.xml.accessExternalSchema", "file,jar:file,nested");
        engine.setBeans(new HashMap<>());
        engine.setExpressionManager(new SafeExpressions(delegates));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), new DeploymentGuard(guard)));
        engine.setDmnEngineConfiguration(tables(new PlainFeel(), hits));
        engine.setDmnHistoryEventProducer(new TableHistory(hits));
        RuntimeLimits limits = new RuntimeLimits();
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), limits));
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), limits));
        engine.setCmmnEnabled(false);
        engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new DecisionOutputs())));
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setVariableTypes(PlainVariables.only());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDefaultSerializationFormat("application/json");
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        // an exception is logged once, by the one who handles it
        engine.setEnableCmdExceptionLogging(false);
    }

    /** What other plug-ins have added stays. */
    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.add(more);
        return all;
    }

    static DefaultDmnEngineConfiguration tables(PlainFeel feel, RuleHits hits) {
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(feel);
        tables.getCustomPostDecisionTableEvaluationListeners().add(hits);
        return tables;
    }

    static void jobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorAcquireByPriority(false);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setDefaultNumberOfRetries(3);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setCreateIncidentOnFailedJobEnabled(true);
    }

    private static void history(ProcessEngineConfigurationImpl engine, boolean both) {
        engine.setHistory(HISTORY_FULL);
        engine.setEnableDefaultDbHistoryEventHandler(both);
        engine.setHistoryTimeToLive("P180D");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupEnabled(false);
        engine.setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    }
}

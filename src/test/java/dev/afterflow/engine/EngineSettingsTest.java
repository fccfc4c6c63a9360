package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings as the running engine reports them. */
@RoomTest
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void nothingIsEvaluatedThatIsNotOurs() {
        assertThat(engine.getExpressionManager()).isInstanceOf(SafeExpressions.class);
        assertThat(engine.getScriptEngineResolver()).isInstanceOf(NoScripts.class);
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(System.getProperty("javax.xml.accessExternalSchema")).isEqualTo("file,jar:file,nested");
    }

    @Test
    void jobsAreTakenByDueDateOnAnyNode() {
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.isJobExecutorAcquireByPriority()).isFalse();
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT15M,PT30M");
        assertThat(engine.isCreateIncidentOnFailedJobEnabled()).isTrue();
    }

    @Test
    void historyGoesOurWay() {
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(engine.isEnableDefaultDbHistoryEventHandler()).isFalse();
        assertThat(engine.isHistoryCleanupEnabled()).isFalse();
        assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("none");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P180D");
    }

    @Test
    void theEngineSharesOurDatabaseAndAsksForNoMoreThanAThousand() {
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(engine.isTenantCheckEnabled()).isTrue();
        assertThat(engine.isAuthorizationEnabled()).isFalse();
        assertThat(engine.isTaskMetricsEnabled()).isFalse();
        assertThat(engine.getDatabaseType()).isEqualTo("postgres");
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(engine.getIdGenerator()).isInstanceOf(TimeOrderedIds.class);
    }
}

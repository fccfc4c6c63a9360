package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ReleasesTest {

    private final Map<String, JavaDelegate> delegates = Map.of("tellIt", execution -> execution.setVariable("told", true));
    private final ThrowawayEngine engine = ThrowawayEngine.with(delegates, List.<ModelFile>of());
    private final RepositoryService repository = engine.engine().getRepositoryService();
    private final DataSource database = TestDatabase.owner(TestDatabase.create());
    private final Releases releases = new Releases(repository, new RuleBook(), new ModelRules(new Guard(Delegates.of(delegates))), false,
            new StaticListableBeanFactory().getBeanProvider(Releases.Opening.class), JdbcClient.create(database), new DataSourceTransactionManager(database));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theWholeBookIsOneReleaseAndUnchangedFilesMakeNone() {
        String first = releases.release(LawfulBook.files(), "git");
        assertThat(releases.release(LawfulBook.files(), "git")).isEqualTo(first);
        assertThat(repository.getDeploymentResourceNames(first)).containsExactlyInAnyOrder(LawfulBook.PROCESS, LawfulBook.TABLE, LawfulBook.FORM);
        assertThat(repository.createDeploymentQuery().deploymentName("rule-book").count()).isEqualTo(1);
    }

    @Test
    void oneChangedWordReleasesAllFilesAnewAndARunningCaseKeepsItsRules() {
        String first = releases.release(LawfulBook.files(), "git");
        engine.start("look-and-tell", "old", Map.of("colour", "red"));
        List<ModelFile> changed = new ArrayList<>(LawfulBook.files());
        changed.set(1, ModelFile.of(LawfulBook.TABLE, LawfulBook.table().text().replace("\"red\"", "\"green\"")));
        String second = releases.release(changed, "git");
        assertThat(second).isNotEqualTo(first);
        assertThat(repository.getDeploymentResourceNames(second)).hasSize(3);
        engine.start("look-and-tell", "new", Map.of("colour", "green"));
        assertThat(engine.waitingAt("old")).containsExactly("lookAtIt");
        assertThat(engine.waitingAt("new")).containsExactly("lookAtIt");
        assertThat(engine.correlate("returns.requestTakenBack", "old", Map.of())).isEqualTo(1);
        assertThat(engine.path("old")).endsWith("tellIt", "allTold").contains("takenBack");
        assertThat(repository.createDecisionDefinitionQuery().decisionDefinitionKey("look-mood").count()).isEqualTo(2);
    }

    @Test
    void aRefusalStopsTheReleaseAndSaysWhatToCorrect() {
        List<ModelFile> bad = new ArrayList<>(LawfulBook.files());
        bad.set(0, ModelFile.of(LawfulBook.PROCESS, LawfulBook.process().text().replace("candidateGroups=\"returns-desk\"", "candidateGroups=\"everybody\"")));
        assertThatThrownBy(() -> releases.release(bad, "git")).isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining("processes/returns/look-and-tell.bpmn lookAtIt: [model.team]");
        assertThat(repository.createDeploymentQuery().deploymentName("rule-book").count()).isZero();
    }

    @Test
    void theConsoleSaysItInPlainWords() {
        RuleBookRefused refused = new RuleBookRefused(List.of(Finding.refusal("processes/returns/x.bpmn", "y", "model.team", "No such team")));
        FailureAnalysis analysis = new RefusedStart().analyze(new IllegalStateException(refused));
        assertThat(analysis.getDescription()).isEqualTo("Models are refused:\n  processes/returns/x.bpmn y: [model.team] No such team");
        assertThat(analysis.getAction()).contains("processes/ and forms/");
    }

    @Test
    void whatIsDeployedWithoutAReleaseIsGuardedAsWell() {
        assertThatThrownBy(() -> repository.createDeployment().addString("processes/returns/evil.bpmn",
                Models.around("evil", "<bpmn:serviceTask id=\"step\" camunda:class=\"x\"/>").text()).deploy()).isInstanceOf(RuleBookRefused.class);
    }
}

package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known way to bring code, floods or leaks in with a model: refused by name, nothing ran, and its lawful twin works. */
class AttackTest {

    @OutsideEffect
    static class Issue implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("issued", true);
        }
    }

    private static final ThrowawayEngine engine = ThrowawayEngine.with(Map.<String, JavaDelegate>of("probe", execution -> { }, "issue", new Issue()),
            List.of(Models.table("t-mood", "FIRST", Models.row("calm", "\"red\"", "fire")), Models.around("t-name", "<bpmn:userTask id=\"step\"/>")));

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<Attack> attacks() {
        return Stream.of(RunAttacks.atDeployment(), RunAttacks.expressions(), RunAttacks.code(), TableAttacks.all(), FileAttacks.bypasses(),
                FileAttacks.files(), FloodAttacks.all(), FormAttacks.all()).flatMap(attacks -> attacks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isRefusedByNameAndItsTwinRuns(Attack attack) {
        long before = engine.engine().getRepositoryService().createDeploymentQuery().count();
        Throwable refusal = catchThrowable(() -> engine.deploy(List.of(attack.bad())));
        assertThat(refusal).as("refusal").isInstanceOf(RuleBookRefused.class);
        assertThat(((RuleBookRefused) refusal).findings()).as(refusal.getMessage()).anySatisfy(finding -> {
            assertThat(finding.element()).startsWith(attack.element());
            assertThat(finding.rule()).isEqualTo(attack.rule());
        });
        assertThat(engine.engine().getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
        assertThat(Canary.isSilent()).as("nothing ran").isTrue();
        runs(attack);
    }

    private static void runs(Attack attack) {
        engine.deploy(List.of(attack.good()));
        switch (attack.good().extension()) {
            case ".dmn" -> assertThat(engine.decisions().decide(attack.good().id(), Map.of("colour", "red")).ruleId()).isNotEmpty();
            case ".bpmn" -> walks(attack);
            default -> assertThat(attack.good().content()).isNotEmpty();
        }
        assertThat(Canary.isSilent()).as("the twin is harmless").isTrue();
    }

    private static void walks(Attack attack) {
        String key = attack.good().id();
        engine.start(key, key, attack.facts());
        engine.runJobs();
        assertThat(engine.path(key)).anyMatch(id -> id.startsWith("step"));
    }
}

package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** Every model of every room keeps the rules; which delegates there really are is asked again when the application starts. */
class OurModelsTest {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    @Test
    void everyModelKeepsTheRules() {
        List<ModelFile> files = new RuleBook().files();
        assertThat(files).extracting(ModelFile::name).contains("processes/returns/return-exchange.bpmn");
        Map<String, JavaDelegate> named = new TreeMap<>();
        files.forEach(file -> DELEGATE.matcher(file.text()).results().forEach(found -> named.put(found.group(1), execution -> { })));
        assertThat(new ModelRules(new Guard(Delegates.of(named))).check(files)).filteredOn(Finding::refusal)
                .extracting(Finding::toString).isEmpty();
    }
}

package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.Test;

/** Our models are plain Camunda models: read, checked against the schema and written by Camunda's own tools they say the same. */
class RoundTripTest {

    private final Guard guard = new Guard(Delegates.of(Map.of()));

    @Test
    void everyProcessSurvivesCamundasModelTools() {
        List<ModelFile> files = new RuleBook().files().stream().filter(file -> file.extension().equals(".bpmn")).toList();
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            Bpmn.validateModel(model);
            saysTheSame(file, Bpmn.convertToString(model));
        });
    }

    @Test
    void everyTableSurvivesCamundasModelTools() {
        List<ModelFile> files = new RuleBook().files().stream().filter(file -> file.extension().equals(".dmn")).toList();
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            Dmn.validateModel(model);
            saysTheSame(file, Dmn.convertToString(model));
        });
    }

    /** Every element in its place with its text and attributes; Camunda writes the schema's defaults beside them. */
    private void saysTheSame(ModelFile before, String written) {
        List<Xml> said = guard.read(before).all().toList();
        List<Xml> saidAgain = guard.read(ModelFile.of(before.name(), written)).all().toList();
        assertThat(saidAgain).extracting(element -> element.name + " " + element.text())
                .isEqualTo(said.stream().map(element -> element.name + " " + element.text()).toList());
        for (int i = 0; i < said.size(); i++) {
            assertThat(saidAgain.get(i).attributes).as(before.name() + " " + said.get(i).place()).containsAllEntriesOf(said.get(i).attributes);
        }
    }
}

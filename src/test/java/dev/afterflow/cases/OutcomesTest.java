package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutcomesTest {

    @Test
    void everyOutcomeOfTheProcessesAndFormsHasWords() throws IOException {
        JsonNode form = JsonMapper.shared().readTree(Files.readString(Path.of("forms/cases/workCase.form")));
        List<String> outcomes = new ArrayList<>(List.of("REFUNDED", "REFUSED", "WITHDRAWN", "PLATFORM_CLOSED", "OTHERWISE"));
        form.path("components").forEach(field -> field.path("values").forEach(value -> outcomes.add(value.path("value").asString())));

        assertThat(outcomes).hasSizeGreaterThan(9).allSatisfy(outcome -> {
            assertThat(Outcomes.chinese(outcome)).matches("\\p{IsHan}+");
            assertThat(Outcomes.english(outcome)).matches("[a-z ]+");
        });
        assertThat(Outcomes.chinese("OWNERS_OWN")).isEqualTo("OWNERS_OWN");
    }
}

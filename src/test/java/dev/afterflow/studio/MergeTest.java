package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three versions of one file: what the software brings, what is in force, what that started from. */
class MergeTest {

    private static final String NAME = "processes/returns/some.dmn";

    /** Empty: there is none. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # software, ours, base, in force afterwards, base afterwards, conflict
            a, '', '', a, a, false
            a, a, a, a, a, false
            b, a, a, b, b, false
            a, x, a, x, a, false
            b, x, a, x, a, true
            b, b, a, b, b, false
            '', a, a, '', '', false
            '', x, a, x, a, true
            '', x, '', x, '', false
            b, x, '', x, '', true
            """)
    void nobodysEditIsOverwritten(String software, String ours, String base, String inForce, String baseAfter, boolean conflict) {
        Map<String, String> bases = new TreeMap<>();
        if (!base.isEmpty()) {
            bases.put(NAME, file(base).hash());
        }

        Merge merge = Merge.of(files(software), files(ours), bases);

        assertThat(merge.book()).extracting(ModelFile::text).isEqualTo(inForce.isEmpty() ? List.of() : List.of(inForce));
        assertThat(merge.bases().get(NAME)).isEqualTo(baseAfter.isEmpty() ? "" : file(baseAfter).hash());
        assertThat(merge.conflicts()).hasSize(conflict ? 1 : 0);
    }

    private static List<ModelFile> files(String text) {
        return text.isEmpty() ? List.of() : List.of(file(text));
    }

    private static ModelFile file(String text) {
        return ModelFile.of(NAME, text);
    }
}

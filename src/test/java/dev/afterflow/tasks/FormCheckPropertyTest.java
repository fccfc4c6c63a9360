package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is submitted, the check answers, and what it lets pass is what the form declares. */
class FormCheckPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Map<String, Object> PREFILL = Map.of("shown", "as is", "list", List.of("A", "B"));
    private static final List<String> TYPES = List.of("textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "evidence");
    private static final Set<String> WRITABLE = Set.of("f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "rows", "box");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void nothingUndeclaredHiddenOrReadOnlyPasses(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<FormPart> form = form(random);
            Map<String, Object> given = submission(random, 0);
            Checked checked = FormCheck.check(form, PREFILL, given, NOW);
            assertThat(WRITABLE).containsAll(checked.input().keySet());
            assertThat(checked.input()).doesNotContainKeys("shown", "secret");
            if (given.containsKey("extra")) {
                assertThat(checked.faults()).anyMatch(fault -> fault.field().equals("extra") && fault.isMalformed());
            }
            checked.faults().forEach(fault -> assertThat(fault.remedy("zh") + fault.remedy("en")).doesNotContain("{"));
            if (checked.faults().isEmpty()) {
                Checked again = FormCheck.check(form, PREFILL, checked.input(), NOW);
                assertThat(again.faults()).isEmpty();
                assertThat(again.input()).isEqualTo(checked.input());
            }
        }
    }

    private static List<FormPart> form(Random random) {
        StringBuilder parts = new StringBuilder("""
                {"type":"textfield","key":"shown","label":"x","readonly":true},
                {"type":"textfield","key":"secret","label":"x","conditional":{"hide":"=true"}},
                {"type":"html","key":"extra","content":"x"},
                {"type":"group","path":"box","components":[{"type":"number","key":"inner","label":"x"}]},
                {"type":"dynamiclist","path":"rows","components":[{"type":"checkbox","key":"inner","label":"x"}]}""");
        for (int i = 0; i < TYPES.size(); i++) {
            parts.append(",{\"type\":\"%s\",\"key\":\"f%d\",\"label\":\"x\",\"valuesKey\":\"list\",\"validate\":{\"required\":%s,\"min\":1,\"max\":9,\"minLength\":1,\"maxLength\":5}}"
                    .formatted(TYPES.get(i), i, random.nextInt(4) == 0));
        }
        return FormPart.of(JsonMapper.shared().readTree("[" + parts + "]"));
    }

    private static Map<String, Object> submission(Random random, int depth) {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(WRITABLE);
        keys.addAll(List.of("shown", "secret", "extra", "inner", "__proto__", ""));
        for (String key : keys) {
            if (random.nextInt(3) == 0) {
                given.put(key, value(random, depth));
            }
        }
        return given;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 9 : 11)) {
            case 0 -> "A";
            case 1 -> "${''.getClass()}";
            case 2 -> random.nextLong();
            case 3 -> new BigDecimal(random.nextInt(2000)).movePointLeft(2);
            case 4 -> random.nextBoolean();
            case 5 -> "2026-11-" + (10 + random.nextInt(30));
            case 6 -> null;
            case 7 -> "\u0000" + random.nextInt();
            case 8 -> "x".repeat(random.nextInt(12));
            case 9 -> Arrays.asList(value(random, depth + 1), value(random, depth + 1));
            default -> submission(random, depth + 1);
        };
    }
}

package dev.afterflow.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one row of JSON strictly: no double keys, nothing behind it, at most 50 levels deep and 64 KB long. */
@Component
class RowReader {

    static final int MOST_BYTES = 64 << 10;
    private static final int MOST_LEVELS = 50;
    private static final int MOST_DIGITS = 100;

    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS)
                            .maxNumberLength(MOST_DIGITS).maxStringLength(MOST_BYTES).maxNameLength(1000).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** Puts the row on the tray, or refuses it there; null is a row that was too long to read. */
    void read(byte[] bytes, Tray tray) {
        if (bytes == null) {
            tray.refuse(null, List.of(new Fault("", "row.size", "一行最多 64 KB", "A row has at most 64 KB")));
            return;
        }
        try {
            JsonNode row = strict.readTree(bytes);
            if (row.isObject()) {
                tray.put(row);
            } else {
                tray.refuse(null, List.of(new Fault("", "type", "每一行应为一个 JSON 对象", "Each row must be a JSON object")));
            }
        } catch (StreamConstraintsException e) {
            tray.refuse(null, List.of(new Fault("", "row.limits", "嵌套最多 " + MOST_LEVELS + " 层,数字最多 " + MOST_DIGITS + " 位",
                    "At most " + MOST_LEVELS + " levels deep and " + MOST_DIGITS + " digits a number")));
        } catch (JacksonException e) {
            tray.refuse(null, List.of(new Fault("", "row.json", "不是有效的 JSON,或有重复的字段名",
                    "This is not valid JSON, or it names a field twice")));
        }
    }
}

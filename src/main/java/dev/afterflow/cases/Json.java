package dev.afterflow.cases;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the few jsonb columns of the room. */
@Component("casesJson")
class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    Map<String, Object> map(String json) {
        return mapper.readValue(json, new TypeReference<>() { });
    }

    List<Case.Line> lines(String json) {
        return mapper.readValue(json, new TypeReference<>() { });
    }

    List<String> words(String json) {
        return mapper.readValue(json, new TypeReference<>() { });
    }
}

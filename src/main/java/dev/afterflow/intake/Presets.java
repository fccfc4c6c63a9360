package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ready mappings for files many shops have, each a JSON resource with its documentation. */
@Component
class Presets {

    /** A named mapping; about says where the files come from and what becomes of them. */
    record Preset(String id, String kind, String nameZh, String nameEn, String aboutZh, String aboutEn, ObjectNode mapping) {
    }

    private final List<Preset> presets;
    private final JsonMapper json;

    Presets(JsonMapper json) throws IOException {
        this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:intake/presets/*.json");
        this.presets = Arrays.stream(found).map(this::read).sorted(Comparator.comparing(Preset::id)).toList();
        this.presets.forEach(preset -> MappingRules.check(mapping(null, preset.mapping(), preset.id())));
    }

    List<Preset> all() {
        return presets;
    }

    Preset find(String id) {
        return presets.stream().filter(preset -> preset.id().equals(id)).findFirst().orElseThrow(() ->
                Problem.invalid("preset", "unknown", "没有这个预设", "There is no such preset"));
    }

    /** The preset's mapping with what the job says otherwise laid over it. */
    Mapping mapping(String preset, JsonNode given, String name) {
        ObjectNode whole = preset == null ? json.createObjectNode() : find(preset).mapping().deepCopy();
        if (given != null && !given.isNull()) {
            if (!given.isObject()) {
                throw Problem.malformed("mapping", "type", "应为对象", "This must be an object");
            }
            lay((ObjectNode) given, whole);
        }
        try {
            Mapping mapping = json.treeToValue(whole, Mapping.class);
            MappingRules.check(mapping);
            return mapping;
        } catch (JacksonException e) {
            throw Problem.malformed("mapping", "form", "映射“" + name + "”格式不对:" + e.getOriginalMessage(),
                    "The mapping is not in the right form: " + e.getOriginalMessage());
        }
    }

    private static void lay(ObjectNode over, ObjectNode under) {
        over.properties().forEach(entry -> {
            JsonNode below = under.get(entry.getKey());
            if (entry.getValue().isNull()) {
                under.remove(entry.getKey());
            } else if (below instanceof ObjectNode object && entry.getValue() instanceof ObjectNode above) {
                lay(above, object);
            } else {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private Preset read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return json.readValue(in, Preset.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.afterflow.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which telling of a thing this is.
 *
 * @param rank sorts versions of one thing as text; null when they have no order
 */
record Version(String text, String rank) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The sender's version, or the hash of the content when there is none. */
    static Version of(String given, JsonNode content) {
        return given.isBlank() ? new Version("sha256:" + hash(content), null) : new Version(given, rankOf(given));
    }

    static String rankOf(String given) {
        if (given.matches("\\d{1,30}")) {
            return "n" + "0".repeat(30 - given.length()) + given;
        }
        try {
            Instant instant = OffsetDateTime.parse(given).toInstant();
            return "t%020d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private static String hash(JsonNode content) {
        return DigestUtils.sha256Hex(JSON.writeValueAsString(sorted(content)));
    }

    /** The order of keys says nothing, so it must not make a new version. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JSON.createObjectNode();
            node.properties().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> sorted.set(entry.getKey(), sorted(entry.getValue())));
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            node.forEach(member -> list.add(sorted(member)));
            return list;
        }
        return node;
    }
}

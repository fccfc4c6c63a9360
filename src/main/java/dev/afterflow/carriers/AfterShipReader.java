package dev.afterflow.carriers;

import dev.afterflow.carriers.Reading.Sighting;
import dev.afterflow.carriers.Trace.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what AfterShip answers and pushes: a tracking with its checkpoints, oldest first. */
final class AfterShipReader {

    private final JsonMapper json;

    AfterShipReader(JsonMapper json) {
        this.json = json;
    }

    /** A webhook of a shipment's status, or an answer that holds one tracking; a list of several is read by the sender of the question. */
    Reading read(byte[] body) {
        try {
            JsonNode whole = json.readTree(body);
            if (whole.has("event") && !"tracking_update".equals(whole.path("event").asString(""))) {
                return Reading.refused("NOT_A_STATUS:" + whole.path("event").asString("").replaceAll("\\W", ""));
            }
            int code = whole.path("meta").path("code").asInt(200);
            return code / 100 == 2 ? tracking(one(whole)) : Reading.refused("CODE_" + code);
        } catch (JacksonException unreadable) {
            return Reading.refused("UNREADABLE");
        }
    }

    /** Every tracking of a page. */
    List<Reading> page(byte[] body) {
        try {
            return json.readTree(body).path("data").path("trackings").valueStream().map(this::tracking).toList();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static JsonNode one(JsonNode whole) {
        JsonNode data = whole.path("data");
        return Stream.of(whole.path("msg"), data.path("tracking"), data).filter(each -> each.has("tracking_number")).findFirst().orElse(whole);
    }

    private Reading tracking(JsonNode tracking) {
        if (!tracking.has("tracking_number") || !tracking.has("checkpoints") && !tracking.has("checkpoint")) {
            return Reading.refused("NO_TRACKING");
        }
        List<Sighting> all = new ArrayList<>();
        Iterable<JsonNode> points = tracking.has("checkpoints") ? tracking.path("checkpoints") : List.of(tracking.path("checkpoint"));
        for (JsonNode point : points) {
            Optional<Step> step = AfterShipSteps.of(point.path("tag").asString(""), point.path("subtag").asString(""));
            Instant at = at(point);
            if (at == null || step.isEmpty()) {
                return Reading.refused(at == null ? "UNREADABLE_TIME" : "UNKNOWN_TAG");
            }
            all.add(new Sighting(at, place(point), words(point), step.get()));
        }
        Collections.reverse(all);
        String tag = tracking.path("tag").asString("");
        boolean over = tracking.has("active") && !tracking.path("active").asBoolean(true);
        return Reading.of(tracking.path("slug").asString(""), tracking.path("tracking_number").asString(null), all, over, tag.equals("Expired") ? "EXPIRED" : null);
    }

    private static String words(JsonNode point) {
        String words = point.path("message").asString("");
        return words.isBlank() ? point.path("subtag_message").asString(point.path("tag").asString("")) : words;
    }

    private static String place(JsonNode point) {
        String place = point.path("location").asString("");
        if (place.isBlank()) {
            place = Stream.of("city", "state", "country_name").map(field -> point.path(field).asString("")).filter(each -> !each.isBlank())
                .collect(Collectors.joining(", "));
        }
        return place.isBlank() ? null : place.substring(0, Math.min(place.length(), 200));
    }

    /** A checkpoint's time may lack its zone; then it is the place's own, and when it was heard is the nearest moment that is sure. */
    private static Instant at(JsonNode point) {
        String written = point.path("checkpoint_time").asString("");
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException noZone) {
            try {
                LocalDateTime local = LocalDateTime.parse(written);
                String heard = point.path("created_at").asString("");
                return heard.isBlank() ? local.toInstant(ZoneOffset.UTC) : earlier(local.toInstant(ZoneOffset.UTC), OffsetDateTime.parse(heard).toInstant());
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

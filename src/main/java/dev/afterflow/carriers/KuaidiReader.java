package dev.afterflow.carriers;

import dev.afterflow.carriers.Reading.Sighting;
import dev.afterflow.carriers.Trace.Step;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Kuaidi100 answers and pushes; its times are Chinese and carry no zone. */
final class KuaidiReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NO_RECORD = "3天查询无记录";
    private static final String NO_CHANGE = "60天无变化";

    private final JsonMapper json;

    KuaidiReader(JsonMapper json) {
        this.json = json;
    }

    /** The fields of a form; a field that comes twice keeps its first value. */
    static Map<String, String> form(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.putIfAbsent(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    /** A push: a form of {@code sign} and {@code param}. */
    Reading push(byte[] body, Instant received) {
        try {
            String param = form(body).get("param");
            return param == null ? Reading.refused("NO_PARAM") : push(json.readTree(param), received);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Reading.refused("UNREADABLE");
        }
    }

    private Reading push(JsonNode push, Instant received) {
        String status = push.path("status").asString("");
        JsonNode last = push.path("lastResult");
        if (!List.of("polling", "shutdown", "abort", "updateall").contains(status)) {
            return Reading.refused("UNKNOWN_STATUS");
        }
        if (!status.equals("abort")) {
            return trail(last, !status.equals("polling") && !status.equals("updateall"));
        }
        return aborted(push, last, received);
    }

    /** Follows no longer: after sixty days of silence a parcel is taken for lost; after three days without any record the number or the carrier is wrong. */
    private Reading aborted(JsonNode push, JsonNode last, Instant received) {
        String message = push.path("message").asString("");
        String carrier = last.path("com").asString(push.path("comOld").asString(""));
        List<Sighting> known = sightings(last).orElse(List.of());
        if (message.contains(NO_CHANGE)) {
            List<Sighting> lost = new ArrayList<>(known);
            lost.add(new Sighting(received, null, "快递100：" + NO_CHANGE + "，停止跟踪", Step.LOST));
            return Reading.of(carrier, last.path("nu").asString(null), lost, true, "NO_CHANGE_60_DAYS");
        }
        String better = push.path("comNew").asString("");
        String note = !better.isBlank() ? "CARRIER_MAY_BE:" + better : message.contains(NO_RECORD) ? "NO_RECORD_3_DAYS" : "ABORTED";
        return Reading.of(carrier, last.path("nu").asString(null), known, true, note);
    }

    /** The answer to a query. */
    Reading answer(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            if (answer.path("data").isArray() && "ok".equals(answer.path("message").asString(""))) {
                return trail(answer, "1".equals(answer.path("ischeck").asString("0")));
            }
            return Reading.refused("CODE_" + answer.path("returnCode").asString("NONE").replaceAll("\\W", ""));
        } catch (JacksonException unreadable) {
            return Reading.refused("UNREADABLE");
        }
    }

    private Reading trail(JsonNode result, boolean over) {
        return sightings(result).map(all -> Reading.of(result.path("com").asString(""), result.path("nu").asString(null), all, over, null))
            .orElseGet(() -> Reading.refused("UNREADABLE_SCAN"));
    }

    /** Newest first as they come; empty when a scan cannot be read, so that none is left out unseen. */
    private static Optional<List<Sighting>> sightings(JsonNode result) {
        List<Sighting> all = new ArrayList<>();
        String state = result.path("state").asString("");
        for (JsonNode each : result.path("data")) {
            Instant at = at(each.path("ftime").asString(each.path("time").asString("")));
            String words = each.path("context").asString("");
            Optional<Step> step = step(each, all.isEmpty() ? state : null);
            if (at == null || words.isBlank() || step.isEmpty()) {
                return Optional.empty();
            }
            all.add(new Sighting(at, place(each), words, KuaidiSteps.finer(step.get(), words)));
        }
        return Optional.of(all);
    }

    /** Number, else name, else for the newest the state of the whole; an older scan without either was on its way. */
    private static Optional<Step> step(JsonNode scan, String whole) {
        for (String field : List.of("statusCode", "status")) {
            String told = scan.path(field).asString("");
            if (!told.isBlank()) {
                return KuaidiSteps.of(told);
            }
        }
        return whole == null || whole.isBlank() ? Optional.of(Step.MOVING) : KuaidiSteps.of(whole);
    }

    private static String place(JsonNode scan) {
        String place = scan.path("areaName").asString(scan.path("location").asString(""));
        return place.isBlank() ? null : place;
    }

    private static Instant at(String written) {
        try {
            return LocalDateTime.parse(written, TIME).atZone(CHINA).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}

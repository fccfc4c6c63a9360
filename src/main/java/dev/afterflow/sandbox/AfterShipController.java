package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AfterShip's tracking interface as its document has it: create, list, and its error codes. */
@Hidden
@RestController
@RequestMapping("/sandbox/aftership")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class AfterShipController {

    private static final String KEY = "asat_demo";
    private static final Map<String, String[]> TAGS = Map.ofEntries(tag("101", "InfoReceived", "InfoReceived_001"), tag("1", "InTransit", "InTransit_002"),
        tag("103", "InTransit", "InTransit_002"), tag("0", "InTransit", "InTransit_001"), tag("1002", "InTransit", "InTransit_007"),
        tag("5", "OutForDelivery", "OutForDelivery_001"), tag("501", "AvailableForPickup", "AvailableForPickup_001"),
        tag("301", "Delivered", "Delivered_003"), tag("303", "Delivered", "Delivered_005"), tag("304", "Delivered", "Delivered_002"), tag("3", "Delivered", "Delivered_001"),
        tag("206", "AttemptFail", "AttemptFail_002"), tag("2", "Exception", "Exception_001"), tag("201", "Exception", "Exception_005"),
        tag("209", "Exception", "Exception_012"), tag("14", "Exception", "Exception_003"), tag("6", "Exception", "Exception_010"),
        tag("4", "Exception", "Exception_011"), tag("13", "Exception", "Exception_004"));

    private final CarrierBooks books;
    private final CarrierWeather weather;
    private final JsonMapper json;

    AfterShipController(CarrierBooks books, CarrierWeather weather, JsonMapper json) {
        this.books = books;
        this.weather = weather;
        this.json = json;
    }

    private static Map.Entry<String, String[]> tag(String code, String tag, String subtag) {
        return Map.entry(code, new String[] {tag, subtag});
    }

    @PostMapping("/trackings")
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!KEY.equals(request.getHeader("as-api-key"))) {
            weather.answer("", response, 401, error(401, "The API key is invalid."));
            return;
        }
        JsonNode asked = read(request.getInputStream().readAllBytes());
        String number = asked.path("tracking_number").asString("");
        String slug = asked.path("slug").asString("");
        if (!number.matches("[A-Za-z0-9-]{4,100}")) {
            weather.answer(slug, response, 400, error(4005, "The value of tracking_number is invalid."));
        } else if (!books.subscribe(number, slug, null, "aftership", null)) {
            weather.answer(slug, response, 400, error(4003, "Tracking already exists."));
        } else {
            weather.answer(slug, response, 201, json.writeValueAsString(Map.of("meta", Map.of("code", 201), "data", tracking(books.find(number).orElseThrow()))));
        }
    }

    @GetMapping("/trackings")
    void list(@RequestParam("tracking_numbers") String number, @RequestParam(required = false) String slug, HttpServletRequest request,
              HttpServletResponse response) throws IOException {
        boolean known = KEY.equals(request.getHeader("as-api-key"));
        List<Map<String, Object>> found = books.find(number).map(this::tracking).stream().toList();
        weather.answer(slug, response, known ? 200 : 401, known ? json.writeValueAsString(Map.of("meta", Map.of("code", 200), "data", Map.of("trackings", found)))
            : error(401, "The API key is invalid."));
    }

    /** The tracking with its checkpoints, oldest first. */
    Map<String, Object> tracking(CarrierBooks.Known known) {
        List<CarrierBooks.Scan> scans = new ArrayList<>(books.scans(known.waybill()));
        Collections.reverse(scans);
        List<Map<String, Object>> points = scans.stream().map(scan -> point(known, scan)).toList();
        Map<String, Object> last = points.isEmpty() ? Map.of("tag", "Pending", "subtag", "Pending_001") : points.get(points.size() - 1);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("id", CarrierSeal.md5(known.waybill()).toLowerCase(Locale.ROOT).substring(0, 24));
        whole.put("tracking_number", known.waybill());
        whole.put("slug", known.com());
        whole.put("active", !"Delivered".equals(last.get("tag")));
        whole.put("tag", last.get("tag"));
        whole.put("subtag", last.get("subtag"));
        whole.put("checkpoints", points);
        return whole;
    }

    private static Map<String, Object> point(CarrierBooks.Known known, CarrierBooks.Scan scan) {
        String[] tag = TAGS.getOrDefault(scan.code(), new String[] {"InTransit", "InTransit_001"});
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("slug", known.com());
        point.put("tag", tag[0]);
        point.put("subtag", tag[1]);
        point.put("message", scan.context());
        point.put("location", scan.area());
        point.put("checkpoint_time", scan.at().toString());
        point.put("created_at", scan.at().toString());
        return point;
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    private String error(int code, String message) {
        return json.writeValueAsString(Map.of("meta", Map.of("code", code, "message", message, "type", "BadRequest"), "data", Map.of()));
    }
}

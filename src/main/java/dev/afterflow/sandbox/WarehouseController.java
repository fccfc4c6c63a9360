package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The played warehouse's interface: takes what is expected, ordered and done, each under its sender's number, signed both ways. */
@Hidden
@RestController
@RequestMapping("/sandbox/warehouse")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class WarehouseController {

    private static final int FRESH_SECONDS = 300;
    private static final Set<String> KINDS = Set.of("returns", "shipments", "events");
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final WarehouseBooks books;
    private final JsonMapper json;
    private final Clock clock;
    private final String secret;
    private final Map<String, Integer> away = new ConcurrentHashMap<>();

    WarehouseController(WarehouseBooks books, JsonMapper json, Clock clock,
            @Value("${afterflow.sandbox.warehouse-secret:warehouse-demo-secret}") String secret) {
        this.books = books;
        this.json = json;
        this.clock = clock;
        this.secret = secret;
    }

    /** How often the next notices under this number meet a warehouse that is down. */
    record Away(String number, int times) {
    }

    @PostMapping("/away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void away(@RequestBody Away plan) {
        away.put(plan.number(), plan.times());
    }

    /** Whether the sender and we know each other. */
    @GetMapping("/ping")
    void ping(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = genuine(request, new byte[0]);
        answer(request, response, known ? 200 : 401, Map.of("code", known ? "KNOWN" : "SIGNATURE_WRONG"));
    }

    @PutMapping("/{kind}/{number}")
    void tell(@PathVariable String kind, @PathVariable String number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!genuine(request, body)) {
            answer(request, response, 401, Map.of("code", "SIGNATURE_WRONG"));
        } else if (!KINDS.contains(kind)) {
            answer(request, response, 404, Map.of("code", "NO_SUCH_DOOR"));
        } else if (away.merge(number, -1, Integer::sum) >= 0) {
            answer(request, response, 503, Map.of("code", "DOWN"));
        } else {
            take(kind, number, body, request, response);
        }
    }

    private void take(String kind, String number, byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        away.remove(number);
        try {
            Map<String, Object> words = json.readValue(body, DOCUMENT);
            books.keep(kind, number, request.getHeader(WarehouseSeal.CLIENT), words);
            answer(request, response, 200, kind.equals("shipments") ? Map.of("taken", number, "bins", bins(words)) : Map.of("taken", number));
        } catch (JacksonException unreadable) {
            answer(request, response, 400, Map.of("code", "UNREADABLE"));
        }
    }

    /** Where things lie: always the same place for the same sku. */
    private static Map<String, String> bins(Map<String, Object> words) {
        Map<String, String> bins = new LinkedHashMap<>();
        for (Object line : words.get("lines") instanceof List<?> lines ? lines : List.of()) {
            String sku = String.valueOf(((Map<?, ?>) line).get("sku"));
            int place = Math.floorMod(sku.hashCode(), 9_973);
            bins.put(sku, "%c-%02d-%d".formatted('A' + place % 8, place / 8 % 40 + 1, place % 5 + 1));
        }
        return bins;
    }

    private boolean genuine(HttpServletRequest request, byte[] body) {
        String time = request.getHeader(WarehouseSeal.TIME);
        return request.getHeader(WarehouseSeal.CLIENT) != null && time != null && time.matches("\\d{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS
                && WarehouseSeal.holds(request.getHeader(WarehouseSeal.SIGNATURE), secret, body, request.getMethod(), request.getRequestURI(), time);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, Map<String, ?> words) throws IOException {
        byte[] body = json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader(WarehouseSeal.TIME, time);
        response.setHeader(WarehouseSeal.SIGNATURE, WarehouseSeal.of(secret, body, String.valueOf(status),
                String.valueOf(request.getHeader(WarehouseSeal.SIGNATURE)), time));
        response.getOutputStream().write(body);
    }
}

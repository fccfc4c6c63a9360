package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The played marketplace's back office for sellers' remarks: takes and shows them, each under its sender's number, signed both ways. */
@Hidden
@RestController
@RequestMapping("/sandbox/marketplace/memos")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class MemoController {

    private static final int FRESH_SECONDS = 300;
    private static final int LONGEST = 500;

    private final MemoBooks books;
    private final JsonMapper json;
    private final Clock clock;
    private final String secret;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    MemoController(MemoBooks books, JsonMapper json, Clock clock, @Value("${afterflow.sandbox.marketplace-secret:marketplace-demo-secret}") String secret) {
        this.books = books;
        this.json = json;
        this.clock = clock;
        this.secret = secret;
    }

    /** What the next remark about an order meets: DOWN takes nothing, LOST takes it and answers nothing useful, REFUSE says no. */
    record Plan(String orderId, String fault) {
    }

    @PostMapping("/plans")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(@RequestBody Plan plan) {
        plans.put(plan.orderId(), plan);
    }

    @GetMapping
    List<MemoBooks.Memo> read(@RequestParam String orderId) {
        return books.of(orderId);
    }

    @GetMapping("/{number}")
    void ask(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean genuine = genuine(request, new byte[0]);
        boolean there = genuine && books.has(number, request.getHeader(MemoSeal.CLIENT));
        answer(request, response, genuine ? there ? 200 : 404 : 401, genuine ? there ? "SET" : "NOT_KNOWN" : "SIGNATURE_WRONG");
    }

    @PutMapping("/{number}")
    void put(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!genuine(request, body)) {
            answer(request, response, 401, "SIGNATURE_WRONG");
            return;
        }
        try {
            JsonNode told = json.readTree(body);
            take(new MemoBooks.Memo(number, told.path("orderId").asString(""), told.path("flag").asInt(0), told.path("memo").asString(""), 1), request, response);
        } catch (JacksonException unreadable) {
            answer(request, response, 400, "UNREADABLE");
        }
    }

    private void take(MemoBooks.Memo memo, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Plan plan = plans.remove(memo.orderId());
        String fault = plan == null ? "" : plan.fault();
        if (fault.equals("DOWN")) {
            answer(request, response, 503, "DOWN");
        } else if (fault.equals("REFUSE") || memo.flag() < 1 || memo.flag() > 5 || memo.memo().length() > LONGEST) {
            answer(request, response, 422, "MEMO_NOT_ALLOWED");
        } else {
            books.keep(request.getHeader(MemoSeal.CLIENT), memo);
            answer(request, response, fault.equals("LOST") ? 504 : 200, fault.equals("LOST") ? "GATEWAY" : "SET");
        }
    }

    private boolean genuine(HttpServletRequest request, byte[] body) {
        String time = request.getHeader(MemoSeal.TIME);
        return request.getHeader(MemoSeal.CLIENT) != null && time != null && time.matches("\\d{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS
                && MemoSeal.holds(request.getHeader(MemoSeal.SIGNATURE), secret, body, request.getMethod(), request.getRequestURI(), time);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        byte[] body = json.writeValueAsString(Map.of("code", code)).getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader(MemoSeal.TIME, time);
        response.setHeader(MemoSeal.SIGNATURE, MemoSeal.of(secret, body, String.valueOf(status), String.valueOf(request.getHeader(MemoSeal.SIGNATURE)), time));
        response.getOutputStream().write(body);
    }
}

package dev.afterflow.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The played payment provider's interface: refunds, queries and statements, signed in both directions. */
@Hidden
@RestController
@RequestMapping("/sandbox/pay")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class PayController {

    private static final int FRESH_SECONDS = 300;

    private final PayDesk desk;
    private final PayBooks books;
    private final PayFaults faults;
    private final JsonMapper json;
    private final Clock clock;
    private final String secret;

    PayController(PayDesk desk, PayBooks books, PayFaults faults, JsonMapper json, Clock clock,
            @Value("${afterflow.sandbox.pay-secret:sandbox-demo-secret}") String secret) {
        this.desk = desk;
        this.books = books;
        this.faults = faults;
        this.json = json;
        this.clock = clock;
        this.secret = secret;
    }

    @PostMapping("/refunds")
    void refund(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!genuine(request, body)) {
            answer(request, response, 401, fault("SIGNATURE_WRONG"));
            return;
        }
        try {
            answer(request, response, desk.take(wanted(request.getHeader(PaySignature.MERCHANT), json.readTree(body))));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            answer(request, response, 400, fault("PARAMETER_WRONG"));
        }
    }

    @GetMapping("/refunds/{refundNo}")
    void query(@PathVariable String refundNo, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!genuine(request, new byte[0])) {
            answer(request, response, 401, fault("SIGNATURE_WRONG"));
            return;
        }
        var kept = desk.find(request.getHeader(PaySignature.MERCHANT), refundNo);
        if (kept.isPresent()) {
            answer(request, response, 200, words(kept.get()));
        } else {
            answer(request, response, 404, fault("REFUND_NOT_FOUND"));
        }
    }

    /** The day's file: every line that moved, signed as a whole. */
    @GetMapping("/statements/{day}")
    void statement(@PathVariable LocalDate day, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!genuine(request, new byte[0])) {
            answer(request, response, 401, fault("SIGNATURE_WRONG"));
            return;
        }
        List<PayBooks.Moved> lines = books.moved(request.getHeader(PaySignature.MERCHANT), day);
        answer(request, response, 200, Map.of("day", day.toString(), "zone", "Asia/Shanghai", "lines", lines.stream().map(PayController::line).toList()));
    }

    /** Sets how badly the provider behaves from now on; without chances it only adds plans for single payments. */
    @PostMapping("/faults")
    PayFaults.Setting faults(@RequestBody PayFaults.Setting setting) {
        if (setting.rates().isEmpty() && !setting.plans().isEmpty()) {
            setting.plans().forEach(faults::plan);
        } else {
            faults.set(setting);
        }
        return faults.setting();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, PayDesk.Taken taken) throws IOException {
        if (taken.mismatch()) {
            answer(request, response, 400, fault("PARAMETER_MISMATCH"));
            return;
        }
        switch (taken.fault()) {
            case FAIL_BEFORE, FAIL_AFTER, HOLD, LIMIT -> answer(request, response, 500, fault("SYSTEM_ERROR"));
            case LOSE_REPLY, LATE -> hangUp(response);
            case GARBLE -> write(response, 200, bytes(words(taken.kept())), "0", "0".repeat(64));
            case REFUSE -> answer(request, response, 400, fault("BUYER_ACCOUNT_CLOSED"));
            default -> answer(request, response, 200, words(taken.kept()));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, Map<String, ?> words)
            throws IOException {
        byte[] body = bytes(words);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = String.valueOf(request.getHeader(PaySignature.NONCE));
        write(response, status, body, time, PaySignature.of(secret, body, String.valueOf(status), time, nonce));
    }

    private static void write(HttpServletResponse response, int status, byte[] body, String time, String signature)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader(PaySignature.TIMESTAMP, time);
        response.setHeader(PaySignature.SIGNATURE, signature);
        response.setHeader("Sandbox-Request-Id", UUID.randomUUID().toString());
        response.getOutputStream().write(body);
    }

    /** Promises more than it sends, so that the connection breaks in the middle of the answer. */
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setHeader("Connection", "close");
        response.setContentLength(4096);
        response.getOutputStream().write('{');
        response.flushBuffer();
    }

    private boolean genuine(HttpServletRequest request, byte[] body) {
        String time = request.getHeader(PaySignature.TIMESTAMP);
        if (request.getHeader(PaySignature.MERCHANT) == null || time == null || !time.matches("\\d{1,12}")
                || Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) > FRESH_SECONDS) {
            return false;
        }
        return PaySignature.holds(request.getHeader(PaySignature.SIGNATURE), secret, body, request.getMethod(),
            request.getRequestURI(), request.getHeader(PaySignature.MERCHANT), time, request.getHeader(PaySignature.NONCE));
    }

    private static PayBooks.Wanted wanted(String merchant, JsonNode body) {
        return new PayBooks.Wanted(merchant, text(body, "refund_no"), text(body, "payment_no"),
            body.required("amount").asLong(), text(body, "currency"), text(body, "reason"), text(body, "notify_url"));
    }

    private static String text(JsonNode body, String name) {
        return body.required(name).asString();
    }

    private static Map<String, Object> words(PayBooks.Kept kept) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("refund_no", kept.wanted().refundNo());
        words.put("refund_id", kept.refundId());
        words.put("status", kept.status().equals("UNSEEN") ? "PROCESSING" : kept.status());
        words.put("amount", kept.wanted().amount());
        words.put("currency", kept.wanted().currency());
        return words;
    }

    private static Map<String, Object> line(PayBooks.Moved moved) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("line_id", "SBL" + moved.id());
        words.put("paid_at", moved.at());
        words.put("refund_no", moved.refundNo());
        words.put("payment_no", moved.paymentNo());
        words.put("amount", moved.amount());
        words.put("currency", moved.currency());
        return words;
    }

    private static Map<String, String> fault(String code) {
        return Map.of("code", code);
    }

    private byte[] bytes(Map<String, ?> words) {
        return json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8);
    }
}

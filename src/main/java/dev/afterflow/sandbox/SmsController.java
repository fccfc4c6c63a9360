package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Alibaba Cloud SMS as its document has it: one address, the verb in a header, each question signed, five messages an hour to one number. */
@Hidden
@RestController
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class SmsController {

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final int MOST_AN_HOUR = 5;

    private final SmsBooks books;
    private final PayFaults faults;
    private final JsonMapper json;
    private final Clock clock;
    private final String keyId;
    private final String secret;

    SmsController(SmsBooks books, PayFaults faults, JsonMapper json, Clock clock, @Value("${afterflow.sandbox.sms.key-id:LTAI5tPlayedPlayed}") String keyId,
            @Value("${afterflow.sandbox.sms.secret:playedSmsSecret0123456789}") String secret) {
        this.books = books;
        this.faults = faults;
        this.json = json;
        this.clock = clock;
        this.keyId = keyId;
        this.secret = secret;
    }

    @PostMapping({"/sandbox/sms", "/sandbox/sms/"})
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> question = request.getParameterMap().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
        if (!isFresh(request.getHeader("x-acs-date")) || !SmsSeal.holds(request.getHeader("Authorization"), keyId, secret, request.getMethod(), "/",
                question, request::getHeader, NOTHING)) {
            write(response, 400, said("SignatureDoesNotMatch"));
            return;
        }
        switch (String.valueOf(request.getHeader("x-acs-action"))) {
            case "SendSms" -> send(question, response);
            case "QuerySendDetails" -> write(response, 200, details(question));
            case "QuerySmsSign" -> write(response, 200, sign());
            default -> write(response, 404, said("InvalidAction.NotFound"));
        }
    }

    private void send(Map<String, String> question, HttpServletResponse response) throws IOException {
        String phone = question.getOrDefault("PhoneNumbers", "");
        PayFault fault = faults.draw(phone, question.getOrDefault("OutId", phone));
        String refusal = refusal(fault, phone, question);
        if (fault == PayFault.FAIL_BEFORE) {
            write(response, 500, said("isp.SYSTEM_ERROR"));
        } else if (refusal != null) {
            write(response, 200, said(refusal));
        } else {
            Map<String, Object> words = said("OK");
            words.put("BizId", books.send(question));
            if (fault == PayFault.LOSE_REPLY) {
                response.setHeader("Connection", "close");
                response.setContentLength(4096);
                response.getOutputStream().write('{');
                response.flushBuffer();
            } else {
                write(response, 200, words);
            }
        }
    }

    private String refusal(PayFault fault, String phone, Map<String, String> question) {
        if (fault == PayFault.REFUSE || !phone.matches("1\\d{10}|\\+?\\d{7,15}")) {
            return "isv.MOBILE_NUMBER_ILLEGAL";
        }
        if (fault == PayFault.HOLD) {
            return "isv.AMOUNT_NOT_ENOUGH";
        }
        if (!question.getOrDefault("TemplateCode", "").matches("SMS_\\d+")) {
            return "isv.SMS_TEMPLATE_ILLEGAL";
        }
        return fault == PayFault.LIMIT || books.inLastHour(phone) >= MOST_AN_HOUR ? "isv.BUSINESS_LIMIT_CONTROL" : null;
    }

    private Map<String, Object> details(Map<String, String> question) {
        List<Map<String, Object>> found = books.of(question.getOrDefault("PhoneNumber", ""), question.getOrDefault("SendDate", ""));
        Map<String, Object> words = said("OK");
        words.put("TotalCount", String.valueOf(found.size()));
        words.put("SmsSendDetailDTOs", Map.of("SmsSendDetailDTO", found));
        return words;
    }

    private static Map<String, Object> sign() {
        Map<String, Object> words = said("OK");
        words.put("SignStatus", 1);
        return words;
    }

    private boolean isFresh(String date) {
        try {
            return date != null && Duration.between(Instant.parse(date), clock.instant()).abs().compareTo(FRESH) <= 0;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static Map<String, Object> said(String code) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("Code", code);
        words.put("Message", code);
        words.put("RequestId", UUID.randomUUID().toString().toUpperCase());
        return words;
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> words) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8));
    }
}

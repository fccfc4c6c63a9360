package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the sandbox provider; its two finals are the only codes that count as a refusal. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class SandboxProvider implements Provider {

    static final String CODE = "sandbox";
    private static final Set<String> FINALS = Set.of("BUYER_ACCOUNT_CLOSED", "REFUND_PERIOD_OVER");
    private static final long FRESH_SECONDS = 300;

    private final SandboxSettings settings;
    private final SandboxSignature signature;
    private final SandboxCalls calls;
    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;

    SandboxProvider(SandboxSettings settings, Environment environment, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.signature = new SandboxSignature(settings.secret());
        this.calls = new SandboxCalls(signature, settings.read(), clock);
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Duration settleWindow() {
        return settings.window();
    }

    @Override
    public String request(Order order) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("refund_no", order.refundNo());
        words.put("payment_no", order.paymentId());
        words.put("amount", order.amount().minor());
        words.put("currency", order.amount().currency());
        words.put("reason", order.reason());
        words.put("notify_url", SandboxSettings.house(environment) + order.noticePath());
        return json.writeValueAsString(words);
    }

    @Override
    public Answer refund(Ask ask) {
        byte[] body = ask.request().getBytes(StandardCharsets.UTF_8);
        return read(calls.make("POST", URI.create(settings.base(environment) + "/refunds"), ask.shop(), body));
    }

    @Override
    public Answer query(Ask ask) {
        return read(calls.make("GET", URI.create(settings.base(environment) + "/refunds/" + ask.refundNo()), ask.shop(), new byte[0]));
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        String time = headers.getOrDefault("sandbox-timestamp", "");
        boolean fresh = time.matches("\\d{1,12}")
            && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
        if (!fresh || !signature.isNotice(headers.get("sandbox-signature"), time, headers.get("sandbox-nonce"), body)) {
            return Optional.empty();
        }
        try {
            JsonNode words = json.readTree(body);
            return Optional.of(new Notice(words.required("event_id").asString(), words.required("refund_no").asString()));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Answer read(SandboxCalls.Heard heard) {
        if (!heard.genuine()) {
            return new Answer(Result.UNKNOWN, null, null, heard.status(), heard.trouble(), heard.requestId());
        }
        try {
            return read(heard, json.readTree(heard.body()));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Answer(Result.UNKNOWN, null, null, heard.status(), "UNREADABLE", heard.requestId());
        }
    }

    private static Answer read(SandboxCalls.Heard heard, JsonNode words) {
        if (heard.status() != 200) {
            String code = words.path("code").asString("NO_CODE");
            return new Answer(meaning(heard.status(), code), null, null, heard.status(), code, heard.requestId());
        }
        String status = words.required("status").asString();
        Money amount = new Money(words.required("amount").asLong(), words.required("currency").asString());
        return new Answer(meaning(status), amount, words.required("refund_id").asString(), heard.status(), status, heard.requestId());
    }

    private static Result meaning(String status) {
        return switch (status) {
            case "SUCCESS" -> Result.SUCCEEDED;
            case "PROCESSING" -> Result.PROCESSING;
            case "CLOSED" -> Result.CLOSED;
            case "ABNORMAL" -> Result.ABNORMAL;
            default -> Result.UNKNOWN;
        };
    }

    private static Result meaning(int status, String code) {
        if (status == 404 && code.equals("REFUND_NOT_FOUND")) {
            return Result.NOT_FOUND;
        }
        return status == 400 && FINALS.contains(code) ? Result.REFUSED : Result.UNKNOWN;
    }
}

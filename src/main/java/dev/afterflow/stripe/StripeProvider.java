package dev.afterflow.stripe;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider;
import dev.afterflow.stripe.StripeGateway.Heard;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Gives money back through Stripe. Our refund number is its idempotency key, under which the first outcome is kept and answered again, and
 * stands in the refund's metadata, by which it is found when the key is forgotten; so after twenty hours it is only asked for.
 */
@Component
class StripeProvider implements Provider {

    static final String CODE = "stripe";
    static final String NUMBER = "refund_no";
    private static final int LONGEST_REASON = 500;
    private static final Set<String> FINALS = Set.of("charge_already_refunded", "charge_disputed", "refund_disputed_payment", "resource_missing",
        "amount_too_large", "charge_not_refundable", "charge_expired_for_capture");
    /** Nothing moved, and nothing will until our balance covers it; then the same number is right. */
    private static final Set<String> HELD = Set.of("balance_insufficient", "insufficient_funds");

    private final StripeSettings settings;
    private final Accounts<StripeAccount> accounts;
    private final StripeGateway gateway;
    private final StripeNotices notices;
    private final StripeHooks hooks;

    StripeProvider(StripeSettings settings, Accounts<StripeAccount> accounts, StripeGateway gateway, StripeNotices notices, StripeHooks hooks) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
        this.notices = notices;
        this.hooks = hooks;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean serves(String shop) {
        return accounts.serve(shop);
    }

    @Override
    public Duration settleWindow() {
        return settings.window();
    }

    @Override
    public Duration resendUntil() {
        return settings.resend();
    }

    @Override
    public Duration turn(String shop) {
        return gateway.turn(shop);
    }

    @Override
    public void listen(String shop, String noticePath) {
        hooks.listen(shop, noticePath);
    }

    @Override
    public String request(Order order) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(isCharge(order.paymentId()) ? "charge" : "payment_intent", order.paymentId());
        words.put("amount", String.valueOf(order.amount().minor()));
        words.put("reason", "requested_by_customer");
        words.put("metadata[" + NUMBER + "]", order.refundNo());
        words.put("metadata[reason]", order.reason().substring(0, Math.min(LONGEST_REASON, order.reason().length())));
        return StripeGateway.form(words);
    }

    @Override
    public Answer refund(Ask ask) {
        Heard heard = gateway.post(ask.shop(), "/v1/refunds", ask.request(), ask.refundNo());
        if (heard.isGood()) {
            return stands(heard.words(), ask.refundNo(), heard);
        }
        return heard.code() == null ? Answer.unknown(heard.trouble())
            : new Answer(meaning(heard), null, null, heard.status(), heard.code(), heard.requestId());
    }

    /** A refusal of the request itself; a key in use, a limit or a fault on their side says nothing. */
    private static Result meaning(Heard heard) {
        if (StripeGateway.REPLAYED_FAULT.equals(heard.code())) {
            return Result.REFUSED;
        }
        boolean request = heard.status() == 400 || heard.status() == 402 || heard.status() == 404;
        if (request && HELD.contains(heard.code())) {
            return Result.HELD;
        }
        boolean amount = "invalid_request_error".equals(heard.code()) && "amount".equals(heard.param());
        return request && (amount || FINALS.contains(heard.code())) ? Result.REFUSED : Result.UNKNOWN;
    }

    /** Looks through all refunds of the payment for the one with our number. */
    @Override
    public Answer query(Ask ask) {
        Map<String, String> sent = read(ask.request());
        String payment = sent.containsKey("charge") ? "charge=" + sent.get("charge") : "payment_intent=" + sent.get("payment_intent");
        try {
            List<JsonNode> refunds = accounts.of(ask.shop()).map(account -> gateway.all(account, "/v1/refunds?" + payment)).orElse(null);
            if (refunds == null) {
                return Answer.unknown("NO_ACCOUNT");
            }
            return refunds.stream().filter(refund -> ask.refundNo().equals(number(refund))).findFirst()
                .map(refund -> stands(refund, ask.refundNo(), null))
                .orElseGet(() -> new Answer(Result.NOT_FOUND, null, null, 200, "NOT_FOUND", null));
        } catch (RuntimeException notSaid) {
            return Answer.unknown("NO_ANSWER");
        }
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return notices.read(shop, headers, body);
    }

    private static Answer stands(JsonNode refund, String refundNo, Heard heard) {
        if (!refundNo.equals(number(refund)) || !refund.path("amount").isIntegralNumber() || !refund.path("currency").isString()) {
            return Answer.unknown("UNREADABLE");
        }
        String status = refund.path("status").asString("");
        Result result = switch (status) {
            case "succeeded" -> Result.SUCCEEDED;
            case "pending", "requires_action" -> Result.PROCESSING;
            case "canceled" -> Result.CLOSED;
            case "failed" -> refund.path("failure_balance_transaction").isString() ? Result.RETURNED : Result.CLOSED;
            default -> Result.UNKNOWN;
        };
        String why = refund.path(result == Result.PROCESSING ? "pending_reason" : "failure_reason").stringValue(null);
        return new Answer(result, amount(refund), refund.path("id").stringValue(null), heard == null ? 200 : heard.status(),
            why == null ? status : status + "/" + why, heard == null ? null : heard.requestId());
    }

    static String number(JsonNode refund) {
        return refund.path("metadata").path(NUMBER).stringValue(null);
    }

    static Money amount(JsonNode words) {
        return new Money(words.path("amount").asLong(), words.path("currency").asString().toUpperCase(Locale.ROOT));
    }

    static boolean isCharge(String paymentId) {
        return paymentId.startsWith("ch_") || paymentId.startsWith("py_");
    }

    private static Map<String, String> read(String form) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            words.put(URLDecoder.decode(sides[0], StandardCharsets.UTF_8), URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return words;
    }
}

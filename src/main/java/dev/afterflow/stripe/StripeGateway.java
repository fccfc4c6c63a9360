package dev.afterflow.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.File;
import com.stripe.model.StripeError;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import com.stripe.param.FileCreateParams;
import dev.afterflow.connections.Outbound;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Pace;
import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call to Stripe through its SDK, which repeats nothing by itself and tells nobody how fast it was. */
@Component
class StripeGateway {

    static final String REPLAYED_FAULT = "REPLAYED_FAULT";
    private static final int FAULT = 500;
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 200;

    private final Accounts<StripeAccount> accounts;
    private final Outbound outbound;
    private final JsonMapper json;
    private final Pace pace;
    private final Map<StripeAccount, StripeClient> clients = new ConcurrentHashMap<>();

    StripeGateway(Accounts<StripeAccount> accounts, Outbound outbound, JsonMapper json, Clock clock) {
        Stripe.enableTelemetry = false;
        this.accounts = accounts;
        this.outbound = outbound;
        this.json = json;
        this.pace = new Pace(clock);
    }

    /**
     * What came back: {@code words} of a good answer, else the partner's {@code code} (its {@code type} where it has none) and the
     * {@code param} it complains of. Without either {@code trouble} says what is missing: NO_ACCOUNT, NO_ANSWER or UNREADABLE.
     */
    record Heard(JsonNode words, Integer status, String code, String param, String requestId, String trouble) {

        static Heard nothing(String trouble) {
            return new Heard(null, null, null, null, null, trouble);
        }

        boolean isGood() {
            return words != null;
        }

        /** Why there are no words. */
        String why() {
            return code == null ? trouble : code;
        }
    }

    /** When the account that serves this shop may be spoken for next. */
    Duration turn(String shop) {
        try {
            return accounts.of(shop).map(account -> pace.turn(account.key())).orElse(Duration.ZERO);
        } catch (VaultClosed | Problem closed) {
            return Duration.ZERO;
        }
    }

    Heard get(String shop, String path) {
        return inName(shop, account -> call(account, RequestMethod.GET, path, null, null));
    }

    /** The form is sent to the letter; the same key twice is one doing. */
    Heard post(String shop, String path, String form, String key) {
        return inName(shop, account -> call(account, RequestMethod.POST, path, form, key));
    }

    private Heard inName(String shop, Function<StripeAccount, Heard> call) {
        try {
            return accounts.of(shop).map(call).orElseGet(() -> Heard.nothing("NO_ACCOUNT"));
        } catch (VaultClosed | Problem closed) {
            return Heard.nothing("NO_ACCOUNT");
        }
    }

    Heard call(StripeAccount account, RequestMethod method, String path, String form, String key) {
        return heard(() -> {
            RawRequestOptions options = key == null ? null : RawRequestOptions.builder().setIdempotencyKey(key).build();
            StripeResponse answer = client(account).rawRequest(method, path, form, options);
            return new Heard(json.readTree(answer.body()), answer.code(), null, null, answer.requestId(), null);
        });
    }

    /** Hands a paper over and answers its name there as {@code id}. */
    Heard upload(String shop, byte[] paper, String key) {
        return inName(shop, account -> heard(() -> {
            File kept = client(account).v1().files().create(FileCreateParams.builder().setFile(new ByteArrayInputStream(paper))
                .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE).build(), RequestOptions.builder().setIdempotencyKey(key).build());
            return new Heard(json.createObjectNode().put("id", kept.getId()), 200, null, null, null, null);
        }));
    }

    /** All pages of a list, the newest first; throws when one of them was not told. */
    List<JsonNode> all(StripeAccount account, String path) {
        List<JsonNode> all = new ArrayList<>();
        String more = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Heard heard = call(account, RequestMethod.GET, more + after, null, null);
            if (!heard.isGood() || !heard.words().path("data").isArray()) {
                throw new IllegalStateException("Stripe does not say: " + heard.why());
            }
            heard.words().path("data").forEach(all::add);
            if (!heard.words().path("has_more").asBoolean(false) || heard.words().path("data").isEmpty()) {
                return all;
            }
            after = "&starting_after=" + encoded(all.get(all.size() - 1).path("id").asString());
        }
        throw new IllegalStateException("Stripe's list has no end");
    }

    /** Names and values as a form, in this order. */
    static String form(Map<String, String> words) {
        return words.entrySet().stream().map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue())).collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Call {

        Heard make() throws StripeException;
    }

    private static Heard heard(Call call) {
        try {
            return call.make();
        } catch (ApiConnectionException noAnswer) {
            return Heard.nothing("NO_ANSWER");
        } catch (StripeException refused) {
            return refused(refused, refused.getStripeError());
        } catch (JacksonException unreadable) {
            return Heard.nothing("UNREADABLE");
        } catch (RuntimeException broken) {
            return Heard.nothing("NO_ANSWER");
        }
    }

    /** A fault that is answered again under its key will be answered for ever: that key is dead. */
    private static Heard refused(StripeException refused, StripeError error) {
        boolean again = error != null && error.getLastResponse() != null && error.getLastResponse().headers().firstValue("Idempotent-Replayed").isPresent();
        String code = again && refused.getStatusCode() >= FAULT ? REPLAYED_FAULT
            : refused.getCode() != null ? refused.getCode() : error == null ? "HTTP_" + refused.getStatusCode() : String.valueOf(error.getType());
        return new Heard(null, refused.getStatusCode(), code, error == null ? null : error.getParam(), refused.getRequestId(), null);
    }

    private StripeClient client(StripeAccount account) {
        return clients.computeIfAbsent(account, known -> StripeClient.builder().setApiKey(known.key()).setApiBase(known.base())
            .setFilesBase(known.files()).setMaxNetworkRetries(0)
            .setHttpClient(new StripeLine(outbound, status -> pace.heard(known.key(), status))).build());
    }
}

package dev.afterflow.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import dev.afterflow.connections.Outbound;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Carries the SDK's calls over the house's own line out. */
final class StripeLine extends HttpClient {

    private static final int MOST_ANSWER = 8 * 1024 * 1024;

    private final Outbound outbound;
    private final IntConsumer statuses;

    /** @param statuses told of each answer */
    StripeLine(Outbound outbound, IntConsumer statuses) {
        this.outbound = outbound;
        this.statuses = statuses;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        Map<String, String> headers = new HashMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = null;
        if (request.content() != null) {
            headers.put("Content-Type", request.content().contentType());
            body = request.content().byteArrayContent();
        }
        try {
            Outbound.Heard heard = outbound.call(request.method().name(), URI.create(request.url().toString()), headers, body, MOST_ANSWER);
            statuses.accept(heard.status());
            Map<String, List<String>> answered = new HashMap<>();
            heard.headers().forEach((name, value) -> answered.put(name, List.of(value)));
            return new StripeResponse(heard.status(), HttpHeaders.of(answered), new String(heard.body(), StandardCharsets.UTF_8));
        } catch (IOException noAnswer) {
            throw new ApiConnectionException("no answer", noAnswer);
        }
    }
}

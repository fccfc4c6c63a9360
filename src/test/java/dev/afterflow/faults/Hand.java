package dev.afterflow.faults;

import dev.afterflow.database.Fence;
import dev.afterflow.payments.Chargebacks;
import dev.afterflow.platforms.PlatformPapers;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.providers.CardDisputes.Evidence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes from somebody logged in what a room would ask of a marketplace, or of a bank about a payment it takes back, and asks it as rooms do: in
 * one transaction, a number once. Its papers are two pictures.
 */
final class Hand implements HttpRequestHandler, PlatformPapers {

    static final String DOOR = "/api/faults/asks";
    static final String OURS = "HAND-";
    static final int PICTURES = 2;
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Platforms platforms;
    private final Chargebacks chargebacks;
    private final TransactionTemplate tx;
    private final JsonMapper json;

    Hand(Platforms platforms, Chargebacks chargebacks, TransactionTemplate tx, JsonMapper json) {
        this.platforms = platforms;
        this.chargebacks = chargebacks;
        this.tx = tx;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode told = json.readTree(request.getInputStream());
        String shop = told.path("shop").asString();
        Fence.within(List.of(shop), () -> tx.executeWithoutResult(status -> ask(told, told.path("number").asString(), shop)));
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private void ask(JsonNode told, String number, String shop) {
        if (told.has("dispute")) {
            chargebacks.ask(number, number, shop, "stripe", told.path("dispute").asString(), Chargebacks.Verb.SUBMIT);
        } else {
            platforms.send(new PlatformRequest(number, number, shop, Kind.valueOf(told.path("kind").asString()), told.path("matter").asString(), null, null,
                    told.path("reason").stringValue(null), told.path("words").stringValue(null), told.has("flag") ? Map.of("FLAG", told.path("flag").asString()) : Map.of()));
        }
    }

    @Override
    public List<Paper> of(String number) {
        return !number.startsWith(OURS) ? List.of() : IntStream.rangeClosed(1, PICTURES)
                .mapToObj(n -> new Paper(number + "-" + n + ".png", "image/png", PICTURE, DigestUtils.sha256Hex(PICTURE), null)).toList();
    }

    /** What goes to the bank. */
    static final class Proof implements Chargebacks.Papers {

        @Override
        public Optional<Evidence> of(String number) {
            return number.startsWith(OURS) ? Optional.of(new Evidence(Map.of("shipping_carrier", "SF Express", "shipping_tracking_number", number), List.of())) : Optional.empty();
        }
    }
}

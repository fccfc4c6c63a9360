package dev.afterflow.carriers;

import dev.afterflow.connections.Outbound.Heard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** AfterShip: knows carriers all over the world. Where its pushes go is set in its own console, with the hook's address. */
@Component
@Order(2)
class AfterShipSource implements TrackingSource {

    /** A tracking that exists already. */
    private static final int KNOWN = 4003;

    private final CarrierAccounts accounts;
    private final CarrierCircuits circuits;
    private final AfterShipReader reader;
    private final JsonMapper json;

    AfterShipSource(CarrierAccounts accounts, CarrierCircuits circuits, JsonMapper json) {
        this.accounts = accounts;
        this.circuits = circuits;
        this.reader = new AfterShipReader(json);
        this.json = json;
    }

    @Override
    public String code() {
        return CarrierAccounts.AFTERSHIP;
    }

    @Override
    public boolean serves(String shop, String carrier) {
        return CarrierWords.afterShip(carrier).isPresent() && accounts.serve(shop, code());
    }

    @Override
    public Answer follow(Parcel parcel, Hook hook) {
        String body = json.writeValueAsString(Map.of("tracking_number", parcel.waybill(), "slug", CarrierWords.afterShip(parcel.carrier()).orElseThrow()));
        return call(parcel, "POST", "/trackings", body);
    }

    @Override
    public Answer ask(Parcel parcel) {
        return call(parcel, "GET", "/trackings?tracking_numbers=" + parcel.waybill() + "&slug=" + CarrierWords.afterShip(parcel.carrier()).orElseThrow(), null);
    }

    private Answer call(Parcel parcel, String method, String path, String body) {
        CarrierAccounts.AfterShip account = accounts.afterShip(parcel.shop()).orElseThrow();
        try {
            return answer(circuits.call(parcel.circuit(code()), method, URI.create(account.url() + path),
                Map.of("as-api-key", account.apiKey(), "Content-Type", "application/json"), body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException noAnswer) {
            return Answer.later(noAnswer instanceof CarrierCircuits.Closed ? noAnswer.getMessage() : "NO_ANSWER", null);
        }
    }

    private Answer answer(Heard heard) {
        int code = code(heard);
        if (code / 100 == 2) {
            Reading first = reader.page(heard.body()).stream().findFirst().orElseGet(() -> reader.read(heard.body()));
            return new Answer(Result.DONE, "CODE_" + code, heard.status(), first.refused() == null ? first : null);
        }
        if (code == KNOWN) {
            return new Answer(Result.DONE, "CODE_" + code, heard.status(), null);
        }
        boolean refused = code / 1000 == 4 || code == 400 || code == 404 || code == 422;
        return refused ? Answer.refused("CODE_" + code, heard.status()) : Answer.later("CODE_" + code, heard.status());
    }

    private int code(Heard heard) {
        try {
            return json.readTree(heard.body()).path("meta").path("code").asInt(heard.status());
        } catch (JacksonException unreadable) {
            return heard.status() == 200 ? 599 : heard.status();
        }
    }

    @Override
    public Optional<String> genuine(String shop, Hook hook, Map<String, String> headers, byte[] body) {
        String told = headers.get("aftership-hmac-sha256");
        if (told == null || accounts.afterShip(shop).filter(account -> holds(told, account.webhookSecret(), body)).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(body).path("event_id").asString("")).filter(id -> id.matches("[A-Za-z0-9-]{8,64}"));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Base64 of HMAC-SHA256 over the body as it came. */
    static boolean holds(String told, String secret, byte[] body) {
        byte[] ours = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body);
        return MessageDigest.isEqual(Base64.getEncoder().encode(ours), told.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Reading read(byte[] push, Instant received) {
        return reader.read(push);
    }

    @Override
    public String thanks() {
        return "";
    }
}

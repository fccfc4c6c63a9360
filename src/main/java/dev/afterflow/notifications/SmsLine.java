package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.connections.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One signed call to Alibaba Cloud SMS in a shop's name. */
@Component
class SmsLine {

    static final String PARTNER = "sms";
    private static final int MOST_ANSWER = 256 * 1024;
    private static final String VERSION = "2017-05-25";

    private final Connections connections;
    private final Addresses addresses;
    private final Outbound outbound;
    private final JsonMapper json;
    private final Clock clock;

    SmsLine(Connections connections, Addresses addresses, Outbound outbound, JsonMapper json, Clock clock) {
        this.connections = connections;
        this.addresses = addresses;
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
    }

    boolean serves(String shop) {
        return connections.has(shop, PARTNER);
    }

    Optional<SmsAccount> of(String shop) {
        return connections.of(shop, PARTNER).map(this::read);
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    SmsAccount read(Account own) {
        return SmsAccount.of(addresses.web("settings.endpoint", own.need("endpoint")).toString().replaceAll("/+$", ""), own);
    }

    /** The words of the answer, refusals too; throws {@link IOException} without a readable one. */
    JsonNode call(SmsAccount account, String action, Map<String, String> question) throws IOException {
        URI address = URI.create(account.endpoint() + "/?" + SmsSeal.question(question));
        String nothing = DigestUtils.sha256Hex("");
        Map<String, String> headers = new HashMap<>();
        headers.put("host", address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort());
        headers.put("x-acs-action", action);
        headers.put("x-acs-version", VERSION);
        headers.put("x-acs-date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", UUID.randomUUID().toString().replace("-", ""));
        headers.put("x-acs-content-sha256", nothing);
        String seal = SmsSeal.of(account.keyId(), account.secret(), "POST", question, headers, nothing);
        headers.remove("host");
        headers.put("Authorization", seal);
        Outbound.Heard heard = outbound.call("POST", address, headers, null, MOST_ANSWER);
        try {
            return json.readTree(heard.body());
        } catch (JacksonException unreadable) {
            throw new IOException("HTTP " + heard.status() + " without words", unreadable);
        }
    }

    Instant now() {
        return clock.instant();
    }
}

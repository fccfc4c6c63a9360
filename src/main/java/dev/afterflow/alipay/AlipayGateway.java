package dev.afterflow.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import dev.afterflow.providers.Accounts;
import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One signed call to Alipay through its SDK, whose own logging is off because it writes whole requests. */
@Component
class AlipayGateway {

    /** How the SDK says that an answer's signature does not hold, or that we hold our own public key for Alipay's. */
    private static final Pattern WRONG_KEY = Pattern.compile("sign check fail|alipayPublicKey");

    private final Accounts<AlipayAccount> accounts;
    private final Environment environment;
    private final JsonMapper json;
    private final AlipayHttp http;
    private final Map<AlipayAccount, AlipayClient> clients = new ConcurrentHashMap<>();

    AlipayGateway(AlipaySettings settings, Accounts<AlipayAccount> accounts, Environment environment, JsonMapper json) {
        AlipayLogger.setNeedEnableLogger(false);
        this.accounts = accounts;
        this.environment = environment;
        this.json = json;
        this.http = new AlipayHttp(settings.read());
    }

    /** What came back; {@code words} only when the answer was whole and its signature holds. */
    record Heard<T>(T words, String trouble) {
    }

    /** In a shop's name. */
    <T extends AlipayResponse> Heard<T> call(String shop, AlipayRequest<T> request) {
        try {
            return accounts.of(shop).map(account -> call(account, request)).orElseGet(() -> new Heard<>(null, "NO_ACCOUNT"));
        } catch (VaultClosed | Problem closed) {
            return new Heard<>(null, "NO_ACCOUNT");
        }
    }

    <T extends AlipayResponse> Heard<T> call(AlipayAccount account, AlipayRequest<T> request) {
        try {
            T answer = client(account).execute(request);
            return signed(answer) ? new Heard<>(answer, null) : new Heard<>(null, "NOT_SIGNED");
        } catch (AlipayApiException | RuntimeException noAnswer) {
            boolean forged = WRONG_KEY.matcher(String.valueOf(noAnswer.getMessage())).find();
            return new Heard<>(null, forged ? "WRONG_SIGNATURE" : "NO_ANSWER");
        }
    }

    byte[] file(AlipayAccount account, String address) {
        URI uri = URI.create(address);
        if (account.gateway().startsWith("https:") && !"https".equals(uri.getScheme())) {
            throw new IllegalStateException("Alipay named a file without TLS");
        }
        return http.file(uri);
    }

    /** Where Alipay tells about this refund; empty when it cannot reach this house. */
    String noticeAddress(String path) {
        String base = environment.getProperty("afterflow.payments.alipay.notify-base", "");
        return base.isBlank() ? "" : base + path;
    }

    /** The SDK lets unsigned errors pass; an error is believed as little as a success. */
    private boolean signed(AlipayResponse answer) {
        try {
            return answer != null && !json.readTree(answer.getBody()).path("sign").asString("").isBlank();
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private AlipayClient client(AlipayAccount account) throws AlipayApiException {
        AlipayClient known = clients.get(account);
        if (known != null) {
            return known;
        }
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(account.gateway());
        config.setAppId(account.appId());
        config.setPrivateKey(account.privateKey());
        config.setAlipayPublicKey(account.alipayPublicKey());
        config.setFormat("json");
        config.setCharset("utf-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(http);
        AlipayClient made = new DefaultAlipayClient(config);
        clients.put(account, made);
        return made;
    }
}

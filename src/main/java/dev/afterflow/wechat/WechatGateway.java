package dev.afterflow.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.util.PemUtil;
import dev.afterflow.connections.Outbound;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Pace;
import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** One signed call to WeChat Pay through its SDK; what comes back counts only under WeChat Pay's seal, refusals too. */
@Component
class WechatGateway {

    private static final int GOOD = 200;

    private final Accounts<WechatAccount> accounts;
    private final Environment environment;
    private final Outbound outbound;
    private final Pace pace;
    private final Map<WechatAccount, WechatLine> lines = new ConcurrentHashMap<>();

    WechatGateway(Accounts<WechatAccount> accounts, Environment environment, Outbound outbound, Clock clock) {
        this.accounts = accounts;
        this.environment = environment;
        this.outbound = outbound;
        this.pace = new Pace(clock);
    }

    /**
     * What came back, whole and sealed: {@code words} of a good answer, the partner's {@code code} of a refusal. Without either
     * {@code trouble} says what is missing: NO_ACCOUNT, NO_ANSWER or WRONG_SIGNATURE.
     */
    record Heard<T>(T words, Integer status, String code, String trouble) {

        static <T> Heard<T> nothing(String trouble) {
            return new Heard<>(null, null, null, trouble);
        }
    }

    /** When the merchant that serves this shop may be spoken for next. */
    Duration turn(String shop) {
        try {
            return accounts.of(shop).map(account -> pace.turn(account.merchant())).orElse(Duration.ZERO);
        } catch (VaultClosed | Problem closed) {
            return Duration.ZERO;
        }
    }

    /** In a shop's name; {@code body} is sent to the letter, null for a question. */
    <T> Heard<T> call(String shop, String path, String body, Class<T> words) {
        try {
            return accounts.of(shop).map(account -> call(account, path, body, words)).orElseGet(() -> Heard.nothing("NO_ACCOUNT"));
        } catch (VaultClosed | Problem closed) {
            return Heard.nothing("NO_ACCOUNT");
        }
    }

    <T> Heard<T> call(WechatAccount account, String path, String body, Class<T> words) {
        HttpRequest.Builder request = new HttpRequest.Builder().url(account.gateway() + path).httpMethod(body == null ? HttpMethod.GET : HttpMethod.POST);
        if (body != null) {
            request.body(new JsonRequestBody.Builder().body(body).build());
        }
        try {
            T heard = line(account).execute(request.build(), words).getServiceResponse();
            return heard == null ? Heard.nothing("UNREADABLE") : new Heard<>(heard, GOOD, null, null);
        } catch (ServiceException refused) {
            return new Heard<>(null, refused.getHttpStatusCode(), String.valueOf(refused.getErrorCode()), null);
        } catch (ValidationException | IllegalArgumentException | NullPointerException forged) {
            return Heard.nothing("WRONG_SIGNATURE");
        } catch (RuntimeException noAnswer) {
            return Heard.nothing("NO_ANSWER");
        }
    }

    /** The bytes of a file WeChat Pay named; from the gateway itself and from nowhere else, since our signature goes along. */
    byte[] file(WechatAccount account, String address) {
        URI gateway = URI.create(account.gateway());
        URI file = URI.create(address);
        if (!gateway.getScheme().equals(file.getScheme()) || !gateway.getAuthority().equals(file.getAuthority())) {
            throw new IllegalStateException("WeChat Pay named a file that lies elsewhere");
        }
        try (InputStream bytes = line(account).download(address)) {
            return bytes.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the file broke off", broken);
        }
    }

    /** Where WeChat Pay tells about this refund; empty when it cannot reach this house. */
    String noticeAddress(String path) {
        String base = environment.getProperty("afterflow.payments.wechat.notify-base", "");
        return base.isBlank() ? "" : base + path;
    }

    private WechatLine line(WechatAccount account) {
        return lines.computeIfAbsent(account, known -> new WechatLine(config(known), outbound, status -> pace.heard(known.merchant(), status)));
    }

    static RSAPublicKeyConfig config(WechatAccount account) {
        return new RSAPublicKeyConfig.Builder().merchantId(account.merchant()).merchantSerialNumber(account.serial())
            .privateKey(account.privateKey()).publicKeyId(account.platformKeyId()).publicKey(platformKey(account.platformKey()))
            .apiV3Key(account.apiKey()).build();
    }

    private static PublicKey platformKey(String text) {
        return text.contains("BEGIN CERTIFICATE") ? PemUtil.loadX509FromString(text).getPublicKey() : PemUtil.loadPublicKeyFromString(text);
    }
}

package dev.afterflow.payments;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.net.URI;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One signed call to Alipay through its SDK, whose own logging is off because it writes whole requests. */
@Component
@Conditional(AlipayConfigured.class)
class AlipayGateway {

    private final AlipaySettings settings;
    private final Environment environment;
    private final JsonMapper json;
    private final AlipayHttp http;
    private volatile AlipayClient client;

    AlipayGateway(AlipaySettings settings, Environment environment, JsonMapper json) {
        settings.demandWhole();
        AlipayLogger.setNeedEnableLogger(false);
        this.settings = settings;
        this.environment = environment;
        this.json = json;
        this.http = new AlipayHttp(settings.read());
    }

    /** What came back; {@code words} only when the answer was whole and its signature holds. */
    record Heard<T>(T words, String trouble) {
    }

    <T extends AlipayResponse> Heard<T> call(AlipayRequest<T> request) {
        try {
            T answer = client().execute(request);
            return signed(answer) ? new Heard<>(answer, null) : new Heard<>(null, "NOT_SIGNED");
        } catch (AlipayApiException | RuntimeException noAnswer) {
            boolean forged = String.valueOf(noAnswer.getMessage()).contains("sign check fail");
            return new Heard<>(null, forged ? "WRONG_SIGNATURE" : "NO_ANSWER");
        }
    }

    byte[] file(String address) {
        URI uri = URI.create(address);
        if (gateway().startsWith("https:") && !"https".equals(uri.getScheme())) {
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

    private AlipayClient client() throws AlipayApiException {
        if (client == null) {
            AlipayConfig config = new AlipayConfig();
            config.setServerUrl(gateway());
            config.setAppId(settings.appId());
            config.setPrivateKey(settings.privateKey());
            config.setAlipayPublicKey(settings.alipayPublicKey());
            config.setFormat("json");
            config.setCharset("utf-8");
            config.setSignType("RSA2");
            config.setCustomizedHttpClient(http);
            client = new DefaultAlipayClient(config);
        }
        return client;
    }

    private String gateway() {
        return environment.getRequiredProperty("afterflow.payments.alipay.gateway");
    }
}

package dev.afterflow.wechat;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import dev.afterflow.connections.Outbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The SDK's signatures over the house's own line out. The SDK looks at the seal of good answers only; here a refusal without WeChat Pay's
 * seal is no answer either, since "no such refund" lets money go again.
 */
final class WechatLine extends AbstractHttpClient {

    private static final int MOST_ANSWER = 256 * 1024;
    private static final int MOST_FILE = 64 * 1024 * 1024;
    private static final String SEAL = "wechatpay-";

    private final Outbound outbound;
    private final IntConsumer statuses;

    /** @param statuses told of each answer, sealed or not */
    WechatLine(Config config, Outbound outbound, IntConsumer statuses) {
        super(config.createCredential(), config.createValidator());
        this.outbound = outbound;
        this.statuses = statuses;
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        Outbound.Heard heard = call(request, MOST_ANSWER);
        OriginalResponse answer = new OriginalResponse.Builder().request(request).statusCode(heard.status()).headers(sealed(heard.headers()))
            .contentType(heard.headers().get("content-type")).body(new String(heard.body(), StandardCharsets.UTF_8)).build();
        if (isInvalidHttpCode(heard.status()) && !heard.headers().containsKey("wechatpay-signature")) {
            throw new ValidationException("HTTP " + heard.status() + " without a seal");
        }
        if (isInvalidHttpCode(heard.status()) && !validator.validate(answer.getHeaders(), answer.getBody())) {
            throw new ValidationException("HTTP " + heard.status() + " without WeChat Pay's seal");
        }
        return answer;
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        Outbound.Heard heard = call(request, MOST_FILE);
        if (isInvalidHttpCode(heard.status())) {
            throw new ServiceException(request, heard.status(), "");
        }
        return new ByteArrayInputStream(heard.body());
    }

    @Override
    protected String getHttpClientInfo() {
        return "afterflow";
    }

    private Outbound.Heard call(HttpRequest request, int most) {
        Map<String, String> headers = new HashMap<>(request.getHeaders().getHeaders());
        headers.putIfAbsent("Accept", "application/json");
        byte[] body = null;
        if (request.getBody() instanceof JsonRequestBody json) {
            headers.put("Content-Type", "application/json");
            body = json.getBody().getBytes(StandardCharsets.UTF_8);
        }
        try {
            Outbound.Heard heard = outbound.call(request.getHttpMethod().name(), request.getUri(), headers, body, most);
            statuses.accept(heard.status());
            return heard;
        } catch (IOException noAnswer) {
            throw new HttpException("no answer", noAnswer);
        }
    }

    /** The SDK knows the seal's headers by their capitals only. */
    private static Map<String, String> sealed(Map<String, String> heard) {
        Map<String, String> headers = new HashMap<>();
        heard.forEach((name, value) -> headers.put(name.startsWith(SEAL) ? capitals(name) : name, value));
        headers.computeIfAbsent("Request-ID", absent -> heard.getOrDefault("request-id", ""));
        return headers;
    }

    private static String capitals(String name) {
        StringBuilder written = new StringBuilder();
        for (String word : name.split("-")) {
            written.append(written.isEmpty() ? "" : "-").append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return written.toString();
    }
}

package dev.afterflow.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** One signed call to the sandbox provider: connect 2 s, no redirects, an answer within its time or none. */
class SandboxCalls {

    private static final int MOST_ANSWER = 64 * 1024;
    private static final int MOST_FILE = 64 * 1024 * 1024;

    private final SandboxSignature signature;
    private final Clock clock;
    private final RestClient http;

    SandboxCalls(SandboxSignature signature, Duration read, Clock clock) {
        this.signature = signature;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(read);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** What came back; {@code genuine} only when it was complete and its signature holds. */
    record Heard(boolean genuine, Integer status, byte[] body, String trouble, String requestId) {
    }

    Heard make(String method, URI uri, String merchant, byte[] body) {
        return make(method, uri, merchant, body, MOST_ANSWER);
    }

    /** The whole of a long answer, such as a statement. */
    Heard file(URI uri, String merchant) {
        return make("GET", uri, merchant, new byte[0], MOST_FILE);
    }

    private Heard make(String method, URI uri, String merchant, byte[] body, int most) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        try {
            RestClient.RequestBodySpec call = http.method(HttpMethod.valueOf(method)).uri(uri)
                .header("Sandbox-Merchant", merchant).header("Sandbox-Timestamp", time).header("Sandbox-Nonce", nonce)
                .header("Sandbox-Signature", signature.ofRequest(method, uri.getPath(), merchant, time, nonce, body));
            if (body.length > 0) {
                call.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return call.exchange((request, response) -> heard(response, nonce, most));
        } catch (RestClientException noAnswer) {
            return new Heard(false, null, null, "NO_ANSWER", null);
        }
    }

    private Heard heard(ClientHttpResponse response, String nonce, int most) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(most);
        String time = response.getHeaders().getFirst("Sandbox-Timestamp");
        boolean genuine = signature.isAnswer(response.getHeaders().getFirst("Sandbox-Signature"), status, time, nonce, body);
        return new Heard(genuine, status, body, genuine ? null : "WRONG_SIGNATURE", response.getHeaders().getFirst("Sandbox-Request-Id"));
    }
}

package dev.afterflow.alipay;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Carries the SDK's calls: connects within 2 s, follows no redirect, repeats nothing by itself, and takes a whole and
 * not too long answer within its time or none.
 */
class AlipayHttp extends AbstractHttpClient {

    private static final int MOST_ANSWER = 256 * 1024;
    private static final int MOST_FILE = 64 * 1024 * 1024;

    private final RestClient http;

    AlipayHttp(Duration read) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(read);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public String doPost(String url, Map<String, String> params, String charset, Map<String, String> answerHeaders)
            throws IOException {
        Charset letters = Charset.forName(charset);
        String form = params.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), letters))
            .collect(Collectors.joining("&"));
        try {
            byte[] answer = http.post().uri(URI.create(url))
                .contentType(new MediaType(MediaType.APPLICATION_FORM_URLENCODED, letters)).body(form.getBytes(letters))
                .exchange((request, response) -> whole(response, MOST_ANSWER));
            return new String(answer, letters);
        } catch (RestClientException noAnswer) {
            throw new IOException("no answer", noAnswer);
        }
    }

    @Override
    public String doPost(String url, Map<String, String> params, Map<String, FileItem> files, String charset,
            Map<String, String> answerHeaders) throws IOException {
        throw new IOException("files are never sent");
    }

    /** The bytes of a file Alipay named. */
    byte[] file(URI address) {
        return http.get().uri(address).exchange((request, response) -> whole(response, MOST_FILE));
    }

    private static byte[] whole(ClientHttpResponse response, int most) throws IOException {
        byte[] body = response.getBody().readNBytes(most + 1);
        if (response.getStatusCode().value() != 200 || body.length > most) {
            throw new IOException("HTTP " + response.getStatusCode().value() + ", " + body.length + " bytes");
        }
        return body;
    }
}

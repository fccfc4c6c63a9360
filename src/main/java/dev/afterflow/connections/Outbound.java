package dev.afterflow.connections;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls addresses that people brought: looks a name up once, connects only to what it looked at, follows no redirect, repeats
 * nothing, takes a new connection for each call (one that the other side has just closed would leave us not knowing whether we were
 * heard), and gives up after ten seconds in all, however slowly the other side drips. Throws {@link IOException} without a whole answer.
 */
@Component
public class Outbound {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout READ = Timeout.ofSeconds(8);
    private static final Duration TOTAL = Duration.ofSeconds(10);

    private final CloseableHttpClient http;
    private final Duration total;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outbound-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    Outbound(Addresses addresses) {
        this(addresses, TOTAL);
    }

    Outbound(Addresses addresses, Duration total) {
        this.total = total;
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(looking(addresses))
            .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(READ).build())
            .setDefaultTlsConfig(TlsConfig.custom().setSupportedProtocols(TLS.V_1_2, TLS.V_1_3).setHandshakeTimeout(READ).build())
            .setMaxConnPerRoute(64).setMaxConnTotal(128).build();
        http = HttpClients.custom().setConnectionManager(connections).disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
            .setConnectionReuseStrategy((request, answer, context) -> false).disableAuthCaching().setUserAgent("Afterflow")
            .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(CONNECT).setResponseTimeout(READ).build()).build();
    }

    /** A whole answer; header names in small letters. */
    public record Heard(int status, Map<String, String> headers, byte[] body) {
    }

    /**
     * One call.
     *
     * @param body null for none; its type stands in the headers
     * @param most the longest answer taken, in bytes
     */
    public Heard call(String method, URI address, Map<String, String> headers, byte[] body, int most) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                request.setHeader(name, value);
            }
        });
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(headers.getOrDefault("Content-Type", "application/json"))));
        }
        Future<?> deadline = clock.schedule(request::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, answer -> heard(answer, most));
        } catch (RuntimeException cancelled) {
            throw new IOException("no answer in time", cancelled);
        } finally {
            deadline.cancel(false);
        }
    }

    @PreDestroy
    void close() throws IOException {
        clock.shutdownNow();
        http.close();
    }

    private static Heard heard(ClassicHttpResponse answer, int most) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = new byte[0];
        if (answer.getEntity() != null) {
            try (InputStream content = answer.getEntity().getContent()) {
                body = content.readNBytes(most + 1);
            }
        }
        if (body.length > most) {
            throw new IOException("the answer is longer than " + most + " bytes");
        }
        return new Heard(answer.getCode(), headers, body);
    }

    private static DnsResolver looking(Addresses addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return addresses.open(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}

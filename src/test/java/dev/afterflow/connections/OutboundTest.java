package dev.afterflow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A-20 and F4 on real sockets: where a call connects, and how long it may take. */
class OutboundTest {

    private final AtomicInteger visitors = new AtomicInteger();

    /** Answers each visitor with these words, and then drips a byte each 100 ms for ever. */
    private ServerSocket house(String words, boolean drips) throws IOException {
        ServerSocket house = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread porter = new Thread(() -> {
            while (!house.isClosed()) {
                try {
                    Socket visitor = house.accept();
                    visitors.incrementAndGet();
                    new Thread(() -> serve(visitor, words, drips)).start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        porter.setDaemon(true);
        porter.start();
        return house;
    }

    private static void serve(Socket visitor, String words, boolean drips) {
        try (visitor) {
            visitor.getInputStream().read(new byte[4096]);
            visitor.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            while (drips) {
                visitor.getOutputStream().write('x');
                visitor.getOutputStream().flush();
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI at(ServerSocket house) {
        return URI.create("http://127.0.0.1:" + house.getLocalPort() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://[::1]:%d/", "http://2130706433:%d/", "http://0x7f.1:%d/", "http://[::ffff:127.0.0.1]:%d/"})
    void nobodyIsLedInwardsAtTheMomentOfTheCall(String address) throws IOException {
        Outbound outbound = new Outbound(new Addresses("production", List.of()), Duration.ofSeconds(3));
        try (ServerSocket house = house("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false)) {
            assertThatThrownBy(() -> outbound.call("GET", URI.create(address.formatted(house.getLocalPort())), Map.of(), null, 1000)).isInstanceOf(IOException.class);
            assertThat(visitors).hasValue(0);
        } finally {
            outbound.close();
        }
    }

    @Test
    void aNameIsLookedUpOnceAndItsSecondMeaningIsNeverAsked() throws IOException {
        AtomicInteger lookedUp = new AtomicInteger();
        Addresses changing = new Addresses("production", List.of()) {
            @Override
            InetAddress[] open(String host) {
                return new InetAddress[] {lookedUp.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : null};
            }
        };
        Outbound outbound = new Outbound(changing, Duration.ofSeconds(3));
        try (ServerSocket house = house("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false)) {
            Outbound.Heard heard = outbound.call("GET", URI.create("http://nobody-has-this-name.invalid:" + house.getLocalPort() + "/"), Map.of(), null, 1000);
            assertThat(new String(heard.body(), StandardCharsets.US_ASCII)).isEqualTo("ok");
            assertThat(lookedUp).hasValue(1);
        } finally {
            outbound.close();
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        Outbound outbound = new Outbound(new Addresses("demo", List.of()), Duration.ofSeconds(3));
        try (ServerSocket house = house("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n", false)) {
            assertThat(outbound.call("GET", at(house), Map.of(), null, 1000).status()).isEqualTo(302);
            assertThat(visitors).hasValue(1);
        } finally {
            outbound.close();
        }
    }

    @Test
    void whoDripsIsLeftAfterTheWholeTimeAndWhoTalksTooLongToo() throws IOException {
        Outbound outbound = new Outbound(new Addresses("demo", List.of()), Duration.ofSeconds(1));
        try (ServerSocket house = house("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", true)) {
            Instant before = Instant.now();
            assertThatThrownBy(() -> outbound.call("GET", at(house), Map.of(), null, 1_000_000)).isInstanceOf(IOException.class);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThatThrownBy(() -> outbound.call("GET", at(house), Map.of(), null, 5)).isInstanceOf(IOException.class);
        } finally {
            outbound.close();
        }
    }
}

package dev.afterflow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A-20 for mail, on real sockets: a name that was open when it was saved and leads inwards at the moment of sending is not connected to. */
class SmtpServerTest {

    private final AtomicInteger visitors = new AtomicInteger();

    /** A mail server that says good day and takes its leave. */
    private ServerSocket house() throws IOException {
        ServerSocket house = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread porter = new Thread(() -> {
            while (!house.isClosed()) {
                try (var visitor = house.accept()) {
                    visitors.incrementAndGet();
                    visitor.getOutputStream().write("220 house ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    visitor.getInputStream().read(new byte[512]);
                    visitor.getOutputStream().write("250 house\r\n".getBytes(StandardCharsets.US_ASCII));
                    visitor.getInputStream().read(new byte[512]);
                } catch (IOException closed) {
                    return;
                }
            }
        });
        porter.setDaemon(true);
        porter.start();
        return house;
    }

    /** What was looked at before was harmless. */
    private static Addresses saved(String mode) {
        return new Addresses(mode, List.of()) {
            @Override
            public void mail(String field, String host, int port) {
                assertThat(host).isNotBlank();
            }
        };
    }

    private static JavaMailSenderImpl server(Addresses addresses, ServerSocket house, String host, String encryption) {
        return SmtpServer.of(new Account("lanting", "mail", Map.of("host", host, "port", String.valueOf(house.getLocalPort()), "encryption", encryption), Map.of()), addresses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "starttls", "tls"})
    void mailIsNotLedInwardsAtTheMomentOfSending(String encryption) throws IOException {
        try (ServerSocket house = house()) {
            for (String inwards : List.of("localhost", "127.0.0.1", "2130706433", "0x7f.1", "::1")) {
                assertThatThrownBy(() -> server(saved("production"), house, inwards, encryption).testConnection()).isInstanceOf(MessagingException.class);
            }
            assertThat(visitors).hasValue(0);
        }
    }

    @Test
    void whereItMayGoItGoes() throws IOException {
        try (ServerSocket house = house()) {
            assertThatCode(() -> server(saved("demo"), house, "127.0.0.1", "none").testConnection()).doesNotThrowAnyException();
            assertThat(visitors).hasValue(1);
        }
    }
}

package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl; the adapter's own test holds the same. */
class MemoSealTest {

    private static final String SECRET = "marketplace-demo-secret";
    private static final String PATH = "/sandbox/marketplace/memos/FLAG-QUY-1";
    private static final String REQUEST = "bf373419cebea5e90fdaf9e5f5dac6634a1f408c8d413fb4aa94f7342314de1e";

    @Test
    void theMarketplaceSignsAsItsDocumentSays() {
        assertThat(MemoSeal.of(SECRET, bytes("{\"orderId\":\"O-1\",\"flag\":1,\"memo\":\"m\"}"), "PUT", PATH, "1763700000")).isEqualTo(REQUEST);
        assertThat(MemoSeal.of(SECRET, bytes("{\"code\":\"SET\"}"), "200", REQUEST, "1763700001"))
                .isEqualTo("596dbb246a0880a433bef7f8478e5aa3f31b81b5f7926fbb656f7d8ae402ca18");
    }

    @Test
    void oneOtherByteOrAnotherSecretDoesNotHold() {
        byte[] body = bytes("{\"orderId\":\"O-1\",\"flag\":1,\"memo\":\"m\"}");
        assertThat(MemoSeal.holds(REQUEST, SECRET, body, "PUT", PATH, "1763700000")).isTrue();
        assertThat(MemoSeal.holds(REQUEST, SECRET, bytes("{\"orderId\":\"O-1\",\"flag\":2,\"memo\":\"m\"}"), "PUT", PATH, "1763700000")).isFalse();
        assertThat(MemoSeal.holds(REQUEST, "other", body, "PUT", PATH, "1763700000")).isFalse();
        assertThat(MemoSeal.holds(null, SECRET, body, "PUT", PATH, "1763700000")).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

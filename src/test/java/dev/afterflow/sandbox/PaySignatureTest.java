package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl: printf 'POST\n/path\nmerchant\ntime\nnonce\nbody\n' | openssl dgst -sha256 -hmac secret. */
class PaySignatureTest {

    private static final String SECRET = "sandbox-demo-secret";

    @Test
    void theProviderSignsAsItsDocumentSays() {
        assertThat(PaySignature.of(SECRET, bytes("{\"refund_no\":\"R1\"}"), "POST", "/sandbox/pay/refunds", "lanting", "1763700000", "n-1"))
            .isEqualTo("545b2a5ccb85acbe8955e08e4d13c61c236d7d15292eee1aa67d390c8c55505f");
        assertThat(PaySignature.of(SECRET, bytes("{\"status\":\"SUCCESS\"}"), "200", "1763700001", "n-1"))
            .isEqualTo("6cb7d4e79c18d1238123798497213217ad3d2e209e6b2c3d1a1447bbba015ca1");
        assertThat(PaySignature.of(SECRET, bytes("{\"event_id\":\"E1\"}"), "1763700002", "n-2"))
            .isEqualTo("a033837ba5e71089164ce67fadc1fa4e886660b471b91748b29ff3de41d96e76");
    }

    @Test
    void oneOtherByteOrAnotherSecretDoesNotHold() {
        String right = PaySignature.of(SECRET, bytes("{}"), "a");
        assertThat(PaySignature.holds(right, SECRET, bytes("{}"), "a")).isTrue();
        assertThat(PaySignature.holds(right, SECRET, bytes("{ }"), "a")).isFalse();
        assertThat(PaySignature.holds(right, "other", bytes("{}"), "a")).isFalse();
        assertThat(PaySignature.holds(null, SECRET, bytes("{}"), "a")).isFalse();
    }

    @Test
    void theSameSeedAlwaysDrawsTheSameChance() {
        assertThat(PayFaults.chance(7, "R1/1")).isEqualTo(PayFaults.chance(7, "R1/1")).isBetween(0.0, 1.0);
        assertThat(PayFaults.chance(7, "R1/1")).isNotEqualTo(PayFaults.chance(8, "R1/1"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

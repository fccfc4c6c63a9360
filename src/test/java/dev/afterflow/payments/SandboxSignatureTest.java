package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl, the same as the provider's own test holds. */
class SandboxSignatureTest {

    private final SandboxSignature signature = new SandboxSignature("sandbox-demo-secret");

    @Test
    void aRequestIsSignedOverMethodPathMerchantTimeNonceAndBody() {
        assertThat(signature.ofRequest("POST", "/sandbox/pay/refunds", "lanting", "1763700000", "n-1", bytes("{\"refund_no\":\"R1\"}")))
            .isEqualTo("545b2a5ccb85acbe8955e08e4d13c61c236d7d15292eee1aa67d390c8c55505f");
    }

    @Test
    void anAnswerHoldsOnlyWithItsStatusItsNonceAndEveryByte() {
        String right = "6cb7d4e79c18d1238123798497213217ad3d2e209e6b2c3d1a1447bbba015ca1";
        assertThat(signature.isAnswer(right, 200, "1763700001", "n-1", bytes("{\"status\":\"SUCCESS\"}"))).isTrue();
        assertThat(signature.isAnswer(right, 404, "1763700001", "n-1", bytes("{\"status\":\"SUCCESS\"}"))).isFalse();
        assertThat(signature.isAnswer(right, 200, "1763700001", "n-2", bytes("{\"status\":\"SUCCESS\"}"))).isFalse();
        assertThat(signature.isAnswer(right, 200, "1763700001", "n-1", bytes("{\"status\":\"SUCCESS\" }"))).isFalse();
        assertThat(signature.isAnswer(null, 200, "1763700001", "n-1", bytes("{\"status\":\"SUCCESS\"}"))).isFalse();
    }

    @Test
    void aNoticeHoldsOnlyWithItsTimeAndNonce() {
        String right = "a033837ba5e71089164ce67fadc1fa4e886660b471b91748b29ff3de41d96e76";
        assertThat(signature.isNotice(right, "1763700002", "n-2", bytes("{\"event_id\":\"E1\"}"))).isTrue();
        assertThat(signature.isNotice(right, "1763700003", "n-2", bytes("{\"event_id\":\"E1\"}"))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

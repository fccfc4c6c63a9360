package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl, the same as the played marketplace's own test holds. */
class FlagSignatureTest {

    private static final String REQUEST = "bf373419cebea5e90fdaf9e5f5dac6634a1f408c8d413fb4aa94f7342314de1e";
    private static final String ANSWER = "596dbb246a0880a433bef7f8478e5aa3f31b81b5f7926fbb656f7d8ae402ca18";

    private final FlagSignature signature = new FlagSignature("marketplace-demo-secret");

    @Test
    void aRequestIsSignedOverMethodPathTimeAndBody() {
        assertThat(signature.over("PUT", "/sandbox/marketplace/memos/FLAG-QUY-1", "1763700000", bytes("{\"orderId\":\"O-1\",\"flag\":1,\"memo\":\"m\"}")))
                .isEqualTo(REQUEST);
    }

    @Test
    void anAnswerHoldsOnlyForItsRequestItsStatusItsTimeAndEveryByte() {
        byte[] body = bytes("{\"code\":\"SET\"}");
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700001", body)).isTrue();
        assertThat(signature.isAnswer(ANSWER, 503, REQUEST, "1763700001", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, "another", "1763700001", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700002", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700001", bytes("{\"code\":\"SET\" }"))).isFalse();
        assertThat(signature.isAnswer(null, 200, REQUEST, "1763700001", body)).isFalse();
        assertThat(new FlagSignature("other").isAnswer(ANSWER, 200, REQUEST, "1763700001", body)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

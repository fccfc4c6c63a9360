package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl, the same as the played warehouse's own test holds. */
class WarehouseSignatureTest {

    private static final String REQUEST = "v1=5aM9btApI9UUbCxYvuee/Q1VWXq3UP/2DnabTav5cR0=";
    private static final String ANSWER = "v1=HVgK1UoUyHL7EcmjWjxQ8F+e05vua9qT8VsU8rH/0K0=";

    private final WarehouseSignature signature = new WarehouseSignature("warehouse-demo-secret");

    @Test
    void aRequestIsSignedOverMethodPathTimeAndTheDigestOfItsBody() {
        assertThat(signature.over("PUT", "/sandbox/warehouse/returns/LT1-R1", "1763700000", bytes("{\"returnNo\":\"LT1-R1\"}"))).isEqualTo(REQUEST);
    }

    @Test
    void anAnswerHoldsOnlyForItsRequestItsStatusItsTimeAndEveryByte() {
        byte[] body = bytes("{\"taken\":\"LT1-R1\"}");
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700001", body)).isTrue();
        assertThat(signature.isAnswer(ANSWER, 503, REQUEST, "1763700001", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, "v1=another", "1763700001", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700002", body)).isFalse();
        assertThat(signature.isAnswer(ANSWER, 200, REQUEST, "1763700001", bytes("{\"taken\":\"LT1-R1\" }"))).isFalse();
        assertThat(signature.isAnswer(null, 200, REQUEST, "1763700001", body)).isFalse();
        assertThat(new WarehouseSignature("other").isAnswer(ANSWER, 200, REQUEST, "1763700001", body)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

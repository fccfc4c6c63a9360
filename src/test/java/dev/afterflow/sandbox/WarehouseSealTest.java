package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers made with openssl; the adapter's own test holds the same. */
class WarehouseSealTest {

    private static final String SECRET = "warehouse-demo-secret";
    private static final String REQUEST = "v1=5aM9btApI9UUbCxYvuee/Q1VWXq3UP/2DnabTav5cR0=";

    @Test
    void theWarehouseSignsAsItsDocumentSays() {
        assertThat(WarehouseSeal.of(SECRET, bytes("{\"returnNo\":\"LT1-R1\"}"), "PUT", "/sandbox/warehouse/returns/LT1-R1", "1763700000")).isEqualTo(REQUEST);
        assertThat(WarehouseSeal.of(SECRET, bytes("{\"taken\":\"LT1-R1\"}"), "200", REQUEST, "1763700001"))
                .isEqualTo("v1=HVgK1UoUyHL7EcmjWjxQ8F+e05vua9qT8VsU8rH/0K0=");
    }

    @Test
    void oneOtherByteOrAnotherSecretDoesNotHold() {
        assertThat(WarehouseSeal.holds(REQUEST, SECRET, bytes("{\"returnNo\":\"LT1-R1\"}"), "PUT", "/sandbox/warehouse/returns/LT1-R1", "1763700000")).isTrue();
        assertThat(WarehouseSeal.holds(REQUEST, SECRET, bytes("{\"returnNo\":\"LT1-R2\"}"), "PUT", "/sandbox/warehouse/returns/LT1-R1", "1763700000")).isFalse();
        assertThat(WarehouseSeal.holds(REQUEST, "other", bytes("{\"returnNo\":\"LT1-R1\"}"), "PUT", "/sandbox/warehouse/returns/LT1-R1", "1763700000")).isFalse();
        assertThat(WarehouseSeal.holds(null, SECRET, bytes("{}"), "PUT", "/", "1")).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

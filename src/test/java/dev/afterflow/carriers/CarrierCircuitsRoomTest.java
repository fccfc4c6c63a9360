package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.connections.Outbound;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** F4: a carrier that drips or fails is left alone after few calls, is shown, is tried again by itself, and holds up no other. */
@RoomTest
class CarrierCircuitsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Carriers carriers;
    @Autowired
    CarrierCircuits circuits;
    @Autowired
    Outbound outbound;
    @Autowired
    Shops shops;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    private final String shop = "slow-" + UUID.randomUUID().toString().substring(0, 8);

    private void weather(String carrier, String sky) {
        assertThat(Visitor.as("lin", port).post("/sandbox/world/carriers/weather", "{\"carrier\":\"%s\",\"sky\":\"%s\"}".formatted(carrier, sky)).status()).isEqualTo(200);
    }

    @AfterEach
    void clear() {
        weather("yunda", "CLEAR");
        weather("ems", "CLEAR");
    }

    private String waybill() {
        return "YD" + UUID.randomUUID().toString().replace("-", "").substring(0, 14).toUpperCase();
    }

    private boolean followed(String waybill) {
        return tx.execute(status -> sql.sql("select followed_at is not null from carriers.parcel where waybill = :waybill").param("waybill", waybill).query(Boolean.class).single());
    }

    @Test
    void aDrippingCarrierIsLeftAloneAndOthersAreServedMeanwhile() {
        shops.open(new Shop(shop, Prefixes.fresh(), "慢店", "慢", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        weather("yunda", "DRIP");
        for (int i = 0; i < 12; i++) {
            carriers.follow(shop, "yunda", waybill(), null);
        }
        String other = waybill();
        String another = waybill();
        carriers.follow(shop, "yto", other, null);
        carriers.follow("lanting", "ems", another, null);

        await().atMost(Duration.ofSeconds(8)).until(() -> followed(other) && followed(another));
        await().atMost(Duration.ofSeconds(40)).until(() -> circuits.open("kuaidi", shop).stream().anyMatch(open -> open.circuit().equals("kuaidi/yunda/" + shop)));
        long calls = tx.execute(status -> sql.sql("select count(*) from dispatch.attempt where shop_id = :shop and ref like 'follow/%/yunda/%' and partner_code = 'NO_ANSWER'")
            .param("shop", shop).query(Long.class).single());
        assertThat(calls).isBetween(1L, 20L);
        assertThat(circuits.open("kuaidi", shop)).extracting(CarrierCircuits.Open::circuit).containsExactly("kuaidi/yunda/" + shop);
        assertThat(Visitor.as("admin", port).get("/api/connections/" + shop).body()).contains("kuaidi/yunda/" + shop);
        assertThat(Visitor.as("admin", port).get("/api/tracking/circuits").body()).contains("kuaidi/yunda/" + shop);
    }

    @Test
    void aFailingCarriersCircuitOpensAtOnceSendsNothingAndClosesByItself() {
        CarrierCircuits quick = new CarrierCircuits(outbound, new CarrierSettings(null, null, null, Duration.ofMinutes(30), Duration.ofMillis(300), Duration.ofMinutes(15)));
        URI door = URI.create("http://127.0.0.1:" + port + "/sandbox/kuaidi/poll");
        byte[] words = "schema=json&param=%7B%22company%22%3A%22ems%22%7D".getBytes();
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        weather("ems", "FAIL");
        int sent = 0;
        for (int i = 0; i < 20 && quick.open().isEmpty(); i++) {
            sent++;
            assertThatThrownBy(() -> quick.call("x/ems/s", "POST", door, form, words)).isInstanceOf(IOException.class).isNotInstanceOf(CarrierCircuits.Closed.class);
        }

        assertThat(sent).isEqualTo(4);
        assertThatThrownBy(() -> quick.call("x/ems/s", "POST", door, form, words)).isInstanceOf(CarrierCircuits.Closed.class).hasMessage("CIRCUIT_OPEN");
        weather("ems", "CLEAR");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try {
                quick.call("x/ems/s", "POST", door, form, words);
            } catch (IOException stillOpen) {
                return false;
            }
            return quick.open().isEmpty();
        });
    }
}

package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Demo shops without an account of their own stand behind the played marketplaces: the adapters of production carry their orders and refunds. */
@RoomTest
class PlayedShopsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketPollSweep sweep;
    @Autowired
    Markets markets;
    @Autowired
    Platforms platforms;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    JsonMapper json;

    private JsonNode press(String what, Map<String, ?> words) {
        Visitor.Answer answer = Visitor.as("lin", port).post("/sandbox/world/markets/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String outcome(String order) {
        return tx.execute(status -> sql.sql("select outcome from cases.case_file where shop_id = 'lanting' and order_id = :order and state = 'CLOSED'").param("order", order)
            .query(String.class).optional().orElse(""));
    }

    @Test
    void aRefundAskedForAtThePlayedTaobaoIsDecidedInTheHouseAndGivenThere() {
        String tid = press("trades", Map.of("shop", "lanting", "fee", "45.00")).path("tid").asString();
        String refund = press("refunds", Map.of("shop", "lanting", "tid", tid, "fee", "45.00", "reason", "多拍/拍错/不想要", "orderStatus", "WAIT_SELLER_SEND_GOODS"))
            .path("name").asString();
        await("refunded").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500)).until(() -> {
            sweep.read(markets.named("taobao").orElseThrow(), "lanting");
            return outcome(tid).equals("REFUNDED");
        });
        JsonNode deeds = Visitor.as("lin", port).get("/sandbox/world/markets/deeds?name=" + refund).json();
        assertThat(deeds.valueStream().map(deed -> deed.path("deed").asString() + " " + deed.path("minor").asLong())).containsExactly("GIVEN 4500");
    }

    @Test
    void anOrderOfThePlayedShopifyComesIntoTheHouse() {
        assertThat(platforms.market("verde")).contains("shopify");
        String order = ShopifyQueries.number(press("shopify/orders", Map.of("shop", "verde", "amount", "80.00", "currency", "BRL")).path("name").asString());
        await("the order is known").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500)).until(() -> {
            sweep.read(markets.named("shopify").orElseThrow(), "verde");
            return tx.execute(status -> sql.sql("select count(*) from orders.payment where shop_id = 'verde' and order_id = :order and provider = 'shopify'").param("order", order)
                .query(Long.class).single()) == 1;
        });
    }
}

package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What goes wrong outside ends as one case, or at the door; the page shows what was said. */
@RoomTest
class MischiefRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Stockroom stockroom;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void twiceAtOnceTimedOutAndOutOfOrderEachMakeOneCase() {
        Visitor lin = Visitor.as("lin", port);
        stockroom.stock();
        for (String how : List.of("twice", "timeout", "outOfOrder")) {
            Visitor.Answer done = lin.post("/sandbox/world/mischief", "{\"shop\":\"mido\",\"how\":\"" + how + "\"}");
            assertThat(done.status()).as(done.body()).isEqualTo(200);
            String order = done.json().path("orderId").asString();
            assertThat(cases(order)).as(how).hasSize(1);
            assertThat(said(lin, how)).hasSize(2);
            if (how.equals("outOfOrder")) {
                assertThat(cases(order).get(0)).contains("门口监控");
            }
        }
    }

    @Test
    void aWrongKeyAndAnUnknownShopAreTurnedAway() {
        Visitor lin = Visitor.as("lin", port);
        stockroom.stock();
        assertThat(lin.post("/sandbox/world/mischief", "{\"shop\":\"verde\",\"how\":\"wrongKey\"}").status()).isEqualTo(200);
        assertThat(said(lin, "wrongKey").get(0).path("status").asInt()).isEqualTo(401);
        assertThat(lin.post("/sandbox/world/mischief", "{\"shop\":\"nowhere\",\"how\":\"twice\"}").status()).isEqualTo(404);
        assertThat(lin.post("/sandbox/world/mischief", "{\"how\":\"sing\"}").status()).isEqualTo(422);
    }

    @Test
    void aParcelOnItsWayIsScannedAndAnUnshippedOneIsNot() {
        Visitor lin = Visitor.as("lin", port);
        stockroom.stock();
        JsonNode orders = lin.get("/sandbox/world?shop=mido").json().path("orders");
        String shipped = "";
        String unshipped = "";
        for (JsonNode order : orders) {
            shipped = order.path("state").asString().equals("SHIPPED") ? order.path("orderId").asString() : shipped;
            unshipped = order.path("state").asString().equals("PAID") ? order.path("orderId").asString() : unshipped;
        }
        assertThat(lin.post("/sandbox/world/scan", "{\"shop\":\"mido\",\"orderId\":\"" + shipped + "\",\"code\":\"OUT_FOR_DELIVERY\"}").status()).isEqualTo(200);
        assertThat(said(lin, "scan").get(0).path("answer").asString()).contains("\"accepted\":1");
        assertThat(lin.post("/sandbox/world/scan", "{\"shop\":\"mido\",\"orderId\":\"" + unshipped + "\",\"code\":\"DELIVERED\"}").status()).isEqualTo(409);
        assertThat(lin.get("/sandbox/world/goods/M-1001").status()).isEqualTo(200);
    }

    private List<String> cases(String order) {
        return transaction.execute(status -> sql.sql("select number || ' ' || reason_text from cases.case_file where order_id = :order").param("order", order)
                .query(String.class).list());
    }

    private static List<JsonNode> said(Visitor lin, String what) {
        List<JsonNode> said = new ArrayList<>();
        lin.get("/sandbox/world/acts").json().forEach(act -> {
            if (act.path("what").asString().equals(what)) {
                said.add(act);
            }
        });
        return said;
    }
}

package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The sandbox page's parcel buttons: what is pressed goes through carrier, warehouse and intake over HTTP. */
@RoomTest
class BuyerParcelsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    HouseDoor house;
    @Autowired
    Stockroom stockroom;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;

    private String returning(Visitor lin, int order) {
        Map<String, Object> sold = stockroom.orders(Storefront.LANTING).stream().filter(each -> each.get("state").equals("DELIVERED")).toList().get(order);
        String request = "RP-" + UUID.randomUUID();
        house.deliver("orders", List.of(sold));
        house.deliver("requests", List.of(Map.of("requestId", request, "version", "1", "orderId", sold.get("orderId"), "kind", "OTHER",
                "reasonText", "想退货", "goodsReceived", true, "lines", List.of(), "createdAt", "2026-11-21T10:00:00Z", "status", "OPEN")));
        String number = transaction.execute(status -> sql.sql("select number from cases.case_file where shop_id = 'lanting' and order_id = :order "
                + "and state <> 'CLOSED' order by opened_at desc limit 1").param("order", sold.get("orderId")).query(String.class).single());
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("goods-return", number,
                Map.of("freightPayer", "seller", "reasonType", "NO_REASON")));
        await().atMost(Duration.ofSeconds(30)).until(() -> lin.get("/sandbox/world").json().path("warehouse").findValuesAsString("caseNumber").contains(number));
        return number;
    }

    private static boolean open(Visitor lin, String number, String task) {
        return lin.get("/api/tasks?case=" + number).body().contains("\"" + task + "\"");
    }

    @Test
    void anEmptyParcelAndALostOneArriveAsSuch() {
        Visitor lin = Visitor.as("lin", port);
        String empty = returning(lin, 20);
        Visitor.Answer sent = lin.post("/sandbox/world/return-parcel", "{\"caseNumber\":\"" + empty + "\",\"how\":\"empty\"}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> open(lin, empty, "receiveParcel"));
        JsonNode goods = lin.get("/api/cases/" + empty + "/goods").json().path("goods");
        assertThat(goods.path("waybill").asString()).isEqualTo(sent.json().path("waybill").asString());
        assertThat(goods.path("weightGrams").asInt()).isEqualTo(120);

        String lost = returning(lin, 21);
        lin.post("/sandbox/world/return-parcel", "{\"caseNumber\":\"" + lost + "\",\"how\":\"lost\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> open(lin, lost, "traceReturn"));
        assertThat(lin.get("/sandbox/world").json().path("parcels").findValuesAsString("caseNumber")).contains(empty, lost);
    }

    @Test
    void whatNobodyExpectsCannotBeSent() {
        Visitor lin = Visitor.as("lin", port);
        assertThat(lin.post("/sandbox/world/return-parcel", "{\"caseNumber\":\"NONE\",\"how\":\"whole\"}").status()).isEqualTo(404);
        assertThat(lin.post("/sandbox/world/return-parcel", "{\"caseNumber\":\"NONE\",\"how\":\"eaten\"}").status()).isEqualTo(422);
    }
}

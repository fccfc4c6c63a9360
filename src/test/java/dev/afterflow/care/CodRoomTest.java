package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Orders paid at the door, on a real database: asked before they leave, refused with a reason. */
@RoomTest
class CodRoomTest extends QuayRoom {

    @Autowired
    CodSweep cod;
    @Autowired
    OrderSweep orders;

    @BeforeAll
    void promise() {
        quay.promises(30, "TAOBAO", "SHOP", 10_000);
    }

    @Test
    void nothingLeavesBeforeTheBuyerSaidYesAndTwoNodesAskOnce() throws Exception {
        String order = ordered("yes");
        AtOnce.all(Collections.nCopies(4, () -> {
            cod.look();
            return true;
        }));
        assertThat(quay.cases(order, "COD")).isEqualTo(1);
        String number = quay.caseOf(order, "COD");
        quay.until("the warehouse holds it", () -> quay.told(number).contains("ORDER_HELD"));
        assertThat(quay.opened("lin", number, "callBuyer").at("/data/phone").asString()).as("there to be called").isEqualTo("13800001234");
        quay.done("lin", number, "callBuyer", Map.of("call", "confirmed"));
        quay.until("the warehouse ships it", () -> quay.told(number).contains("ORDER_RELEASED"));
        shipped(order);
        quay.scan(order, "DELIVERED");
        orders.look(quay.shop);
        quay.ends(number, "DELIVERED");
    }

    @Test
    void whoIsNotReachedThreeTimesIsLeftAMessageAndALeadDecides() {
        String order = ordered("silent");
        cod.look();
        String number = quay.caseOf(order, "COD");
        assertThat(quay.completes("lin", number, "callBuyer", Map.of("call", "notReached")).json().at("/errors/0/field").asString()).isEqualTo("missed");
        for (int attempt = 1; attempt <= 3; attempt++) {
            quay.done("lin", number, "callBuyer", Map.of("call", "notReached", "missed", "NO_ANSWER"));
            if (attempt < 3) {
                assertThat(quay.tasks(number)).as("not at once").isEmpty();
                quay.timeComes("cod-confirmation", number, "nextCallDue");
            }
        }
        quay.until("a message is left", () -> quay.messages(order).contains("请您确认货到付款订单"));
        assertThat(quay.opened("zhou", number, "decideUnreached").at("/data/calls").asString().lines()).hasSize(3);
        quay.done("zhou", number, "decideUnreached", Map.of("codAnswer", "drop", "note", "三次未接"));
        quay.ends(number, "CANCELLED");
        quay.until("the warehouse lets it be", () -> quay.told(number).contains("ORDER_CANCELLED"));
        assertThat(quay.rows("select reason from care.refusal where case_number = :key", number)).as("not reached is no refusal").isEmpty();
    }

    @Test
    void whoSaysNoGivesAReasonAndWhoWantsAChangeGetsIt() {
        String order = ordered("no");
        String other = ordered("changed");
        cod.look();
        String number = quay.caseOf(order, "COD");
        assertThat(quay.completes("lin", number, "callBuyer", Map.of("call", "refused")).json().at("/errors/0/field").asString()).isEqualTo("refusal");
        quay.done("lin", number, "callBuyer", Map.of("call", "refused", "refusal", "DUPLICATE"));
        quay.ends(number, "CANCELLED");
        assertThat(quay.rows("select stage || ' ' || reason from care.refusal where case_number = :key", number)).containsExactly("CALL DUPLICATE");

        String changed = quay.caseOf(other, "COD");
        quay.done("lin", changed, "callBuyer", Map.of("call", "changed", "change", "送到单位"));
        quay.until("the warehouse knows", () -> quay.told(changed).contains("ORDER_CHANGED"));
    }

    @Test
    void aRefusalAtTheDoorNotesTheBuyerButACarriersFaultDoesNot() {
        String order = ordered("door");
        cod.look();
        String number = quay.caseOf(order, "COD");
        quay.done("lin", number, "callBuyer", Map.of("call", "confirmed"));
        shipped(order);
        quay.scan(order, "RETURNING");
        orders.look(quay.shop);
        quay.done("lin", number, "recordRefusal", Map.of("refusal", "CHANGED_MIND", "freight", 12));
        quay.ends(number, "REFUSED_AT_DOOR");
        assertThat(quay.timeline(number)).contains("拒收：改变主意，该买家半年内第 1 次");
        assertThat(quay.rows("select freight::text from care.refusal where case_number = :key", number)).containsExactly("1200");

        String late = ordered("carrier");
        cod.look();
        String second = quay.caseOf(late, "COD");
        quay.done("lin", second, "callBuyer", Map.of("call", "confirmed"));
        shipped(late);
        quay.scan(late, "RETURNING");
        orders.look(quay.shop);
        quay.done("lin", second, "recordRefusal", Map.of("refusal", "CARRIER_LATE"));
        quay.ends(second, "REFUSED_AT_DOOR");
        assertThat(quay.timeline(second)).contains("拒收：快递太慢（快递原因，不计入买家）");
    }

    @Test
    void whoLeadsTheShopSeesHowManyConfirmedAndWhyOthersDidNot() {
        Quay counted = quay("jd");
        counted.promises(30, "NONE", "SHOP", 10_000);
        List<String> asked = Stream.of("a", "b", "c", "d").map(id -> ordered(counted, id)).toList();
        cod.look();
        calls(counted, asked.get(0), Map.of("call", "confirmed"));
        calls(counted, asked.get(1), Map.of("call", "changed", "change", "送到单位"));
        calls(counted, asked.get(2), Map.of("call", "refused", "refusal", "PRICE"));
        JsonNode shown = counted.as("manager").get("/api/cockpit/cod?days=7&shop=" + counted.shop).json();
        assertThat(shown.path("now").toString()).isEqualTo("{\"confirmed\":2,\"refused\":1,\"unreached\":0,\"open\":1}");
        assertThat(shown.path("before").toString()).contains("\"confirmed\":0");
        assertThat(shown.path("reasons").toString()).isEqualTo("[{\"stage\":\"CALL\",\"reason\":\"PRICE\",\"refusals\":1,\"before\":0}]");
        assertThat(counted.as("lin").get("/api/cockpit/cod?shop=" + counted.shop).status()).isEqualTo(403);
        assertThat(counted.as("manager").get("/api/cockpit/cod?shop=nobodys").status()).isEqualTo(404);
    }

    private static void calls(Quay at, String order, Map<String, Object> said) {
        at.done("lin", at.caseOf(order, "COD"), "callBuyer", said);
    }

    private String ordered(String id) {
        return ordered(quay, id);
    }

    private static String ordered(Quay at, String id) {
        String order = at.shop + "-" + id;
        at.order(order, "CREATED", Quay.ago(1), 9_900, "[]", "cod");
        return order;
    }

    private void shipped(String order) {
        quay.order(order, "SHIPPED", Quay.ago(1), 9_900, "[{\"shipmentId\":\"1\",\"carrier\":\"sf\",\"waybill\":\"WB%s\",\"shippedAt\":\"%s\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}]"
                .formatted(order.toUpperCase(Locale.ROOT), Instant.now()), "cod");
        orders.look(quay.shop);
    }
}

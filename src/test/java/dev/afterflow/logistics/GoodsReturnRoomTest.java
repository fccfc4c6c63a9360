package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods on their way back through the whole house: asked for, sent, scanned, counted, inspected, judged. */
@RoomTest
class GoodsReturnRoomTest extends YardRoom {

    private Map<String, Object> count(int pieces, String grade, String... pictures) {
        Map<String, Object> row = new HashMap<>(Map.of("counted", pieces));
        if (grade != null) {
            row.put("grade", grade);
        }
        return new HashMap<>(Map.of("lines", List.of(row), "evidence", List.of(pictures)));
    }

    @Test
    void whatComesBackIntactIsCountedInspectedAndTheSellersBooksAreTold() {
        String number = yard.sold("R1", "P-1", 2);
        yard.packed("R1", 2_000);
        yard.returnAgreed(number, "NO_REASON");
        assertThat(yard.state(number)).isEqualTo("OPEN");
        yard.until("buyer told", () -> yard.messages("R1").contains("请寄回商品"));
        yard.until("warehouse told", () -> yard.told(number).contains("returns " + number + "-R1"));

        yard.sendsBack("R1", "back r1");
        yard.until("underway", () -> yard.state(number).equals("SENT"));
        yard.takenIn("K-R1", "BACKR1", 2, 1_980);
        JsonNode found = yard.as("he").get("/api/receiving?waybill=back%20R1").json();
        assertThat(found.path("caseNumber").asString()).isEqualTo(number);
        JsonNode form = yard.opened("he", number, "receiveParcel");
        assertThat(yard.as("he").get("/api/receiving?waybill=BACKR1").json().path("taskId").asString())
                .isEqualTo(form.at("/item/taskId").asString());
        assertThat(form.at("/data/lines/0/counted").asInt()).as("what the warehouse's system counted").isEqualTo(2);
        assertThat(form.at("/data/weightGrams").asInt()).isEqualTo(1_980);

        yard.done("he", number, "receiveParcel", count(2, "A"));
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("OPENED")));
        JsonNode goods = yard.goods(number).path("goods");
        assertThat(goods.path("outcome").asString()).isEqualTo("intact");
        assertThat(goods.path("groundZh").asString()).contains("网络消费规定3");
        assertThat(goods.at("/freightAdvanced/minor").asLong()).isEqualTo(1_200);
        assertThat(yard.walks("goods-return", number)).isFalse();
        yard.until("books told", () -> yard.told(number).containsAll(List.of("events GOODS_RECEIVED-" + number + "-R1", "events GOODS_INSPECTED-" + number + "-R1")));
        yard.until("buyer told", () -> yard.messages("R1").contains("退货已到仓"));
    }

    @Test
    void aParcelAndItsReceiptThatCameBeforeTheReturnWaitForIt() {
        String number = yard.sold("R2", "P-1", 1);
        yard.sendsBack("R2", "EARLY2");
        yard.takenIn("K-R2", "EARLY2", 1, 900);
        yard.returnAgreed(number, "NO_REASON");

        assertThat(yard.opened("he", number, "receiveParcel").at("/data/lines/0/counted").asInt()).isEqualTo(1);
        assertThat(yard.state(number)).isEqualTo("ARRIVED");
        assertThat(yard.messages("R2")).doesNotContain("提醒：退货还没有寄出");
    }

    @Test
    void aReceiptBeforeTheBuyersWordIsKeptAndFindsItsReturnLater() {
        String number = yard.sold("R3", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        yard.takenIn("K-R3", "FIRST3", 1, 900);
        assertThat(yard.as("he").get("/api/receiving/unknown").body()).contains("FIRST3");

        yard.sendsBack("R3", "FIRST3");
        yard.task(number, "receiveParcel");
        assertThat(yard.as("he").get("/api/receiving/unknown").body()).doesNotContain("FIRST3");
    }

    @Test
    void aParcelWithAMissingPieceIsWorthLessByWhatIsMissing() {
        String number = yard.sold("R4", "P-1", 3);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack("R4", "PART4");
        yard.takenIn("K-R4", "PART4", 2, 900);

        Visitor.Answer bare = yard.completes("he", number, "receiveParcel", count(2, "A"));
        assertThat(bare.status()).as("fewer pieces need a picture").isEqualTo(422);
        assertThat(bare.json().path("field").asString()).isEqualTo("evidence");
        yard.done("he", number, "receiveParcel", count(2, "A", yard.attaches("he", number)));
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("NONE")));

        JsonNode goods = yard.goods(number).path("goods");
        assertThat(goods.path("outcome").asString()).isEqualTo("part");
        assertThat(goods.at("/deduct/minor").asLong()).isEqualTo(10_000);
    }

    @Test
    void anEmptyBoxIsSeenByItsWeightAndJudgedWithoutInspection() {
        String number = yard.sold("R5", "P-1", 1);
        yard.packed("R5", 1_000);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack("R5", "EMPTY5");
        yard.takenIn("K-R5", "EMPTY5", 0, 120);

        assertThat(yard.opened("he", number, "receiveParcel").at("/data/warning").asString()).contains("偏轻").contains("1000 g");
        yard.done("he", number, "receiveParcel", count(0, null, yard.attaches("he", number)));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("empty");
        assertThat(yard.tasks(number)).doesNotContain("inspectGoods");
    }

    @Test
    void aFindingNeedsItsPictureAndAContradictionIsRefused() {
        String number = yard.sold("R6", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack("R6", "TAG6");
        yard.as("he").post("/api/receiving/arrivals", "{\"waybill\":\"tag6\"}");
        yard.done("he", number, "receiveParcel", count(1, "B"));

        JsonNode options = yard.opened("he", number, "inspectGoods").at("/data/options");
        assertThat(options.findValuesAsString("value")).contains("TAG_CUT", "SOILED").doesNotContain("ACTIVATED", "SEAL_BROKEN");
        assertThat(yard.completes("he", number, "inspectGoods", Map.of("findings", List.of("NONE", "TAG_CUT"))).json().path("rule").asString())
                .isEqualTo("contradicts");
        assertThat(yard.completes("he", number, "inspectGoods", Map.of("findings", List.of("TAG_CUT"))).json().path("field").asString())
                .isEqualTo("evidence");
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("TAG_CUT"), "evidence", List.of(yard.attaches("he", number))));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("notIntact");
        assertThat(yard.goods(number).at("/goods/intact").asBoolean(true)).isFalse();
    }

    @Test
    void faultyGoodsAreTakenBackOpenedAndUsed() {
        String number = yard.sold("R7", "P-1", 1);
        yard.returnAgreed(number, "QUALITY");
        yard.sendsBack("R7", "USED7");
        yard.takenIn("K-R7", "USED7", 1, 900);
        yard.done("he", number, "receiveParcel", count(1, "B"));
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("SOILED"), "evidence", List.of(yard.attaches("he", number))));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("intact");
    }

    @Test
    void aSerialNobodySoldIsTheWrongGoods() {
        String number = yard.sold("R8", "SN-P", 1);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack("R8", "SERIAL8");
        yard.takenIn("K-R8", "SERIAL8", 1, 900);
        yard.done("he", number, "receiveParcel", count(1, "A"));

        assertThat(yard.completes("he", number, "inspectGoods", Map.of("findings", List.of("NONE"))).json().path("field").asString()).isEqualTo("serial");
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("NONE"), "serial", "SN-9999"));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("wrongGoods");
    }
}

package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.claims.Claims;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Missing pieces, empty parcels and wrong goods end to end: told, weighed, made good; who is liable is turned to beside it. */
@RoomTest
class ShortRoomTest extends BayRoom {

    @Autowired
    Claims claims;

    @BeforeAll
    void list() {
        bay.lists("S-1");
        bay.stock("S-1", 50);
    }

    private static Map<String, Object> answer(String party, String remedy, int missing, Object... more) {
        Map<String, Object> data = new HashMap<>(Map.of("party", party, "remedy", remedy, "lines", List.of(Map.of("missing", missing))));
        for (int at = 0; at < more.length; at += 2) {
            data.put((String) more[at], more[at + 1]);
        }
        return data;
    }

    private String party(String number) {
        return bay.row("select found_party from repairs.shortage where shop_id = :shop and case_number = :key", number);
    }

    @Test
    void aShortageProvedByWeightSendsTheMissingPieceAndOnlyThat() {
        bay.delivered("A1", "S-1", 5_000, 1);
        bay.packed("A1", 2, 480);
        bay.carried("A1", 480);
        String number = bay.asks("A1", "SHORT", "少了一支", 1, "OPEN");

        JsonNode shown = bay.form("lin", number, "decideShortage");
        assertThat(party(number)).as("480 g cannot hold two of 400 g").isEqualTo("WAREHOUSE");
        assertThat(shown.path("weights").asString()).contains("800", "480");
        assertThat(bay.messages("A1")).as("told at once, and asked for nothing").containsExactly("我们已收到您的售后申请");
        bay.done("lin", number, "decideShortage", answer("WAREHOUSE", "reship", 1));
        bay.picked(number, "NEW-A1", 1, "S-1");

        bay.untilClosed(number, "REPLACED");
        assertThat(bay.moneyLog("A1")).isEmpty();
        assertThat(bay.row("select amount || ' ' || name from repairs.recovery where shop_id = :shop and case_number = :key", number)).isEqualTo("5000 warehouse");
    }

    @Test
    void anEmptyParcelTheCarrierLightenedIsRefundedFirstAndTheCarrierIsTurnedToBesideIt() {
        bay.delivered("A2", "S-1", 5_000, 1);
        bay.packed("A2", 2, 900);
        bay.carried("A2", 110);
        String number = bay.asks("A2", "SHORT", "收到的是空包", 2, "OPEN");

        assertThat(bay.form("lin", number, "decideShortage").path("claim").asString()).isEqualTo("空包");
        assertThat(party(number)).isEqualTo("CARRIER");
        assertThat(bay.completes("lin", number, "decideShortage", answer("CARRIER", "refund", 2, "amount", "100.01")).json().path("errors").toString()
                + bay.completes("lin", number, "decideShortage", answer("CARRIER", "refund", 2, "amount", "100.01")).body()).contains("amount");
        bay.done("lin", number, "decideShortage", answer("CARRIER", "refund", 2, "amount", "100.00"));
        approved(number);

        bay.until("told", () -> bay.messages("A2").contains("退款已到账"));
        assertThat(bay.moneyLog("A2")).containsExactly(10_000L);
        assertThat(claims.ofCase(number)).as("the carrier is claimed from beside it, and the buyer did not wait").hasSize(1);
        assertThat(bay.row("select state from cases.case_file where shop_id = :shop and number = :key", number)).isEqualTo("OPEN");
    }

    /** Beyond the agent's own limit a second person approves. */
    private void approved(String number) {
        bay.until("approval or end", () -> bay.has("zhou", number, "approveRefund")
                || "CLOSED".equals(bay.row("select state from cases.case_file where shop_id = :shop and number = :key", number))
                || !bay.moneyLog(orderOf(number)).isEmpty());
        if (bay.has("zhou", number, "approveRefund")) {
            bay.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        }
    }

    private String orderOf(String number) {
        return bay.row("select order_id from cases.case_file where shop_id = :shop and number = :key", number);
    }

    @Test
    void aWrongItemComesBackAtOurCostAndTheRightOneGoesOut() {
        bay.delivered("A3", "S-1", 5_000, 1);
        String number = bay.asks("A3", "WRONG_ITEM", "发成了剃须刀", 1, "OPEN");
        assertThat(bay.form("lin", number, "decideShortage").path("lines").get(0).path("missing").asInt()).isEqualTo(1);
        bay.done("lin", number, "decideShortage", answer("WAREHOUSE", "exchange", 1));
        bay.sendsBack("A3", "", 0);
        bay.counted(number, 0, true);
        bay.until("inspection or picking", () -> bay.has("he", number, "inspectGoods") || bay.has("he", number, "pickGoods"));
        if (bay.has("he", number, "inspectGoods")) {
            bay.inspected(number, null, "WRONG_GOODS");
        }
        bay.picked(number, "NEW-A3", 1, "S-1");

        bay.untilClosed(number, "REPLACED");
        assertThat(bay.row("select freight_payer from logistics.goods_return where shop_id = :shop and case_number = :key", number)).isEqualTo("seller");
    }

    @Test
    void outOfStockBecomesTheMoneyForThePiece() {
        bay.lists("S-2");
        bay.stock("S-2", 0);
        bay.delivered("A4", "S-2", 5_000, 1);
        bay.packed("A4", 1, 480);
        String number = bay.asks("A4", "SHORT", "少一支", 1, "OPEN");
        bay.done("lin", number, "decideShortage", answer("WAREHOUSE", "reship", 1));
        approved(number);

        bay.untilClosed(number, "REFUNDED");
        assertThat(bay.moneyLog("A4")).containsExactly(5_000L);
        bay.until("told", () -> bay.messages("A4").contains("商品暂时缺货，已为您退款"));
    }

    @Test
    void aBuyerIsAskedForPicturesOnlyWhereOurRecordsSpeakAgainstAndNeverRefusedByAnAgent() {
        bay.delivered("A5", "S-1", 5_000, 1);
        bay.packed("A5", 2, 900);
        bay.carried("A5", 900);
        String number = bay.asks("A5", "SHORT", "少了一支", 1, "OPEN");
        bay.until("asked", () -> bay.messages("A5").contains("我们正在核实您的售后申请"));
        assertThat(bay.has("lin", number, "decideShortage")).isFalse();

        String proof = bay.attaches("lin", number);
        bay.until("decision", () -> bay.has("lin", number, "decideShortage"));
        assertThat(party(number)).isEqualTo("UNPROVED");
        Map<String, Object> refusal = answer("UNPROVED", "refuse", 1, "words", "出库与全程称重均足量，附记录", "evidence", List.of(proof));
        assertThat(bay.completes("lin", number, "decideShortage", refusal).status()).isEqualTo(403);
        bay.as("lin").post("/api/tasks/" + bay.task("lin", number, "decideShortage").path("taskId").asString() + "/release",
                "{\"revision\":" + bay.task("lin", number, "decideShortage").path("revision").asLong() + "}");
        bay.done("zhao", number, "decideShortage", refusal);

        bay.untilClosed(number, "REFUSED");
        bay.until("told why", () -> bay.messages("A5").contains("您的售后申请未能通过"));
    }

    @Test
    void whatOurOwnRecordsProveCannotBeRefused() {
        bay.delivered("A6", "S-1", 5_000, 1);
        bay.packed("A6", 1, 480);
        String number = bay.asks("A6", "SHORT", "少了一支", 1, "OPEN");
        String proof = bay.attaches("zhao", number);
        assertThat(bay.completes("zhao", number, "decideShortage", answer("UNPROVED", "refuse", 1, "words", "不支持", "note", "x", "evidence", List.of(proof))).body())
                .contains("unlawfulGround");
    }

    @Test
    void aBuyerMayTakeItBackBeforeAnybodyDecided() {
        bay.delivered("A7", "S-1", 5_000, 1);
        String number = bay.asks("A7", "SHORT", "少了一支", 1, "OPEN");
        bay.until("decision", () -> bay.has("lin", number, "decideShortage"));
        bay.asks("A7", "SHORT", "少了一支", 1, "WITHDRAWN");

        bay.untilClosed(number, "WITHDRAWN");
        bay.until("told", () -> bay.messages("A7").contains("您的售后申请已撤销"));
    }

    @Test
    void shortInsideTheMakersSealedBoxIsTheSuppliersAffairAndTheBuyerIsMadeGoodFirst() {
        bay.delivered("A9", "S-1", 5_000, 1);
        bay.packed("A9", 2, 900);
        bay.carried("A9", 900);
        String number = bay.asks("A9", "SHORT", "原厂封箱里就少一支", 1, "OPEN");
        bay.until("asked", () -> bay.messages("A9").contains("我们正在核实您的售后申请"));
        bay.attaches("lin", number);
        bay.form("lin", number, "decideShortage");
        assertThat(party(number)).isEqualTo("SUPPLIER");
        bay.done("lin", number, "decideShortage", answer("SUPPLIER", "reship", 1));
        bay.picked(number, "NEW-A9", 1, "S-1");

        bay.untilClosed(number, "REPLACED");
        assertThat(bay.row("select name from repairs.recovery where shop_id = :shop and case_number = :key", number)).isEqualTo("北方电器");
    }

    @Test
    void aRefundBeyondTheAgentsLimitNeedsASecondPersonWhoMaySendItBack() {
        bay.delivered("A10", "S-1", 30_000, 1);
        bay.packed("A10", 1, 480);
        String number = bay.asks("A10", "SHORT", "少一支", 1, "OPEN");
        bay.done("lin", number, "decideShortage", answer("WAREHOUSE", "refund", 1, "amount", "300.00"));
        bay.done("zhou", number, "approveRefund", Map.of("approval", "sentBack", "note", "先问买家要不要补寄"));
        assertThat(bay.form("lin", number, "reviseShortage").path("why").asString()).contains("退款未完成");
        bay.done("lin", number, "reviseShortage", Map.of("remedy", "refund", "amount", "250.00", "lines", List.of(Map.of("missing", 1))));
        assertThat(bay.moneyLog("A10")).isEmpty();
        bay.done("zhou", number, "approveRefund", Map.of("approval", "approved"));

        bay.untilClosed(number, "REFUNDED");
        assertThat(bay.moneyLog("A10")).containsExactly(25_000L);
    }

    @Test
    void theCasePageShowsWhatTheRecordsSay() {
        bay.delivered("A8", "S-1", 5_000, 1);
        bay.packed("A8", 1, 480);
        String number = bay.asks("A8", "SHORT", "少了一支", 1, "OPEN");
        bay.until("decision", () -> bay.has("lin", number, "decideShortage"));

        JsonNode view = bay.as("lin").get("/api/cases/" + number + "/workshop").json().path("shortage");
        assertThat(view.path("party").asString()).isEqualTo("WAREHOUSE");
        assertThat(view.path("basisEn").asString()).contains("packing record");
        assertThat(view.path("packingZh").asString()).contains("OUTA8", "1 件");
    }
}

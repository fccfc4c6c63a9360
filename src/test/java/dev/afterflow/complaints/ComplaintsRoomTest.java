package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parcels that go wrong, through the whole house: letterbox, desk, choice, money, parcel out again, close. */
@RoomTest
class ComplaintsRoomTest extends DepotRoom {

    @Test
    void aLostParcelIsRefundedAtOnceByTheBuyersChoice() {
        String waybill = depot.sent("LC1", 9_900, 20);
        depot.scan(waybill, "IN_TRANSIT", 24 * 12, "杭州", "到达转运中心");
        String number = depot.complains("LC1", "一直没收到，物流十几天没更新", null);
        JsonNode form = depot.opened("lin", number, "checkAddress");
        assertThat(form.at("/data/orderAddress").asString()).contains("文一路1号");
        assertThat(form.at("/data/said").asString()).isEqualTo("NOT_RECEIVED");
        depot.addressAgrees(number, "NOT_RECEIVED");

        assertThat(depot.type(number)).isEqualTo("DELAY_TOTAL");
        depot.until("offer read", () -> depot.messages("LC1").contains("请选择怎么解决"));
        depot.writes(number, "2");
        depot.until("refund to be approved", () -> depot.has("zhou", number, "approveRefund"));
        depot.done("zhou", number, "approveRefund", Map.of("approval", "approved"));

        depot.until("money is back", () -> depot.moneyLog("LC1").equals(List.of(9_900L)));
        depot.until("remedied", () -> "REFUNDED".equals(complaints.find(number).orElseThrow().outcome()));
        assertThat(complaints.find(number).orElseThrow().claimNo()).as("claimed beside it").isNotNull();
        assertThat(depot.messages("LC1")).startsWith("我们已在查您的包裹");
        assertThat(depot.asked(number)).as("looked for first, called back once the buyer has the money").contains("CHASE", "INTERCEPT");
        JsonNode panel = depot.as("lin").get("/api/cases/" + number + "/parcel").json();
        assertThat(panel.at("/complaint/way").asString()).isEqualTo("choice");
        assertThat(panel.at("/scans/0/words").asString()).isEqualTo("到达转运中心");
    }

    @Test
    void seizedGoodsAskTheCarrierFirstAndAreNeverSentByAirAgain() {
        String waybill = depot.sent("LC2", 5_900, 3);
        depot.scan(waybill, "EXCEPTION", 5, "杭州机场", "安检退回，航空禁运");
        String number = depot.complains("LC2", "快递说被安检没收了", "reship");

        assertThat(depot.type(number)).isEqualTo("SECURITY_SEIZED");
        assertThat(depot.asked(number)).containsExactly("CHASE");
        assertThat(depot.opened("lin", number, "decideRemedy").at("/data/warning").asString()).contains("航空");
        Visitor.Answer byAir = depot.completes("lin", number, "decideRemedy", Map.of("remedy", "reship", "note", "再寄一次"));
        assertThat(byAir.status()).isEqualTo(422);
        assertThat(byAir.body()).contains("complaints.neverByAir");

        depot.done("lin", number, "decideRemedy", Map.of("remedy", "refund", "note", "买家同意退款"));
        depot.until("money is back within the agent's own limit", () -> depot.moneyLog("LC2").equals(List.of(5_900L)));
        depot.until("remedied", () -> "REFUNDED".equals(complaints.find(number).orElseThrow().outcome()));
    }

    @Test
    void aSignatureNobodyCanProveIsMadeGoodAfterADay() {
        String waybill = depot.sent("LC3", 9_900, 4);
        depot.scan(waybill, "DELIVERED", 20, "杭州西湖", "已签收");
        String number = depot.complains("LC3", "显示签收但是我没收到", null);
        depot.addressAgrees(number, "NOT_RECEIVED");
        assertThat(depot.type(number)).isEqualTo("FALSE_SIGNATURE");
        assertThat(depot.completes("lin", number, "getProof", Map.of("proof", "yes", "note", "快递说签了")).status()).as("a carrier's word is no proof").isEqualTo(422);
        depot.timePasses(number, "proofOverdue");

        assertThat(complaints.find(number).orElseThrow().proof()).isEqualTo("NONE");
        depot.until("offer read", () -> depot.messages("LC3").contains("请选择怎么解决"));
        depot.writes(number, "2");
        depot.until("refund to be approved", () -> depot.has("zhou", number, "approveRefund"));
    }

    @Test
    void aProvedSignatureIsShownAndTheBuyerMayDenyIt() {
        String waybill = depot.sent("LC4", 9_900, 4);
        depot.scan(waybill, "DELIVERED", 20, "杭州西湖", "已签收");
        String number = depot.complains("LC4", "没收到货", null);
        depot.addressAgrees(number, "NOT_RECEIVED");
        depot.done("lin", number, "getProof", Map.of("proof", "yes", "evidence", List.of(depot.attaches("lin", number)), "note", "本人签收底单"));
        depot.until("the buyer sees the proof", () -> depot.messages("LC4").contains("请核对签收情况"));
        depot.writes(number, "这不是我签的，我没收到");

        depot.until("a person decides", () -> depot.has("lin", number, "decideRemedy"));
        assertThat(complaints.find(number).orElseThrow().proof()).isEqualTo("OBJECTED");
    }

    @Test
    void aParcelThatStandsStillIsFoundBeforeItsBuyerAsks() {
        String waybill = depot.sent("LC5", 9_900, 10);
        depot.scan(waybill, "PICKED_UP", 24 * 9, "广州", "已揽收");
        String early = depot.sent("LC6", 9_900, 3);
        depot.scan(early, "PICKED_UP", 50, "广州", "已揽收");
        String near = depot.sent("LC7", 9_900, 5);
        depot.scan(near, "PICKED_UP", 24 * 4, "杭州市余杭区", "已揽收");

        sweep.sweep();
        sweep.sweep();

        String number = depot.caseOf("LC5");
        assertThat(number).isNotNull();
        assertThat(depot.caseOf("LC6")).as("two days elsewhere is no stall").isNull();
        assertThat(depot.caseOf("LC7")).as("four days in one city are").isNotNull();
        assertThat(depot.row("select count(*) from cases.case_file where shop_id = :shop and order_id = :key", "LC5")).isEqualTo("1");
        assertThat(depot.row("select team from cases.case_file where shop_id = :shop and number = :key", number)).isEqualTo("logistics-desk");
        assertThat(depot.type(number)).isEqualTo("DELAY_TOTAL");
        depot.until("the buyer is told", () -> depot.messages("LC5").contains("您的包裹有点慢，我们已经在查"));
    }

    @Test
    void aReturnedParcelIsSentAgainAsTheBuyerAsked() {
        String waybill = depot.sent("LC8", 9_900, 6);
        depot.scan(waybill, "RETURNED", 5, "杭州", "已退回寄件人");
        String number = depot.complains("LC8", "包裹怎么退回去了，没收到", "reship");
        depot.addressAgrees(number, "NOT_RECEIVED");

        assertThat(depot.type(number)).isEqualTo("RETURNED");
        depot.done("he", number, "pickGoods", Map.of("picked", "shipped", "carrier", "sf", "waybill", "SFNEWC8",
                "lines", List.of(Map.of("scannedSku", "S-LC8", "counted", 1))));
        depot.scan("SFNEWC8", "DELIVERED", 0, "杭州", "已签收");
        depot.untilClosed(number, "REPLACED");
    }

    @Test
    void aWrongAddressOfTheBuyersIsArrangedAgainstFreight() {
        String waybill = depot.sent("LC9", 9_900, 6);
        depot.scan(waybill, "RETURNED", 5, "杭州", "地址不详，已退回");
        String number = depot.complains("LC9", "没收到", null);
        depot.done("lin", number, "checkAddress", Map.of("said", "NOT_RECEIVED", "verdict", "BUYER_WRONG", "statedAddress", "文二路2号"));

        assertThat(depot.opened("lin", number, "arrangeDelivery").at("/data/todo").asString()).isEqualTo("买家付运费后重寄");
        depot.done("lin", number, "arrangeDelivery", Map.of("arranged", "done", "note", "买家付8元运费，已重寄"));
        depot.untilClosed(number, "SOLVED");
    }

    @Test
    void aParcelSignedMeanwhileTakesTheOfferBackAndEndsIt() {
        String waybill = depot.sent("LC10", 9_900, 20);
        depot.scan(waybill, "IN_TRANSIT", 24 * 12, "杭州", "到达");
        String number = depot.complains("LC10", "物流不动了", null);
        depot.addressAgrees(number, "LATE");
        depot.until("offered", () -> complaints.find(number).orElseThrow().state() == Complaint.State.OFFERED);
        depot.scan(waybill, "DELIVERED", 0, "杭州", "已签收");

        depot.until("arrived", () -> complaints.find(number).orElseThrow().state() == Complaint.State.ARRIVED);
        depot.timePasses(number, "denialOver");
        depot.until("told", () -> depot.messages("LC10").contains("您的包裹显示已签收"));
        assertThat(depot.moneyLog("LC10")).isEmpty();
    }

    @Test
    void aDelayWaitsUntilTheCarrierSaysItIsLost() {
        String waybill = depot.sent("LC11", 9_900, 3);
        depot.scan(waybill, "IN_TRANSIT", 30, "杭州", "运输中");
        String number = depot.complains("LC11", "怎么这么慢", null);
        depot.addressAgrees(number, "LATE");
        assertThat(complaints.find(number).orElseThrow().state()).isEqualTo(Complaint.State.WAITING);
        transaction.executeWithoutResult(status -> carriers.answered(new CarrierAnswered(number + "-Q1", number, depot.shop, CarrierRequest.Kind.CHASE,
                CarrierAnswered.Verdict.AGREED, null, "SF-1", "经核实包裹已丢失", Instant.now())));

        depot.until("lost", () -> "LOST".equals(depot.type(number)));
        depot.until("offered", () -> complaints.find(number).orElseThrow().state() == Complaint.State.OFFERED);
    }

    @Test
    void aBuyerWhoWithdrawsIsLeftInPeace() {
        depot.sent("LC12", 9_900, 3);
        String number = depot.complains("LC12", "没收到", null);
        depot.complains("LC12", "没收到", null, "2", "WITHDRAWN");
        depot.untilClosed(number, "WITHDRAWN");
    }

    @Test
    void goodsThatTurnUpAfterTheRefundOpenTheNextCase() {
        String waybill = depot.sent("LC14", 5_900, 12);
        String number = depot.complains("LC14", "没收到货，请退款", "refund");
        depot.addressAgrees(number, "NOT_RECEIVED");
        assertThat(depot.type(number)).isEqualTo("NOT_PICKED");
        depot.until("refund to be approved", () -> depot.has("zhou", number, "approveRefund"));
        depot.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        depot.untilClosed(number, "REFUNDED");
        depot.scan(waybill, "DELIVERED", 0, "杭州", "已签收");

        String next = depot.caseOf("LC14");
        assertThat(next).isNotEqualTo(number);
        assertThat(depot.type(next)).isEqualTo("FOUND");
        depot.done("lin", next, "arrangeDelivery", Map.of("arranged", "done", "note", "买家愿意留下，已补款"));
        depot.untilClosed(next, "SOLVED");
        assertThat(depot.moneyLog("LC14")).containsExactly(5_900L);
    }

    @Test
    void aNumberNobodyKnowsIsCorrectedByAPerson() {
        depot.sent("LC13", 9_900, 3);
        transaction.executeWithoutResult(status -> sql.sql("update orders.shipment set carrier = null where shop_id = :shop and order_id = 'LC13'")
                .param("shop", depot.shop).update());
        String number = depot.complains("LC13", "没收到", null);
        depot.addressAgrees(number, "NOT_RECEIVED");
        assertThat(depot.type(number)).isEqualTo("UNCLEAR");
        depot.done("lin", number, "clarifyTrace", Map.of("reading", "lost", "note", "快递说丢了"));
        assertThat(depot.type(number)).isEqualTo("LOST");
    }
}

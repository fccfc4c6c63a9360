package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every other sort of trouble with a parcel, through the whole house, and what turns up while its claim runs. */
@RoomTest
class ParcelSortsRoomTest extends DepotRoom {

    @Test
    void goodsThatTurnUpWhileTheClaimRunsAreSettledOnceBeforeTheCaseCloses() {
        String waybill = depot.sent("LC15", 5_900, 20);
        depot.scan(waybill, "IN_TRANSIT", 24 * 12, "杭州", "到达转运中心");
        String number = depot.complains("LC15", "一直没收到，请退款", "refund");
        depot.addressAgrees(number, "NOT_RECEIVED");
        depot.until("refund to be approved", () -> depot.has("zhou", number, "approveRefund"));
        depot.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        depot.until("remedied", () -> "REFUNDED".equals(complaints.find(number).orElseThrow().outcome()));
        assertThat(complaints.find(number).orElseThrow().claimNo()).isNotNull();
        depot.done("lin", number, "fileClaimByHand", Map.of("reference", "PT-LC15"));
        depot.scan(waybill, "DELIVERED", 1, "杭州", "已签收");
        depot.until("found", () -> depot.has("lin", number, "settleFoundGoods"));
        depot.scan(waybill, "DELIVERED", 0, "杭州", "已由本人签收");
        depot.done("lin", number, "settleFoundGoods", Map.of("found", "keep", "note", "买家愿意留下，已补款"));

        assertThat(depot.caseOf("LC15")).as("no second case for the same goods").isEqualTo(number);
        assertThat(runtime.createEventSubscriptionQuery().eventName("complaints.goodsFound").list()).as("the claim keeps the case open").isNotEmpty();
        assertThat(depot.has("lin", number, "settleFoundGoods")).as("settled once, however often it is scanned").isFalse();
        assertThat(depot.row("select state from cases.case_file where shop_id = :shop and number = :key", number)).isEqualTo("OPEN");
        depot.done("lin", number, "settleFoundParcel", Map.of("claimStep", "TAKE_BACK"));
        depot.untilClosed(number, "REFUNDED");
    }

    @Test
    void goodsThatCameBrokenAreClaimedAtOnceAndMadeGoodBesideIt() {
        String waybill = depot.sent("LC16", 9_900, 4);
        depot.scan(waybill, "DELIVERED", 5, "杭州西湖", "已签收");
        String number = depot.complains("LC16", "箱子压坏了，里面都碎了", null);

        assertThat(depot.type(number)).as("whose goods came is not asked where they live").isEqualTo("DAMAGED");
        assertThat(fault(number)).isEqualTo("DAMAGED");
        goesOnBesideTheClaim(number, "LC16");
    }

    @Test
    void aPieceLostOnTheWayIsClaimedAtOnceAndMadeGoodBesideIt() {
        String waybill = depot.sent("LC17", 9_900, 4);
        depot.scan(waybill, "DELIVERED", 5, "杭州西湖", "已签收");
        String number = depot.complains("LC17", "打开少了一件", null);

        assertThat(depot.type(number)).isEqualTo("SHORT");
        assertThat(fault(number)).isEqualTo("SHORT");
        goesOnBesideTheClaim(number, "LC17");
    }

    @Test
    void whatCustomsHoldsWaitsForPapersOfTheBuyers() {
        String waybill = depot.sent("LC18", 9_900, 6);
        depot.scan(waybill, "EXCEPTION", 5, "上海海关", "清关受阻，等待收件人资料");
        String number = depot.complains("LC18", "一直没收到", null);
        depot.addressAgrees(number, "NOT_RECEIVED");

        assertThat(depot.type(number)).isEqualTo("CUSTOMS");
        assertThat(depot.opened("lin", number, "arrangeDelivery").at("/data/todo").asString()).isEqualTo("请买家提供清关材料");
        depot.done("lin", number, "arrangeDelivery", Map.of("arranged", "done", "note", "资料已交，已放行"));
        depot.untilClosed(number, "SOLVED");
    }

    @Test
    void whatTheReceiverRefusedIsSentAgainOrPaidBackAndNobodyClaimsForIt() {
        String waybill = depot.sent("LC19", 9_900, 6);
        depot.scan(waybill, "EXCEPTION", 5, "杭州", "收件人拒收");
        String number = depot.complains("LC19", "我没拒收啊，没收到", null);
        depot.addressAgrees(number, "NOT_RECEIVED");

        assertThat(depot.type(number)).isEqualTo("REFUSED");
        depot.until("offer read", () -> depot.messages("LC19").contains("请选择怎么解决"));
        assertThat(complaints.find(number).orElseThrow().claimNo()).isNull();
    }

    @Test
    void whatWasLeftWithoutConsentIsBroughtToTheDoorAndClaimed() {
        String waybill = depot.sent("LC20", 9_900, 4);
        depot.scan(waybill, "DELIVERED", 5, "杭州西湖", "已存放快递柜");
        String number = depot.complains("LC20", "没经过我同意放快递柜了", null);
        depot.addressAgrees(number, "LEFT_WITHOUT_CONSENT");

        assertThat(depot.type(number)).isEqualTo("UNAUTHORISED_DROP");
        assertThat(depot.opened("lin", number, "arrangeDelivery").at("/data/todo").asString()).isEqualTo("送货上门，否则退款");
        assertThat(fault(number)).isEqualTo("UNAUTHORISED_DROP");
    }

    /** The buyer is asked for pictures, a person finds the carrier liable without them, and the money is back while the claim still waits. */
    private void goesOnBesideTheClaim(String number, String order) {
        depot.until("asked for pictures", () -> depot.messages(order).contains("我们正在核实您的售后申请"));
        depot.timePasses(number, "evidenceOverdue");
        depot.until("a person's matter", () -> depot.has("zhou", number, "settleLiability"));
        depot.done("zhou", number, "settleLiability", Map.of("party", "CARRIER", "note", "外箱压痕明显，途中造成"));
        depot.until("a person decides", () -> depot.has("lin", number, "decideRemedy"));
        depot.done("lin", number, "decideRemedy", Map.of("remedy", "refund", "note", "买家要求退款"));
        depot.until("remedied", () -> "REFUNDED".equals(complaints.find(number).orElseThrow().outcome()));
        assertThat(depot.has("lin", number, "fileClaimByHand")).as("the claim is still to be filed").isTrue();
    }

    private String fault(String number) {
        return depot.row("select fault from claims.claim where shop_id = :shop and case_number = :key", number);
    }
}

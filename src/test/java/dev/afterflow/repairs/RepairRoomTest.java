package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Repairs end to end: taken in, diagnosed, repaired or quoted, sent back and vouched for; and all that can go wrong. */
@RoomTest
class RepairRoomTest extends BenchRoom {

    private Visitor.Answer fails(String number) {
        return bay.as("lin").post("/api/cases/" + number + "/workshop/failure", "{\"note\":\"还是充不进电\"}");
    }

    @Test
    void aRepairThatFailsTwiceEndsInAnExchange() {
        String number = inTheWorkshop("RW1", 100);
        found(number, "FAULT", false);
        repaired(number, "HOME-RW1-1");
        for (String round : List.of("b", "c")) {
            Visitor.Answer told = fails(number);
            assertThat(told.status()).as(told.body()).isEqualTo(200);
            cameIn("RW1", round, number);
            found(number, "FAULT", true);
            if (round.equals("b")) {
                repaired(number, "HOME-RW1-2");
            }
        }
        assertThat(bay.form("lin", number, "chooseInstead").path("rightBasis").asString()).contains("修理两次");
        assertThat(bay.completes("lin", number, "chooseInstead", Map.of("instead", "wait")).status()).as("waiting does not help any more").isEqualTo(422);
        bay.done("lin", number, "chooseInstead", Map.of("instead", "exchange"));
        bay.picked(number, "NEW-RW1", 1, "R-1");

        bay.untilClosed(number, "REPLACED");
        assertThat(view(number).path("costs").size()).as("parts and labour of two repairs").isEqualTo(4);
        assertThat(view(number).path("serialIn").asString()).isEqualTo("SN-RW1");
        assertThat(bay.as("lin").get("/api/cases/" + number + "/goods").json().at("/replacement/serial").asString()).as("the device that left").isEqualTo("SN-NEW-RW1");
    }

    @Test
    void aRepairThatFailsTwiceMayEndInTheMoney() {
        String number = inTheWorkshop("RW2", 100);
        found(number, "FAULT", false);
        repaired(number, "HOME-RW2-1");
        for (String round : List.of("b", "c")) {
            bay.asks("RW2", "REPAIR", "又坏了" + round, 1, "OPEN");
            cameIn("RW2", round, number);
            found(number, "FAULT", true);
            if (round.equals("b")) {
                repaired(number, "HOME-RW2-2");
            }
        }
        assertThat(bay.completes("lin", number, "chooseInstead", Map.of("instead", "refund", "amount", "50.01")).status()).isEqualTo(422);
        bay.done("lin", number, "chooseInstead", Map.of("instead", "refund", "amount", "50.00"));
        bay.until("approval or money", () -> bay.has("zhou", number, "approveRefund") || !bay.moneyLog("RW2").isEmpty());
        if (bay.has("zhou", number, "approveRefund")) {
            bay.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        }

        bay.untilClosed(number, "REFUNDED");
        assertThat(bay.moneyLog("RW2")).containsExactly(5_000L);
    }

    @Test
    void whatHoldsForThirtyDaysIsRepaired() {
        String number = inTheWorkshop("RW3", 100);
        found(number, "FAULT", false);
        repaired(number, "HOME-RW3");
        passes("repair", number, "repairHeld");

        bay.untilClosed(number, "REPAIRED");
        assertThat(fails(number).status()).as("nothing is vouched for any more").isEqualTo(409);
    }

    @Test
    void thirtyDaysInRepairGiveTheBuyerAnExchange() {
        String number = inTheWorkshop("RW4", 100);
        found(number, "FAULT", false);
        bay.until("in repair", () -> bay.has("he", number, "repairGoods"));
        assertThat(bay.row("select string_agg(kind, ',' order by kind) from sla.clock where shop_id = :shop and case_number = :key and stopped_at is null", number))
                .as("the repair's own thirty days run").isEqualTo("repair");
        passes("repair", number, "repairTermOver");

        assertThat(bay.form("lin", number, "chooseInstead").path("rightBasis").asString()).contains("三十天");
        bay.done("lin", number, "chooseInstead", Map.of("instead", "wait"));
        bay.until("repaired on", () -> bay.has("he", number, "repairGoods"));
        bay.done("he", number, "repairGoods", Map.of("repairOutcome", "noPart"));
        bay.done("lin", number, "chooseInstead", Map.of("instead", "exchange"));
        bay.picked(number, "NEW-RW4", 1, "R-1");
        bay.untilClosed(number, "REPLACED");
    }

    @Test
    void misuseIsQuotedAndARefusedQuoteSendsTheGoodsBackUnrepaired() {
        String number = inTheWorkshop("RW5", 100);
        found(number, "ABUSE", false);
        bay.done("lin", number, "quoteRepair", Map.of("price", "35.00", "words", "接口进水，需要更换主板"));
        bay.until("told the price", () -> bay.messages("RW5").contains("维修报价，请您确认"));
        assertThat(bay.has("he", number, "repairGoods")).as("nothing is repaired without consent").isFalse();
        bay.tell("messages", "{\"messageId\":\"M-RW5\",\"caseNumber\":\"%s\",\"from\":\"BUYER\",\"text\":\"不同意\",\"sentAt\":\"%s\"}".formatted(number, Bay.days(0)));
        bay.picked(number, "HOME-RW5", 1, "R-1");

        bay.untilClosed(number, "NOT_REPAIRED");
        assertThat(bay.moneyLog("RW5")).isEmpty();
    }

    @Test
    void aPaidRepairWaitsForAPersonWhoConfirmsThePayment() {
        String number = inTheWorkshop("RW6", 100);
        found(number, "ABUSE", false);
        bay.done("lin", number, "quoteRepair", Map.of("price", "35.00", "words", "接口进水"));
        bay.until("asked", () -> bay.messages("RW6").contains("维修报价，请您确认"));
        Visitor.Answer told = bay.as("lin").post("/api/cases/" + number + "/workshop/quote", "{\"accepted\":true,\"note\":\"电话同意\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(bay.has("he", number, "repairGoods")).as("not before it is paid").isFalse();
        bay.done("xu", number, "confirmPayment", Map.of("payment", "received", "reference", "PAY-1", "evidence", List.of(bay.attaches("xu", number))));
        repaired(number, "HOME-RW6");
        assertThat(view(number).path("quoteState").asString()).isEqualTo("PAID");
    }

    @Test
    void whoStaysSilentIsRemindedTwiceAndGetsTheGoodsBack() {
        String number = inTheWorkshop("RW7", 100);
        found(number, "ABUSE", false);
        bay.done("lin", number, "quoteRepair", Map.of("price", "35.00", "words", "接口进水"));
        passes("repair-quote", number, "remindQuoteDue");
        passes("repair-quote", number, "remindQuoteDue");
        bay.until("reminded twice", () -> bay.messages("RW7").stream().filter("维修报价还在等您确认"::equals).count() == 2);
        passes("repair-quote", number, "quoteOver");
        bay.picked(number, "HOME-RW7", 1, "R-1");

        bay.untilClosed(number, "NOT_REPAIRED");
    }

    @Test
    void withinSevenDaysTheBuyerMayHaveTheMoneyAndLaterNotWithoutAReason() {
        bay.delivered("RW8", "R-1", 5_000, 3);
        String number = bay.asks("RW8", "REPAIR", "开不了机", 1, "OPEN");
        takenIn(number, "refund");
        cameIn("RW8", "", number);
        assertThat(bay.form("lin", number, "chooseInstead").path("instead").asString()).isEqualTo("refund");

        bay.delivered("RW9", "R-1", 5_000, 100);
        String later = bay.asks("RW9", "REPAIR", "开不了机", 1, "OPEN");
        assertThat(bay.completes("lin", later, "reviewRepair", Map.of("proof", "order", "wish", "refund")).body()).contains("notDue");
    }

    @Test
    void aBuyerWhoWithdrawsWhileItIsWithUsGetsItBack() {
        String number = inTheWorkshop("RW10", 100);
        bay.until("diagnosis", () -> bay.has("he", number, "diagnoseGoods"));
        bay.asks("RW10", "REPAIR", "充不进电", 1, "WITHDRAWN");
        bay.picked(number, "HOME-RW10", 1, "R-1");

        bay.untilClosed(number, "WITHDRAWN");
    }
}

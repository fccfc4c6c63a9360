package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a repair waiting: a part that does not come, and a device that was lent. */
@RoomTest
class SpareRoomTest extends BenchRoom {

    @Test
    void ninetyDaysWithoutAPartGiveTheBuyerAnExchange() {
        String number = inTheWorkshop("RW13", 100);
        found(number, "FAULT", false);
        bay.done("he", number, "repairGoods", Map.of("repairOutcome", "waitPart", "partUntil", LocalDate.now().plusDays(20).toString()));
        bay.until("waited for", () -> bay.has("he", number, "repairGoods"));
        passes("repair", number, "repairTermOver");

        assertThat(bay.form("lin", number, "chooseInstead").path("rightBasis").asString()).contains("九十天");
        bay.done("lin", number, "chooseInstead", Map.of("instead", "exchange"));
        bay.picked(number, "NEW-RW13", 1, "R-1");
        bay.untilClosed(number, "REPLACED");
    }

    @Test
    void aDeviceThatWasLentIsAskedForOnceTheBuyersOwnHasLeftAndTheCaseWaitsForIt() {
        String number = inTheWorkshop("RW11", 100);
        bay.done("he", number, "diagnoseGoods", Map.of("found", "FAULT", "faultWords", "电池不充电", "sameFault", false, "spareSerial", "SPARE-7"));
        assertThat(view(number).path("spareState").asString()).isEqualTo("LENT");
        assertThat(bay.has("he", number, "receiveSpare")).as("not while the buyer's own is here").isFalse();
        repaired(number, "HOME-RW11");
        bay.until("asked for", () -> bay.messages("RW11").contains("请寄回备用机"));
        passes("spare-return", number, "spareOverdue");
        bay.until("reminded", () -> bay.messages("RW11").contains("备用机还没有收到"));

        passes("repair", number, "repairHeld");
        bay.until("kept open", () -> "REPAIRED".equals(bay.row("select closes_as from repairs.repair where shop_id = :shop and case_number = :key", number)));
        assertThat(bay.row("select state from cases.case_file where shop_id = :shop and number = :key", number)).isNotEqualTo("CLOSED");
        assertThat(bay.completes("he", number, "receiveSpare", Map.of("serialRead", "SPARE-8", "condition", "good")).body()).contains("otherDevice");
        bay.done("he", number, "receiveSpare", Map.of("serialRead", "spare-7", "condition", "good"));
        bay.untilClosed(number, "REPAIRED");
        assertThat(view(number).path("spareState").asString()).isEqualTo("BACK");
    }

    @Test
    void aDeviceThatNeverComesBackIsAPersonsMatter() {
        String number = inTheWorkshop("RW12", 100);
        bay.done("he", number, "diagnoseGoods", Map.of("found", "NONE", "spareSerial", "SPARE-9"));
        bay.picked(number, "HOME-RW12", 1, "R-1");
        bay.until("asked for", () -> bay.has("he", number, "receiveSpare"));
        for (int term = 0; term < 3; term++) {
            passes("spare-return", number, "spareOverdue");
        }
        assertThat(bay.messages("RW12").stream().filter("备用机还没有收到"::equals)).as("two reminders, then a person").hasSizeLessThanOrEqualTo(2);
        assertThat(bay.completes("lin", number, "chaseSpare", Map.of("spareAnswer", "paid")).body()).as("money by its proof").contains("reference");
        bay.done("lin", number, "chaseSpare", Map.of("spareAnswer", "paid", "reference", "PAY-77", "note", "买家想留下"));

        bay.untilClosed(number, "NOT_REPAIRED");
        assertThat(view(number).path("spareState").asString()).isEqualTo("PAID");
    }
}

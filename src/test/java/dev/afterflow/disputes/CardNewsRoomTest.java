package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterflow.RoomTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** News of banks that come late, change their mind, ask again, or that nobody answers. */
@RoomTest
class CardNewsRoomTest extends CardHousehold {

    @Test
    void nobodyAnsweredAndTheBankDecidedOnTheFile() {
        String id = takenBack("CD5", "general");
        String number = caseOf("CD5");
        stand.timePasses(number, "deadlinePassed");
        assertThat(dispute(number).state()).isEqualTo(Dispute.State.DEFAULTED);
        till.decides(id, false);
        looked(id);
        stand.untilClosed(number, "LOST");
    }

    @Test
    void aBanksDisputeIsACaseOfItsOwnBesideAPlatformsAndBesideAnotherBanks() {
        paid("CD11");
        String platform = stand.disputed("CD11", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        looked(till.disputes("CD11-1", "product_not_received"));
        looked(till.disputes("CD11-1", "duplicate"));
        stand.until("three disputes", () -> stand.rows("select reason from disputes.dispute where shop_id = :shop and order_id = :key", "CD11").size() == 3);
        assertThat(stand.rows("select kind || ' ' || reason from disputes.dispute where shop_id = :shop and order_id = :key order by 1", "CD11"))
                .containsExactly("CHARGEBACK DUPLICATE", "CHARGEBACK NOT_RECEIVED", "PLATFORM NOT_RECEIVED");
        assertThat(stand.tasks(platform)).contains("decideDispute");
    }

    @Test
    void aLossNobodyHadHeardOfIsShownAllTheSame() {
        paid("CD6");
        String id = till.disputes("CD6-1", "product_unacceptable");
        till.decides(id, false);
        looked(id);
        String number = caseOf("CD6");
        stand.untilClosed(number, "LOST");
        assertThat(dispute(number).reason()).isEqualTo("QUALITY");
        assertThat(money(dispute(number))).isEqualTo("9900 0 9900 1500");
    }

    @Test
    void aBankThatAsksAgainIsAnsweredByAPersonAndOnlyOnceByMachine() {
        String id = takenBack("CD7", "product_not_received");
        String number = caseOf("CD7");
        approved(number);
        stand.until("the bank has it", () -> dispute(number).state() == Dispute.State.ANSWERED);
        asksAgain(id);
        looked(id);
        stand.until("another round", () -> stand.tasks(number).contains("decideDispute"));
        assertThat(dispute(number).round()).isEqualTo(2);
        assertThat(stand.timer(number, "deadlinePassed")).isCloseTo(dispute(number).times().dueAt(), within(5, ChronoUnit.SECONDS));
        gathered(number);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true, "reference", "dashboard"));
        assertThat(played(id, "submissions")).as("by machine once").isEqualTo("1");
        till.decides(id, true);
        looked(id);
        stand.untilClosed(number, "WON");
    }

    @Test
    void anInquiryThatBecomesAChargebackGoesOnAsOneAndOneThatEndsIsWithdrawn() {
        paid("CD8");
        String id = till.inquires("CD8-1", "product_not_received");
        looked(id);
        String number = caseOf("CD8");
        assertThat(dispute(number).kind()).isEqualTo(Dispute.Kind.INQUIRY);
        assertThat(money(dispute(number))).as("nothing is taken yet").isEqualTo("0 0 0 0");
        asksAgain(id);
        looked(id);
        stand.until("a chargeback", () -> dispute(number).kind() == Dispute.Kind.CHARGEBACK);
        stand.until("its deadline", () -> stand.timer(number, "deadlinePassed").isBefore(Instant.now().plus(Duration.ofDays(4))));

        paid("CD9");
        String quiet = till.inquires("CD9-1", "general");
        looked(quiet);
        String second = caseOf("CD9");
        till.decides(quiet, false);
        looked(quiet);
        stand.untilClosed(second, "WITHDRAWN");
    }
}

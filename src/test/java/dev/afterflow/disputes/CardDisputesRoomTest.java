package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.payments.ProviderTill;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Card disputes from the played Stripe's word to the closed case: one deadline, one submission, one book. */
@RoomTest
class CardDisputesRoomTest extends CardHousehold {

    @Autowired
    DisputeAnswering answering;

    @Test
    void aCardDisputeIsAnsweredOnceByTheBanksDeadlineAndWon() {
        String id = takenBack("CD1", "product_not_received");
        String number = caseOf("CD1");
        Dispute of = dispute(number);
        assertThat(of.kind()).isEqualTo(Dispute.Kind.CHARGEBACK);
        assertThat(List.of(of.platform(), of.matter(), of.reason(), of.words())).containsExactly("stripe", id, "NOT_RECEIVED", "product_not_received · 13.1");
        Instant due = chargebacks.find(stand.shop, "stripe", id).orElseThrow().dueBy();
        assertThat(of.times().dueAt()).isEqualTo(due);
        assertThat(of.times().told()).isTrue();
        assertThat(stand.timer(number, "deadlinePassed")).isCloseTo(due, within(5, ChronoUnit.SECONDS));
        assertThat(money(of)).isEqualTo("9900 0 0 1500");
        looked(id);
        looked(id);
        assertThat(stand.rows("select number from cases.case_file where shop_id = :shop and order_id = :key", "CD1")).as("told twice, one case").hasSize(1);

        approved(number);
        stand.until("the bank has it", () -> dispute(number).state() == Dispute.State.ANSWERED);
        assertThat(played(id, "submissions")).isEqualTo("1");
        assertThat(played(id, "evidence->>'shipping_tracking_number'")).isEqualTo("SFCD1");
        assertThat(played(id, "evidence->>'uncategorized_text'")).contains("底单与收件人一致", "CD1").doesNotContain("13800009876", "文二路8号");
        assertThat(played(id, "evidence->>'uncategorized_file'")).startsWith("file_");
        assertThat(played(id, "evidence->>'shipping_documentation'")).startsWith("file_");
        String sent = shown(number).at("/sent/0/number").asString();
        String again = transaction.execute(status -> answering.send(number));
        assertThat(again).as("a second pass of the token").isEqualTo(sent);
        assertThat(stand.tasks(number)).isEmpty();

        till.decides(id, true);
        looked(id);
        stand.untilClosed(number, "WON");
        assertThat(dispute(number).verdict()).isEqualTo(new Dispute.Decided("WON", "stripe · won · product_not_received · 13.1"));
        assertThat(money(dispute(number))).as("the money is back, the fee is not").isEqualTo("9900 9900 0 1500");
        assertThat(played(id, "submissions")).isEqualTo("1");
    }

    @Test
    void aVerdictThatComesWhileThePackIsLookedAtEndsIt() {
        String id = takenBack("CD2", "product_not_received");
        String number = caseOf("CD2");
        gathered(number);
        till.decides(id, false);
        looked(id);
        looked(id);
        stand.untilClosed(number, "LOST");
        assertThat(stand.tasks(number)).isEmpty();
        assertThat(played(id, "submissions")).isEqualTo("0");
        assertThat(money(dispute(number))).isEqualTo("9900 0 9900 1500");
        assertThat(shown(number).path("book").valueStream().mapToLong(line -> line.at("/amount/minor").asLong()).sum()).as("one book, summing to zero").isZero();
        assertThat(shown(number).path("book").valueStream().map(line -> line.path("account").asString())).contains("withheld/stripe", "provider/stripe", "fees/stripe", "chargebacks");
        assertThat(stand.books(number)).as("nothing is booked a second time").isEqualTo("0 0 0 0");
    }

    @Test
    void whoComesTooLateSendsNothing() {
        String id = takenBack("CD3", "product_not_received");
        String number = caseOf("CD3");
        gathered(number);
        till.decides(id, false);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.untilClosed(number, "LOST");
        stand.until("told that it came too late", () -> shown(number).at("/sent/0/state").asString().equals("REFUSED"));
        assertThat(stand.timeline(number)).anyMatch(entry -> entry.contains("银行已有结果"));
        assertThat(played(id, "submissions")).isEqualTo("0");
    }

    @Test
    void acceptingTakesTwoAndGoesThroughTheProvider() {
        String id = takenBack("CD4", "fraudulent");
        String number = caseOf("CD4");
        stand.done("zhao", number, "decideDispute", Map.of("position", "ACCEPT", "note", "确系盗刷"));
        assertThat(played(id, "status")).as("one person alone gives nothing up").isEqualTo("needs_response");
        stand.done("zhou", number, "confirmAcceptance", Map.of("answer", "yes"));
        stand.untilClosed(number, "ACCEPTED");
        assertThat(played(id, "status")).isEqualTo("lost");
        looked(id);
        assertThat(money(dispute(number))).isEqualTo("9900 0 9900 1500");
        assertThat(stand.books(number)).isEqualTo("0 0 0 0");
        assertThat(shown(number).path("sent").valueStream().map(each -> each.path("what").asString() + each.path("state").asString())).containsExactly("ACCEPTDONE");
    }

    @Test
    void verdictAndMoneyAreNotTypedInAndTheDisputeIsItsPaymentsShops() {
        paid("CD10");
        String id = till.disputes("CD10-1", "duplicate");
        String other = ProviderTill.shop(shops);
        Fence.within(List.of(other), () -> ProviderTill.looks(chargebacks, other, id));
        String number = caseOf("CD10");
        assertThat(dispute(number).shop()).isEqualTo(stand.shop);
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"听说输了\"}").status()).isEqualTo(409);
        String none = "{\"minor\":0,\"currency\":\"CNY\"}";
        assertThat(stand.as("xu").put("/api/cases/" + number + "/dispute/money", "{\"withheld\":%1$s,\"returned\":%1$s,\"lost\":%1$s,\"fee\":%1$s,\"note\":\"对账单\"}".formatted(none))
                .status()).isEqualTo(409);
        assertThat(money(dispute(number))).isEqualTo("9900 0 0 1500");
    }
}

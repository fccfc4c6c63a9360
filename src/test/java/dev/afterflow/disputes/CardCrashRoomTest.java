package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.CrashingBank;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A pack that two people made is with the bank once, whenever a node dies on the way there, and the case goes on. */
@RoomTest
class CardCrashRoomTest extends CardHousehold {

    @Autowired
    private CrashingBank bank;

    @ParameterizedTest(name = "crash at {0}")
    @ValueSource(strings = {"sent", "answered", "lost", "settled"})
    void aPackWhoseWayIsCutOffIsReadOnce(String step) {
        String order = "CR-" + step;
        String id = takenBack(order, "product_not_received");
        String number = caseOf(order);
        gathered(number);
        String sent = "DA-" + number + "-1";
        bank.holdsBack(sent, stand.shop);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.until("it is asked for", () -> shown(number).at("/sent/0/number").asString("").equals(sent));

        bank.carries(sent, step);

        stand.until("the bank has it", () -> dispute(number).state() == Dispute.State.ANSWERED);
        assertThat(played(id, "submissions")).isEqualTo("1");
        assertThat(shown(number).path("sent").size()).isEqualTo(1);
        assertThat(stand.tasks(number)).isEmpty();
    }
}

package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the marketplace takes no refusal, the desk is told before it decides and cannot refuse. */
@RoomTest
class TaobaoRefusalRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private final String tid = "71" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    private MarketFloor floor;

    @BeforeEach
    void aShop() {
        floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 8_800, "SHIPPED");
    }

    private String refund;

    private String asked(boolean cannotRefuse) {
        Map<String, Object> words = new HashMap<>(Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "88.00", "reason", "未收到货"));
        words.put("cannotRefuse", cannotRefuse);
        refund = floor.act("refunds", words).path("name").asString();
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        return number;
    }

    private Visitor.Answer refused(String number, String words) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", "refuse", "ground", "DELIVERY_PROOF", "words", words, "evidence", List.of(floor.attaches("lin", number))));
        floor.opened("lin", number, "reviewRequest").at("/data/marketGrounds").valueStream().findFirst().ifPresent(ground -> data.put("marketGround", ground.path("value").asString()));
        return floor.completes("lin", number, "reviewRequest", data);
    }

    private String state(String number) {
        return floor.row("select state from returns.return_request where shop_id = :shop and case_number = :key", number);
    }

    @Test
    void theDeskReadsTheRuleAndARefusalIsTurnedDownWithIt() {
        String number = asked(true);
        assertThat(floor.opened("lin", number, "reviewRequest").at("/data/marketRule").asString()).contains("cannot_refuse");
        Visitor.Answer answer = refused(number, "物流显示已签收，请见凭证");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("marketplaceForbids").contains("\"decision\"").contains("cannot_refuse");
        assertThat(state(number)).isEqualTo("REVIEW");
    }

    @Test
    void aTmallRefundRefusedHereIsRefusedThereWithProofEscalatedAndDecided() {
        String number = asked(false);
        assertThat(floor.opened("lin", number, "reviewRequest").at("/data/marketRule").asString()).isEmpty();
        assertThat(floor.opened("lin", number, "reviewRequest").at("/data/saidAt").asString()).contains("天猫");
        assertThat(refused(number, "长".repeat(201)).body()).contains("tooLongForMarketplace");
        Visitor.Answer answer = refused(number, "物流显示已签收，请见凭证");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        floor.until("refused there", () -> floor.deeds(refund).contains("REFUSED"));
        floor.until("the desk reads it", () -> floor.timeline(number).contains("拒绝已提交平台"));
        floor.act("act", Map.of("name", refund, "what", "STEP_IN"));
        floor.read();
        floor.task(number, "answerPlatform");
        floor.done("lin", number, "answerPlatform", Map.of("position", "contest", "words", "签收底单已提交"));
        floor.act("act", Map.of("name", refund, "what", "FOR_SELLER"));
        floor.read();
        floor.untilClosed(number, "PLATFORM_DISMISSED");
        assertThat(floor.deeds(refund)).containsExactly("REFUSED");
    }

    @Test
    void aReturnAgreedToHereIsAgreedToThere() {
        floor.sells(tid + "9", 8_800, "DELIVERED");
        refund = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid + "9", "type", "REFUND_AND_RETURN", "fee", "88.00", "reason", "七天无理由退换货")).path("name").asString();
        floor.read();
        String number = floor.caseOf(tid + "9");
        floor.until("agreed there", () -> floor.deeds(refund).contains("RETURN_AGREED"));
        floor.until("the desk reads it", () -> floor.timeline(number).contains("同意退回已提交平台"));
        assertThat(state(number)).isEqualTo("GOODS");
    }

    @Test
    void aRefusalOfWhatTheBuyerJustChangedIsDecidedAgain() {
        String number = asked(false);
        floor.act("act", Map.of("name", refund, "what", "MODIFY", "value", "88.00", "how", "silent"));
        assertThat(refused(number, "物流显示已签收，请见凭证").status()).isEqualTo(200);
        floor.until("it is looked at again", () -> state(number).equals("REVIEW") && floor.has("lin", number, "reviewRequest"));
        assertThat(floor.deeds(refund)).isEmpty();
    }
}

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
        floor.sells(tid, 8_800, true);
    }

    private String asked(boolean cannotRefuse) {
        Map<String, Object> words = new HashMap<>(Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "88.00", "reason", "未收到货"));
        words.put("cannotRefuse", cannotRefuse);
        floor.act("refunds", words);
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        return number;
    }

    private Visitor.Answer refused(String number) {
        return floor.completes("lin", number, "reviewRequest", Map.of("decision", "refuse", "ground", "DELIVERY_PROOF", "words", "物流显示已签收，请见凭证", "evidence",
            List.of(floor.attaches("lin", number))));
    }

    @Test
    void theDeskReadsTheRuleAndARefusalIsTurnedDownWithIt() {
        String number = asked(true);
        assertThat(floor.opened("lin", number, "reviewRequest").at("/data/marketRule").asString()).contains("cannot_refuse");
        Visitor.Answer answer = refused(number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("marketplaceForbids").contains("\"decision\"").contains("cannot_refuse");
        assertThat(floor.row("select state from returns.return_request where shop_id = :shop and case_number = :key", number)).isEqualTo("REVIEW");
    }

    @Test
    void whatTheMarketplaceLetsBeRefusedIsRefusedOnALawfulGround() {
        String number = asked(false);
        assertThat(floor.opened("lin", number, "reviewRequest").at("/data/marketRule").asString()).isEmpty();
        Visitor.Answer answer = refused(number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}

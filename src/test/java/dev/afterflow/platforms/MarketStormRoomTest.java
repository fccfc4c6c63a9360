package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers are lost, calls fail and are too many, by a seed: each refund is given once all the same, and each request ends. */
@RoomTest
class MarketStormRoomTest {

    private static final long SEED = 20261130L;
    private static final int REFUNDS = 16;

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private final SplittableRandom chance = new SplittableRandom(SEED);

    @Test
    void whateverIsLostOrFailsEachRefundIsGivenOnceAndEachRequestEnds() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        Map<String, String> numbers = new LinkedHashMap<>();
        List<PlatformMatter> matters = new ArrayList<>();
        for (int i = 0; i < REFUNDS; i++) {
            floor.act("refunds", Map.of("shop", floor.shop, "tid", "95000" + i, "fee", (10 + i) + ".00", "how", "silent"));
        }
        floor.read();
        floor.rows("select name from sandbox.market_thing where shop = :shop and name <> :key", "").forEach(name -> matters.add(floor.matter(name, State.ASKED)));
        floor.tx.executeWithoutResult(status -> matters.forEach(each -> numbers.put(each.id(),
            floor.ask(Kind.AGREE_REFUND, each.id(), each.version(), each.amount(), null, null, Map.of()))));
        floor.until("each request ended", () -> {
            trouble(floor);
            numbers.values().forEach(floor::hurry);
            return numbers.values().stream().allMatch(number -> "DONE".equals(floor.state(number)));
        });
        matters.forEach(each -> assertThat(floor.deeds(each.id())).as(each.id()).containsExactly("GIVEN"));
    }

    /** A window of an unclear answer passes, and the next call meets something. */
    private void trouble(MarketFloor floor) {
        floor.tx.executeWithoutResult(status -> floor.books.sql("""
            update platforms.request set sent_at = sent_at - interval '1 hour' where shop_id = :shop and state = 'SENDING' and sent_at < now() - interval '3 seconds'""")
            .param("shop", floor.shop).update());
        int what = chance.nextInt(30);
        if (what < 3) {
            floor.act("fault", Map.of("shop", floor.shop, "method", what == 2 ? "taobao.refund.get" : "taobao.rp.refunds.agree", "how", what == 0 ? "LOSE" : "FAIL"));
        } else if (what == 3) {
            floor.act("limit", Map.of("shop", floor.shop, "calls", 1));
        }
    }
}

package dev.afterflow.faults;

import dev.afterflow.cluster.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** What is always bad outside during a mixed run: now and then an answer of the marketplace is lost after the deed, or it does nothing and fails; a carrier loses its answers. */
final class MixedWeather implements AutoCloseable {

    private static final List<String> WRITES = List.of("taobao.rp.refunds.agree", "taobao.rp.returngoods.agree", "taobao.refund.refuse", "taobao.refund.message.add",
            "taobao.traderate.explain.add", "taobao.trade.memo.update");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MixedWorld world;
    private final SplittableRandom chance;
    private final Thread thread = new Thread(this::blow, "weather");
    private volatile boolean over;

    MixedWeather(MixedWorld world, long seed) {
        this.world = world;
        this.chance = new SplittableRandom(seed);
        thread.setDaemon(true);
        thread.start();
    }

    private void blow() {
        for (int turn = 0; !over; turn++) {
            fault(WRITES.get(chance.nextInt(WRITES.size())), chance.nextInt(3) == 0 ? "FAIL" : "LOSE");
            if (turn % 40 == 10) {
                world.carriers.weather("work-order/yuantong", "LOST_ANSWER");
            } else if (turn % 40 == 30) {
                world.carriers.weather("work-order/yuantong", "CLEAR");
            }
            Patience.lasts(Duration.ofMillis(300));
        }
        world.carriers.weather("work-order/yuantong", "CLEAR");
    }

    private void fault(String method, String how) {
        world.cluster.sandbox().press("markets/fault", JSON.writeValueAsString(Map.of("shop", Buyers.SHOP, "method", method, "how", how)));
    }

    /** The whole marketplace is so for a while: SLOW, FAIL. */
    void market(String sky, Duration time) {
        world.field.diary.note("F4", "taobao is " + sky + " for " + time.toSeconds() + " s");
        press(sky);
        Patience.lasts(time);
        press("CLEAR");
        world.field.diary.over("F4 taobao " + sky);
    }

    private void press(String sky) {
        world.cluster.sandbox().press("markets/weather", JSON.writeValueAsString(Map.of("market", "taobao", "shop", Buyers.SHOP, "sky", sky))).orElseThrow();
    }

    /** From now on the sky is clear. */
    @Override
    public void close() {
        over = true;
        Patience.until("the weather is over", Duration.ofSeconds(30), () -> !thread.isAlive());
    }
}

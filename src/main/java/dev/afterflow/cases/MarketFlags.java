package dev.afterflow.cases;

import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets the flag and the memo of an order at the marketplace it came from, as somebody remarked it on the case. */
@Component
class MarketFlags {

    private static final String OURS = "FLAG-";

    private final Platforms platforms;
    private final JdbcCases store;
    private final Timeline timeline;

    MarketFlags(Platforms platforms, JdbcCases store, Timeline timeline) {
        this.platforms = platforms;
        this.store = store;
        this.timeline = timeline;
    }

    /** The marketplace that would take it by machine; empty where none does, and of a case without an order. */
    Optional<String> at(Case of) {
        return of.orderId() == null ? Optional.empty()
                : platforms.does(of.shop(), Kind.FLAG, of.orderId(), store.told(of.number()).stream().map(Cases.Told::source).toList());
    }

    /** In the remark's own transaction; {@link Problem} 422 where no marketplace takes it. */
    void set(Case of, long remark, Remarks.Flag flag, String reason) {
        String market = at(of).orElseThrow(() -> Problem.invalid("market", "noMarketplace", "这个订单所在的平台没有可用的接口设置旗帜",
                "No marketplace of this order takes a flag by machine"));
        platforms.send(new PlatformRequest(OURS + remark, of.number(), of.shop(), Kind.FLAG, of.orderId(), null, null, null, reason.strip() + "（" + of.number() + "）",
                Map.of(Word.FLAG.name(), String.valueOf(flag.ordinal() + 1), Word.MARKET.name(), market)));
    }

    @EventListener(condition = "#answered.number().startsWith('FLAG-')")
    void answered(PlatformAnswered answered) {
        boolean done = answered.verdict() == PlatformAnswered.Verdict.DONE;
        timeline.add(answered.caseNumber(), "REMARK", done ? "平台订单的旗帜和备注已设置" : "平台订单的旗帜和备注还没有设置：" + answered.words().zh(),
                done ? "Flag and memo are set on the order at the marketplace" : "Flag and memo are not set on the order at the marketplace: " + answered.words().en(),
                Map.of("verdict", answered.verdict().name()));
    }
}

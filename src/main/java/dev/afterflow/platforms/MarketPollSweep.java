package dev.afterflow.platforms;

import dev.afterflow.connections.Connections;
import dev.afterflow.database.Fence;
import dev.afterflow.dispatch.Outbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that every feed of every connected shop is being read, also after somebody connected a shop or a row was lost. */
@Component
class MarketPollSweep {

    private final Markets markets;
    private final Connections connections;
    private final PlatformSettings settings;
    private final Outbox outbox;

    MarketPollSweep(Markets markets, Connections connections, PlatformSettings settings, Outbox outbox) {
        this.markets = markets;
        this.connections = connections;
        this.settings = settings;
        this.outbox = outbox;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT20S")
    void look() {
        markets.all().forEach(market -> Fence.everywhere(() -> shops(market)).forEach(shop -> read(market, shop)));
    }

    /** Starts reading this shop's feeds now. */
    void read(Marketplace market, String shop) {
        if (!market.serves(shop)) {
            return;
        }
        Fence.within(List.of(shop), () -> Stream.concat(market.feeds().stream(), market.hasQueue() ? Stream.of(MarketPoll.QUEUE) : Stream.empty())
            .forEach(feed -> outbox.ensure(MarketPoll.KIND, MarketHints.lane(MarketPoll.KIND, shop), MarketPoll.ref(shop, market.word(), feed), shop)));
    }

    private List<String> shops(Marketplace market) {
        return Stream.concat(connections.shopsUsing(market.word()).stream(),
            settings.played().entrySet().stream().filter(each -> each.getValue().equals(market.word())).map(Map.Entry::getKey)).distinct().toList();
    }
}

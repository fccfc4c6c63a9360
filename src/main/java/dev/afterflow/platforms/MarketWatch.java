package dev.afterflow.platforms;

import dev.afterflow.database.Fence;
import dev.afterflow.platforms.JdbcHints.Source;
import dev.afterflow.platforms.Marketplace.Hint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks twice a day at what changes without a word: reviews a buyer may change for thirty days. */
@Component
class MarketWatch {

    private static final Duration CHANGEABLE = Duration.ofDays(30);
    private static final Duration AGAIN = Duration.ofHours(12);
    private static final int MOST = 200;

    private final Markets markets;
    private final JdbcPlatformMatters matters;
    private final MarketHints hints;
    private final Clock clock;
    private final TransactionTemplate tx;

    MarketWatch(Markets markets, JdbcPlatformMatters matters, MarketHints hints, Clock clock, TransactionTemplate tx) {
        this.markets = markets;
        this.matters = matters;
        this.hints = hints;
        this.clock = clock;
        this.tx = tx;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void look() {
        Instant now = clock.instant();
        markets.all().forEach(market -> market.watched().ifPresent(watched -> Fence.everywhere(() -> tx.execute(status ->
            matters.unwatched(market.word(), watched.words(), now.minus(CHANGEABLE), now.minus(AGAIN), MOST))).forEach(matter -> ask(matter, watched.feed(), now))));
    }

    /** One question a half day, however many nodes look. */
    private void ask(PlatformMatter matter, String feed, Instant now) {
        String event = "watch@" + matter.id() + "@" + now.getEpochSecond() / AGAIN.toSeconds();
        Fence.within(List.of(matter.shop()), () -> hints.take(matter.shop(), matter.platform(), List.of(new Hint(feed, matter.id(), event)), Source.POLL, null));
    }
}

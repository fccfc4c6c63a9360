package dev.afterflow.platforms;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.platforms.JdbcHints.Source;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Page;
import dev.afterflow.platforms.Marketplace.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one feed of a shop again and again, pushes or not: from its mark back by the overlap, no more time at once than comes in a few pages,
 * and the mark moves only after every page of it was kept. Also empties the marketplace's queue, whose words are confirmed after they are kept.
 */
@Component
class MarketPoll implements Courier {

    static final String KIND = "platform-poll";
    static final String QUEUE = "queue";
    private static final Duration LONGEST = Duration.ofDays(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** What changed before a shop was connected is asked for this far back. */
    private static final Duration FIRST = Duration.ofDays(15);
    private static final int MOST_PAGES = 8;

    private final Markets markets;
    private final MarketHints hints;
    private final JdbcMarks marks;
    private final Outbox outbox;
    private final PlatformSettings settings;
    private final TransactionTemplate tx;

    MarketPoll(Markets markets, MarketHints hints, JdbcMarks marks, Outbox outbox, PlatformSettings settings, TransactionTemplate tx) {
        this.markets = markets;
        this.hints = hints;
        this.marks = marks;
        this.outbox = outbox;
        this.settings = settings;
        this.tx = tx;
    }

    static String ref(String shop, String platform, String feed) {
        return shop + "/" + platform + "/" + feed;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return MarketHints.lanes(KIND);
    }

    @Override
    public void carry(Parcel parcel) {
        String[] name = parcel.ref().split("/", 3);
        Marketplace market = markets.named(name[1]).filter(each -> each.serves(name[0])).orElse(null);
        if (market == null) {
            outbox.done(KIND, parcel.ref());
            return;
        }
        try {
            boolean more = name[2].equals(QUEUE) ? empty(market, name[0]) : read(parcel, market, name[0], name[2]);
            outbox.again(KIND, parcel.ref(), more ? Duration.ZERO : name[2].equals(QUEUE) ? settings.queueEvery() : settings.pollEvery());
        } catch (Away away) {
            outbox.later(KIND, parcel.ref(), away.isTurn() ? MarketHints.turn() : settings.pollEvery(), away.code());
        }
    }

    /** True when there is more to read right away. */
    private boolean read(Parcel parcel, Marketplace market, String shop, String feed) throws Away {
        Instant now = tx.execute(status -> marks.now());
        JdbcMarks.Mark mark = tx.execute(status -> marks.of(shop, market.word(), feed, now.minus(FIRST)));
        Instant to = earlier(mark.upTo().plus(mark.span()), now);
        Instant from = mark.upTo().minus(settings.overlap());
        String cursor = null;
        int pages = 0;
        do {
            if (!outbox.stillMine(parcel)) {
                return true;
            }
            Page page = market.list(shop, feed, from, to, cursor);
            if ((page.tooMany() || ++pages > MOST_PAGES) && mark.span().compareTo(SHORTEST) > 0) {
                shorten(market, shop, feed, mark);
                return true;
            }
            hints.take(shop, market.word(), page.hints(), Source.POLL, null);
            cursor = page.next();
        } while (cursor != null);
        tx.executeWithoutResult(status -> marks.reached(shop, market.word(), feed, to, shorter(mark.span().multipliedBy(2), LONGEST)));
        return to.isBefore(now);
    }

    private void shorten(Marketplace market, String shop, String feed, JdbcMarks.Mark mark) {
        Duration half = mark.span().dividedBy(2);
        tx.executeWithoutResult(status -> marks.stuck(shop, market.word(), feed, "more than a few pages at once", half.compareTo(SHORTEST) < 0 ? SHORTEST : half));
    }

    private boolean empty(Marketplace market, String shop) throws Away {
        List<Queued> waiting = market.queue(shop);
        waiting.stream().filter(each -> each.hint() != null).forEach(each -> hints.take(shop, market.word(), List.of(each.hint()), Source.PUSH, each.body()));
        if (!waiting.isEmpty()) {
            market.confirm(shop, waiting);
        }
        return !waiting.isEmpty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

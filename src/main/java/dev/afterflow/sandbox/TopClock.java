package dev.afterflow.sandbox;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The played Taobao's clock: a term nobody kept ends as its rules say, without anybody pressing a button. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopClock {

    private final MarketBooks books;
    private final TopActs acts;
    private final Clock clock;

    TopClock(MarketBooks books, TopActs acts, Clock clock) {
        this.books = books;
        this.acts = acts;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15S")
    void look() {
        books.overdue(TopReads.time(clock.instant())).forEach(name -> acts.act(name, "TIMEOUT", null, "once"));
    }
}

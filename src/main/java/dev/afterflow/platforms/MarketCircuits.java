package dev.afterflow.platforms;

import dev.afterflow.connections.Circuits;
import dev.afterflow.connections.Outbound;
import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.platforms.Marketplace.Away;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The ways to marketplaces, {@code marketplace/shop}; a shop the marketplace told to slow down is still for as long as it was told. */
@Component
class MarketCircuits extends Circuits {

    /** Why nothing was sent: it was not this shop's turn. */
    static final String PACE = "PACE";
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Clock clock;
    private final Map<String, Still> still = new ConcurrentHashMap<>();

    MarketCircuits(Outbound outbound, PlatformSettings settings, Clock clock) {
        super(outbound, "platforms", settings.openFor(), MOST_BYTES);
        this.clock = clock;
    }

    /** A clock that stands well before {@code since} was ahead when it was told; a moment is only two who were told at once. */
    private record Still(Instant since, Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(since.minus(MOMENT)) && now.isBefore(until);
        }

        Still longer(Still other) {
            return other.since.isBefore(since.minus(MOMENT)) || other.until.isAfter(until) ? other : this;
        }
    }

    /** Calls unless the way is closed, full or still. */
    Heard reach(String circuit, String method, URI address, Map<String, String> headers, byte[] body) throws Away {
        Still told = still.get(circuit);
        if (told != null && told.holds(clock.instant())) {
            throw new Away(PACE, false);
        }
        try {
            return call(circuit, method, address, headers, body);
        } catch (Closed closed) {
            throw new Away(closed.getMessage(), false);
        } catch (IOException noAnswer) {
            throw new Away(noAnswer.getMessage() != null && noAnswer.getMessage().startsWith("HTTP_") ? noAnswer.getMessage() : "NO_ANSWER", true);
        }
    }

    /** The marketplace told this shop to wait. */
    void still(String circuit, Duration wait) {
        Instant now = clock.instant();
        still.merge(circuit, new Still(now, now.plus(wait)), Still::longer);
    }

    /** This way, while it is not closed. */
    List<String> open(String circuit) {
        return open().stream().map(Open::circuit).filter(circuit::equals).toList();
    }
}

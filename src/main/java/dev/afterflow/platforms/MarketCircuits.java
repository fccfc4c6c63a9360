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
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Clock clock;
    private final Map<String, Instant> still = new ConcurrentHashMap<>();

    MarketCircuits(Outbound outbound, PlatformSettings settings, Clock clock) {
        super(outbound, "platforms", settings.openFor(), MOST_BYTES);
        this.clock = clock;
    }

    /** Calls unless the way is closed, full or still. */
    Heard reach(String circuit, String method, URI address, Map<String, String> headers, byte[] body) throws Away {
        if (clock.instant().isBefore(still.getOrDefault(circuit, Instant.EPOCH))) {
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
        still.merge(circuit, clock.instant().plus(wait), (known, told) -> known.isAfter(told) ? known : told);
    }

    /** This way, while it is not closed. */
    List<String> open(String circuit) {
        return open().stream().map(Open::circuit).filter(circuit::equals).toList();
    }
}

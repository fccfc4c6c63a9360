package dev.afterflow.platforms;

import dev.afterflow.connections.Outbound;
import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.platforms.Marketplace.Away;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * One circuit and four places for each shop at each marketplace: whoever is slow or fails is left alone for a while and holds up no other
 * shop, and a shop the marketplace told to slow down is still for as long as it was told.
 */
@Component
class MarketCircuits {

    /** Why nothing was sent: all places were taken, or it was not this shop's turn. */
    static final String BUSY = "BUSY";
    static final String PACE = "PACE";
    private static final int PLACES = 4;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Outbound outbound;
    private final Clock clock;
    private final CircuitBreakerRegistry breakers;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final Map<String, Instant> still = new ConcurrentHashMap<>();

    MarketCircuits(Outbound outbound, PlatformSettings settings, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(10)
            .minimumNumberOfCalls(4).failureRateThreshold(50).slowCallDurationThreshold(Duration.ofSeconds(5)).slowCallRateThreshold(50)
            .waitDurationInOpenState(settings.openFor()).permittedNumberOfCallsInHalfOpenState(2).build());
        breakers.getEventPublisher().onEntryAdded(added -> Metrics.gauge("afterflow.platforms.circuit.open", Tags.of("circuit", added.getAddedEntry().getName()),
            added.getAddedEntry(), breaker -> breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1));
    }

    /** Calls unless the way is closed, full or still. */
    Heard call(String circuit, String method, URI address, Map<String, String> headers, byte[] body) throws Away {
        if (clock.instant().isBefore(still.getOrDefault(circuit, Instant.EPOCH))) {
            throw new Away(PACE, false);
        }
        Semaphore place = places.computeIfAbsent(circuit, name -> new Semaphore(PLACES));
        if (!place.tryAcquire()) {
            throw new Away(BUSY, false);
        }
        try {
            return breakers.circuitBreaker(circuit).executeCallable(() -> answered(outbound.call(method, address, headers, body, MOST_BYTES)));
        } catch (CallNotPermittedException open) {
            throw new Away("CIRCUIT_OPEN", false);
        } catch (IOException noAnswer) {
            throw new Away(noAnswer.getMessage() != null && noAnswer.getMessage().startsWith("HTTP_") ? noAnswer.getMessage() : "NO_ANSWER", true);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            place.release();
        }
    }

    /** The marketplace told this shop to wait. */
    void still(String circuit, Duration wait) {
        still.merge(circuit, clock.instant().plus(wait), (known, told) -> known.isAfter(told) ? known : told);
    }

    /** The circuits of a shop that are not closed. */
    List<String> open(String circuit) {
        return breakers.getAllCircuitBreakers().stream().filter(breaker -> breaker.getName().equals(circuit) && breaker.getState() != CircuitBreaker.State.CLOSED)
            .map(CircuitBreaker::getName).toList();
    }

    List<String> open() {
        return breakers.getAllCircuitBreakers().stream().filter(breaker -> breaker.getState() != CircuitBreaker.State.CLOSED).map(CircuitBreaker::getName).sorted().toList();
    }

    /** An answer of 5xx is no answer. */
    private static Heard answered(Heard heard) throws IOException {
        if (heard.status() >= 500) {
            throw new IOException("HTTP_" + heard.status());
        }
        return heard;
    }
}

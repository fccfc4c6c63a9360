package dev.afterflow.connections;

import dev.afterflow.connections.Outbound.Heard;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * One circuit and four places for each way to a partner in a shop's name: whoever is slow, drips or fails is left alone for a while
 * after at most ten calls, and holds up nobody else. It is tried again by itself.
 */
public class Circuits {

    /** Why nothing was sent: all places were taken. */
    public static final String BUSY = "BUSY";
    private static final int PLACES = 4;

    private final Outbound outbound;
    private final int most;
    private final CircuitBreakerRegistry breakers;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    /**
     * @param room whose ways these are, in the name of their figure
     * @param openFor how long a partner that failed is left alone
     * @param most the longest answer taken, in bytes
     */
    protected Circuits(Outbound outbound, String room, Duration openFor, int most) {
        this.outbound = outbound;
        this.most = most;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(10)
            .minimumNumberOfCalls(4).failureRateThreshold(50).slowCallDurationThreshold(Duration.ofSeconds(5)).slowCallRateThreshold(50)
            .waitDurationInOpenState(openFor).permittedNumberOfCallsInHalfOpenState(2).build());
        breakers.getEventPublisher().onEntryAdded(added -> Metrics.gauge("afterflow." + room + ".circuit.open", Tags.of("circuit", added.getAddedEntry().getName()),
            added.getAddedEntry(), breaker -> breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1));
    }

    /** The way is closed now: nothing was sent. */
    public static class Closed extends IOException {

        public Closed(String why) {
            super(why);
        }
    }

    /** A circuit that is not closed. */
    public record Open(String circuit, String state, int calls, int failed) {
    }

    /** Calls unless the way is closed or full; throws {@link Closed} when nothing was sent, {@link IOException} when it is unknown what came of it. */
    public Heard call(String circuit, String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        Semaphore place = places.computeIfAbsent(circuit, name -> new Semaphore(PLACES));
        if (!place.tryAcquire()) {
            throw new Closed(BUSY);
        }
        try {
            return breakers.circuitBreaker(circuit).executeCallable(() -> answered(outbound.call(method, address, headers, body, most)));
        } catch (CallNotPermittedException open) {
            throw new Closed("CIRCUIT_OPEN");
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            place.release();
        }
    }

    /** An answer of 5xx is no answer. */
    private static Heard answered(Heard heard) throws IOException {
        if (heard.status() >= 500) {
            throw new IOException("HTTP_" + heard.status());
        }
        return heard;
    }

    /** In the order of their names. */
    public List<Open> open() {
        return breakers.getAllCircuitBreakers().stream().filter(breaker -> breaker.getState() != CircuitBreaker.State.CLOSED)
            .map(breaker -> new Open(breaker.getName(), breaker.getState().name(), breaker.getMetrics().getNumberOfBufferedCalls(),
                breaker.getMetrics().getNumberOfFailedCalls())).sorted(Comparator.comparing(Open::circuit)).toList();
    }
}

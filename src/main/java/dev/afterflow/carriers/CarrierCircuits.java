package dev.afterflow.carriers;

import dev.afterflow.connections.Outbound;
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
import org.springframework.stereotype.Component;

/**
 * One circuit and four places for each way to a carrier in a shop's name: whoever is slow, drips or fails is left alone for a while
 * after at most ten calls, and holds up nobody else. It is tried again by itself.
 */
@Component
class CarrierCircuits {

    static final int PLACES = 4;
    /** Why nothing was sent: all places were taken. */
    static final String BUSY = "BUSY";
    private static final int MOST_BYTES = 1024 * 1024;

    private final Outbound outbound;
    private final CircuitBreakerRegistry breakers;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    CarrierCircuits(Outbound outbound, CarrierSettings settings) {
        this.outbound = outbound;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(10)
            .minimumNumberOfCalls(4).failureRateThreshold(50).slowCallDurationThreshold(Duration.ofSeconds(5)).slowCallRateThreshold(50)
            .waitDurationInOpenState(settings.openFor()).permittedNumberOfCallsInHalfOpenState(2).build());
        breakers.getEventPublisher().onEntryAdded(added -> Metrics.gauge("afterflow.carriers.circuit.open", Tags.of("circuit", added.getAddedEntry().getName()),
            added.getAddedEntry(), breaker -> breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1));
    }

    /** The way is closed now: nothing was sent. */
    static class Closed extends IOException {

        Closed(String why) {
            super(why);
        }
    }

    /** A circuit that is not closed. */
    record Open(String circuit, String state, int calls, int failed) {
    }

    /** Calls unless the way is closed or full; throws {@link Closed} when nothing was sent, {@link IOException} when it is unknown what came of it. */
    Heard call(String circuit, String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        Semaphore place = places.computeIfAbsent(circuit, name -> new Semaphore(PLACES));
        if (!place.tryAcquire()) {
            throw new Closed(BUSY);
        }
        try {
            return breakers.circuitBreaker(circuit).executeCallable(() -> answered(outbound.call(method, address, headers, body, MOST_BYTES)));
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

    List<Open> open() {
        return breakers.getAllCircuitBreakers().stream().filter(breaker -> breaker.getState() != CircuitBreaker.State.CLOSED)
            .map(breaker -> new Open(breaker.getName(), breaker.getState().name(), breaker.getMetrics().getNumberOfBufferedCalls(),
                breaker.getMetrics().getNumberOfFailedCalls())).sorted(Comparator.comparing(Open::circuit)).toList();
    }

    /** The open ones of a shop's account with a service. */
    List<Open> open(String source, String shop) {
        return open().stream().filter(each -> each.circuit().startsWith(source + "/") && each.circuit().endsWith("/" + shop)).toList();
    }
}

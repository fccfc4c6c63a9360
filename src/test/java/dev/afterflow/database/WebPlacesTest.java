package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class WebPlacesTest {

    private final WebPlaces places = new WebPlaces(1, Duration.ofMillis(20));

    @Test
    void aRequestThatFindsNoPlaceInTimeIsRefusedAsBusy() {
        inRequest(places::enter);

        assertThatThrownBy(() -> inRequest(places::enter)).hasCauseInstanceOf(CannotCreateTransactionException.class);
    }

    @Test
    void aPlaceGivenBackServesTheNext() {
        inRequest(() -> {
            places.enter();
            places.leave();
        });

        inRequest(() -> {
            places.enter();
            assertThat(places.held()).isTrue();
        });
    }

    @Test
    void aTransactionInsideAnotherNeedsNoSecondPlace() {
        inRequest(() -> {
            places.enter();
            places.enter();
            places.leave();
            assertThat(places.held()).isTrue();
            places.leave();
            assertThat(places.held()).isFalse();
        });
    }

    @Test
    void jobsAndTheDispatcherNeedNone() {
        inRequest(places::enter);
        places.enter();

        assertThat(places.held()).isFalse();
        places.leave();
    }

    private static void inRequest(Runnable work) {
        CompletableFuture.runAsync(() -> {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
            try {
                work.run();
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }, task -> new Thread(task).start()).join();
    }
}

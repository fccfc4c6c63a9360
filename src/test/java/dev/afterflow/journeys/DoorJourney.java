package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A newcomer opens the product. */
@RoomTest
class DoorJourney {

    @LocalServerPort
    int port;

    @Test
    void theFirstPageAsksWhoIsThere() {
        try (Visit visit = new Visit("http://localhost:" + port)) {
            visit.open("/");
            assertThat(visit.page()).hasTitle("Afterflow");
            visit.picture("first-page");
            visit.nothingWentWrong("401");
        }
    }
}

package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sandbox's buyer answers an offer through the letterbox, over HTTP and with the sandbox's key. */
@RoomTest
class BuyerWordsRoomTest {

    @LocalServerPort
    int port;

    @Test
    void theBuyersNumberReachesTheCase() {
        Visitor lin = Visitor.as("lin", port);
        String number = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"选哪个？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();

        Visitor.Answer written = lin.post("/sandbox/world/choose", "{\"caseNumber\":\"%s\",\"number\":2}".formatted(number));

        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.json().at("/answer/accepted").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> lin.get("/api/cases/" + number + "/timeline").json().path("items").valueStream()
                .anyMatch(entry -> entry.path("kind").asString().equals("MESSAGE") && entry.at("/data/words").asString().equals("2")));
    }

    @Test
    void aButtonWithoutWordsIsRefused() {
        Visitor lin = Visitor.as("lin", port);
        assertThat(lin.post("/sandbox/world/choose", "{\"caseNumber\":\"LT-1\"}").status()).isEqualTo(422);
        assertThat(lin.post("/sandbox/world/choose", "{\"caseNumber\":\"LT-1\",\"number\":1,\"text\":\"1\"}").status()).isEqualTo(422);
    }
}

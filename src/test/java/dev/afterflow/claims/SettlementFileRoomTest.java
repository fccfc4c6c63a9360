package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.security.Visitor.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A carrier's statement is money: who answers for receipts brings it as a file, and nobody else does. */
@RoomTest
class SettlementFileRoomTest extends ClaimStory {

    private static final String WISH = """
            {"shop":"lanting","kind":"%s","name":"账单 %s","mapping":{"main":"main","timeZone":"Asia/Shanghai","currency":"CNY","decimal":".",
             "dates":["yyyy-MM-dd HH:mm:ss"],"files":{"main":{}},"fields":{"carrier":{"column":"carrier"},"lineId":{"column":"line"},
             "claimNo":{"column":"claim"},"amount":{"column":"amount","as":"money"},"paidAt":{"column":"at","as":"instant"}}},"files":{"main":"bill.csv"}}""";

    @Test
    void financeBringsTheStatementAndTheClaimIsPaidOnceHoweverOftenItIsBrought() {
        String claimNo = filed(9_000);
        Visitor xu = Visitor.as("xu", port);
        for (int times = 0; times < 2; times++) {
            Answer taken = bring(xu, "settlements", claimNo);
            assertThat(taken.status()).as(taken.body()).isEqualTo(202);
            String door = "/api/imports/" + taken.json().path("id").asString();
            await().atMost(Duration.ofSeconds(30)).until(() -> xu.get(door).json().path("state").asString().equals("DONE"));
            assertThat(xu.get(door).json().path("rejected").asInt()).isZero();
            assertThat(Visitor.as("owner", port).get(door).status()).as("who may not bring it does not see it").isEqualTo(404);
        }
        awaitState(claimNo, "PAID");
        assertThat(books(claimNo)).isEqualTo("0 9000 0 0");
    }

    @Test
    void whoWorksTheClaimsBringsNoMoneyForThem() {
        for (String who : List.of("zhao", "owner", "admin")) {
            Answer refused = bring(Visitor.as(who, port), "settlements", "CNOBODY");
            assertThat(refused.status()).as(who + " " + refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("imports.notYours");
        }
        assertThat(bring(lin, "settlements", "CNOBODY").status()).isEqualTo(403);
    }

    @Test
    void financeBringsNothingElse() {
        Visitor xu = Visitor.as("xu", port);
        assertThat(bring(xu, "orders", "CNOBODY").body()).contains("imports.notYours");
        assertThat(bring(xu, "statements", "CNOBODY").body()).contains("machineOnly");
        assertThat(xu.get("/api/imports?limit=200").json().path("items").findValuesAsString("kind")).allMatch("settlements"::equals);
    }

    private Answer bring(Visitor who, String kind, String claimNo) {
        String bill = "carrier,line,claim,amount,at\n" + carrier + ",F-" + tag + "," + claimNo + ",90.00,2026-11-20 10:00:00\n";
        return who.upload("/api/imports", List.of(new Part("job", null, "application/json", WISH.formatted(kind, tag).getBytes(StandardCharsets.UTF_8)),
                new Part("files", "bill.csv", "text/csv", bill.getBytes(StandardCharsets.UTF_8))));
    }
}

package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two owners release a process that walks past the approval: the door of the money stays shut. */
@RoomTest
class WeakenedModelsRoomTest extends CounterRoom {

    private static final String FILE = "refund-settlement.bpmn";
    private String hash;

    @BeforeEach
    void twoOwnersReleaseAProcessThatAsksNobody() {
        JsonNode model = counter.as("owner").get("/api/studio/models/" + FILE).json();
        hash = model.at("/entry/hash").asString();
        String weakened = model.path("text").asString().replace("${team == 'none'}", "${team != 'nobody'}");
        releases(counter.as("owner").upload("/api/studio/proposals", List.of(
                new Visitor.Part("note", null, "text/plain", "skip it".getBytes(StandardCharsets.UTF_8)),
                new Visitor.Part("files", FILE, "text/xml", weakened.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void aProcessThatSkipsTheApprovalMovesNoMoney() {
        counter.sells("WM-1", 200_000, true);
        String number = counter.asks("WM-1", "未收到货", "1", "OPEN");
        counter.until("review", () -> counter.has("lin", number, "reviewRequest"));

        refused(number, counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "2000.00")));

        assertThat(counter.moneyLog("WM-1")).isEmpty();
    }

    /** A supervisor may approve what a supervisor reviewed, but not alone for a buyer who sent three empty parcels. */
    @Test
    void aProcessThatSkipsTheRiskReviewMovesNoMoneyHoweverHighTheReviewer() {
        counter.sells("WR-0", 9_900, true);
        String trusted = counter.asks("WR-0", "未收到货", "1", "OPEN");
        counter.until("review", () -> counter.has("zhou", trusted, "reviewRequest"));
        assertThat(counter.completes("zhou", trusted, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")).status()).isEqualTo(200);
        counter.untilClosed(trusted, "REFUNDED");
        for (String order : List.of("WR-1", "WR-2", "WR-3", "WR-4")) {
            counter.sells(order, 9_900, true);
            counter.asks(order, "未收到货", "1", "OPEN");
        }
        transaction.executeWithoutResult(status -> sql.sql("""
                update returns.return_request set suspect_at = now(), buyer_id = 'buyer-WR-4' where shop_id = :shop and order_id in ('WR-1', 'WR-2', 'WR-3')
                """).param("shop", counter.shop).update());
        String number = counter.row("select number from cases.case_file where shop_id = :shop and order_id = :key", "WR-4");
        counter.until("review", () -> counter.has("zhou", number, "reviewRequest"));

        refused(number, counter.completes("zhou", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")));

        assertThat(counter.moneyLog("WR-4")).isEmpty();
    }

    private void refused(String number, Answer agreed) {
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(403);
        assertThat(agreed.json().path("code").asString()).isEqualTo("returns.notApproved");
        assertThat(counter.has("lin", number, "reviewRequest")).isTrue();
    }

    @AfterEach
    void theProcessIsAsItWas() {
        releases(counter.as("owner").post("/api/studio/roll-backs", json.writeValueAsString(Map.of("file", FILE, "hash", hash, "note", "back"))));
        assertThat(counter.as("owner").get("/api/studio/models/" + FILE).json().at("/entry/hash").asString()).isEqualTo(hash);
    }

    private void releases(Answer filed) {
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        Answer released = counter.as("fang").post("/api/studio/proposals/" + filed.json().path("id").asLong() + "/release", "{}");
        assertThat(released.status()).as(released.body()).isEqualTo(200);
    }
}

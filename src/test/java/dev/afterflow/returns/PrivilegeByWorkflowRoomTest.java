package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Authenticator;
import dev.afterflow.security.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** the flow gives nobody a right they do not have: not twice, not beside it, not above their limit, not without a fresh code. */
@RoomTest
class PrivilegeByWorkflowRoomTest extends CounterRoom {

    private static final String PASSWORD = "a password of mine";

    @Test
    void anApprovalWantsAFreshCodeOfWhoHasASecondFactor() {
        String number = waitingForApproval("P1");
        Visitor boss = supervisor("step-up-boss");
        Authenticator app = Authenticator.of(boss);
        sql.sql("update security.session_attributes set attribute_bytes = convert_to('1000000000', 'UTF8') where attribute_name = 'confirmed'").update();

        Visitor.Answer refused = approves(boss, number);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("security.codeWanted");
        assertThat(counter.moneyLog("P1")).isEmpty();

        assertThat(boss.post("/api/session/code", "{\"code\":\"" + app.code(1) + "\"}").status()).isEqualTo(200);
        assertThat(approves(boss, number).status()).isEqualTo(200);
        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("P1")).containsExactly(29_900L);
    }

    @Test
    void anAgentApprovesNothingEvenKnowingTheTask() {
        String number = waitingForApproval("P2");
        JsonNode task = counter.task("lin", number, "approveRefund");
        String path = "/api/tasks/" + task.path("taskId").asString();
        String revision = "{\"revision\":" + task.path("revision").asLong() + "}";

        assertThat(counter.as("lin").post(path + "/claim", revision).status()).isEqualTo(403);
        assertThat(counter.as("lin").put(path + "/draft", "{\"data\":{\"approval\":\"approved\"}}").status()).isEqualTo(403);
        assertThat(approves(counter.as("lin"), number).status()).isEqualTo(403);
        assertThat(counter.moneyLog("P2")).isEmpty();
    }

    @Test
    void aStepCannotBeSkippedOrTakenTwice() {
        counter.sells("P3", 29_900, true);
        String number = counter.asks("P3", "未收到货", "1", "OPEN");
        String early = "/api/tasks/" + counter.task("lin", number, "reviewRequest").path("taskId").asString() + "/complete";
        assertThat(counter.as("zhou").post(early, "{\"revision\":1,\"data\":{\"approval\":\"approved\"}}").status()).isBetween(400, 422);
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "299.00"));

        assertThat(counter.as("lin").post(early, "{\"revision\":2,\"data\":{\"decision\":\"agree\",\"amount\":\"299.00\"}}").status()).isIn(404, 409);
        assertThat(approves(counter.as("zhou"), number).status()).isEqualTo(200);
        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("P3")).containsExactly(29_900L);
    }

    @Test
    void whatTheFormDoesNotAskIsNotTaken() {
        String number = waitingForApproval("P4");
        JsonNode task = counter.task("zhou", number, "approveRefund");
        for (String extra : new String[] {"\"amount\":\"9999.00\"", "\"assignee\":\"lin\"", "\"agreed\":true", "\"refundOutcome\":\"approved\"", "\"role\":\"AGENT\""}) {
            Visitor.Answer answer = counter.as("zhou").post("/api/tasks/" + task.path("taskId").asString() + "/complete",
                    "{\"revision\":" + task.path("revision").asLong() + ",\"data\":{\"approval\":\"approved\"," + extra + "}}");
            assertThat(answer.status()).as(extra + " " + answer.body()).isBetween(400, 422);
        }
        assertThat(counter.moneyLog("P4")).isEmpty();
    }

    private String waitingForApproval(String order) {
        counter.sells(order, 29_900, true);
        String number = counter.asks(order, "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "299.00"));
        return number;
    }

    private Visitor supervisor(String login) {
        Visitor.Answer added = Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"主管","password":"%s","roles":["SUPERVISOR"],"shops":[],"teams":["returns-leads"],"everyShop":true,"dismissed":false}
                """.formatted(login, PASSWORD));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return Visitor.as(login, PASSWORD, port);
    }

    private Visitor.Answer approves(Visitor who, String number) {
        JsonNode task = counter.task("zhou", number, "approveRefund");
        String path = "/api/tasks/" + task.path("taskId").asString();
        Visitor.Answer claimed = who.post(path + "/claim", "{\"revision\":" + task.path("revision").asLong() + "}");
        long revision = claimed.status() == 200 ? claimed.json().path("revision").asLong() : task.path("revision").asLong();
        return who.post(path + "/complete", "{\"revision\":" + revision + ",\"data\":{\"approval\":\"approved\"}}");
    }
}

package dev.afterflow.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Two nodes stand behind one address: a backup that one makes is told by the other, and one that died with its node stops nobody. */
@RoomTest
class BackupRunRoomTest {

    private static final String ELSEWHERE = "20991231-235959";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionOperations transactions;
    private Visitor admin;

    @BeforeEach
    void nothingRuns() {
        admin = Visitor.as("admin", port);
        await().atMost(Duration.ofSeconds(60)).until(() -> !state().equals("RUNNING"));
    }

    @Test
    void whatAnotherNodeMakesIsToldHereAndNotBegunTwice() {
        anotherNode("now()");
        JsonNode last = admin.get("/api/backups").json().path("last");
        assertThat(last.path("name").asString()).isEqualTo(ELSEWHERE);
        assertThat(last.path("state").asString()).isEqualTo("RUNNING");
        assertThat(last.path("done").asInt()).isEqualTo(7);
        Visitor.Answer second = admin.post("/api/backups", null);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("backups.running");
    }

    @Test
    void whatDiedWithItsNodeHasFailedAndAnotherMayBegin() {
        anotherNode("now() - interval '31 seconds'");
        JsonNode last = admin.get("/api/backups").json().path("last");
        assertThat(last.path("state").asString()).isEqualTo("FAILED");
        assertThat(last.path("fault").asString()).contains("节点停止了");
        write("update backups.run set began = now() - interval '1 minute' where name = :name");
        assertThat(admin.post("/api/backups", null).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60)).until(() -> state().equals("DONE"));
        assertThat(sql.sql("select state from backups.run where name = :name").param("name", ELSEWHERE).query(String.class).single()).isEqualTo("FAILED");
        write("update backups.run set began = now() + interval '1 minute' where name = :name");
        assertThat(admin.get("/api/backups").json().at("/last/fault").asString()).as("said in the reader's language once it is written down, too").contains("节点停止了");
    }

    private String state() {
        return admin.get("/api/backups").json().at("/last/state").asString("");
    }

    private void anotherNode(String seen) {
        write("insert into backups.run (name, begun_by, began, state, step, done, total, seen) values (:name, 'admin', now() + interval '1 minute', 'RUNNING', 'tables', 7, 90, "
                + seen + ")");
    }

    private void write(String statement) {
        transactions.execute(status -> sql.sql(statement).param("name", ELSEWHERE).update());
    }

    @AfterEach
    void theOtherNodeIsForgotten() {
        write("delete from backups.run where name = :name");
    }
}

package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.security.Visitor.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence over HTTP: what goes in, what comes out, and to whom. */
@RoomTest
class EvidenceRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    Cases cases;
    @Autowired
    Evidence evidence;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    private Visitor chen;
    private String number;

    @BeforeEach
    void open() {
        ShopFloor shop = ShopFloor.open(shops, intake);
        chen = Visitor.as("chen", port);
        number = cases.open(new Cases.NewCase(shop.id, "test", "k-1", "1", Case.Kind.QUESTION, null, "b-1", null, null, "看图",
                null, List.of(), false, null)).number();
    }

    @Test
    void aPictureComesBackAsOurOwnCopyToBeShown() {
        Answer added = add(chen, part("门口 \"照\"片.jpg", Samples.jpegFromACamera(1, "secret-place")));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String id = added.json().get(0).get("id").asString();
        Answer shown = chen.get("/api/evidence/" + id);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(shown.header("Content-Disposition")).startsWith("inline;").contains("filename*=UTF-8''%E9%97%A8");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.body()).doesNotContain("secret-place");
        assertThat(chen.get("/api/evidence/" + id + "/thumbnail").header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(added.json().get(0).get("scanned").asBoolean()).isFalse();
    }

    @Test
    void anythingElseIsSavedNeverShown() {
        Answer added = add(chen, part("a.pdf", Samples.pdf()), part("a.txt", Samples.text()), part("a.mp4", Samples.mp4()), part("a.heic", Samples.heic()));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        added.json().forEach(item -> {
            Answer sent = chen.get("/api/evidence/" + item.get("id").asString());
            assertThat(sent.header("Content-Disposition")).startsWith("attachment;");
            assertThat(sent.header("Content-Security-Policy")).startsWith("sandbox");
            assertThat(chen.get("/api/evidence/" + item.get("id").asString() + "/thumbnail").status()).isEqualTo(404);
        });
    }

    @Test
    void oneBadFileKeepsAllOut() {
        Answer answer = add(chen, part("a.txt", Samples.text()), part("b.jpg", Samples.svg()));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("code").asString()).isEqualTo("cases.fileRefused");
        assertThat(evidence.of(number)).isEmpty();
    }

    @Test
    void attacksByNameAndSizeAreRefused() {
        assertThat(add(chen, part("a\u202Egpj.exe.jpg", Samples.jpeg(3, 3))).status()).isEqualTo(422);
        assertThat(add(chen, part("../../a.jpg", Samples.jpeg(3, 3))).status()).isEqualTo(422);
        assertThat(add(chen, part("a.jpg.html", Samples.html())).status()).isEqualTo(415);
        assertThat(add(chen, part("a.png", Samples.pngClaiming(60_000, 60_000))).status()).isEqualTo(422);
        assertThat(add(chen, part("a.jpg", new byte[0])).status()).isEqualTo(422);
        assertThat(add(chen, part("a.txt", new byte[10_000_001])).status()).isEqualTo(413);
        assertThat(evidence.of(number)).isEmpty();
    }

    @Test
    void theTwentyFirstFileIsRefused() {
        Part[] twenty = IntStream.range(0, 20).mapToObj(n -> part("n.txt", ("Text " + n).getBytes(StandardCharsets.UTF_8)))
                .toArray(Part[]::new);
        assertThat(add(chen, twenty).status()).isEqualTo(201);
        Answer answer = add(chen, part("n.txt", "one more".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("rule").asString()).isEqualTo("tooMany");
    }

    @Test
    void theSameBytesAgainAreTheSameEvidence() {
        String first = add(chen, part("a.txt", Samples.text())).json().get(0).get("id").asString();
        assertThat(add(chen, part("b.txt", Samples.text())).json().get(0).get("id").asString()).isEqualTo(first);
        assertThat(evidence.of(number)).hasSize(1);
        assertThat(evidence.all(number, List.of(UUID.fromString(first)))).isTrue();
        assertThat(evidence.all(number, List.of(UUID.randomUUID()))).isFalse();
    }

    @Test
    void aCaseHoldsNoMoreThanTwoHundredMegabytes() {
        add(chen, part("a.txt", Samples.text()));
        transaction.executeWithoutResult(status -> jdbc.sql("update cases.evidence set size = 199999990 where case_number = :number")
                .param("number", number).update());
        assertThat(add(chen, part("b.txt", "more than ten bytes".getBytes(StandardCharsets.UTF_8))).status()).isEqualTo(413);
    }

    @Test
    void aClosedCaseTakesNoMoreEvidence() {
        cases.close(number, "SOLVED");
        assertThat(add(chen, part("a.txt", Samples.text())).status()).isEqualTo(409);
    }

    @Test
    void evidenceOfAnotherShopAndMadeUpIdsAre404() {
        String id = add(chen, part("a.txt", Samples.text())).json().get(0).get("id").asString();
        Visitor stranger = stranger();
        assertThat(stranger.get("/api/evidence/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/evidence/" + id + "/thumbnail").status()).isEqualTo(404);
        assertThat(add(stranger, part("a.txt", Samples.text())).status()).isEqualTo(404);
        for (String made : List.of(UUID.randomUUID().toString(), "1", "..%2f..%2fetc%2fpasswd")) {
            assertThat(chen.get("/api/evidence/" + made).status()).as(made).isIn(400, 404);
        }
    }

    @Test
    void addingIsAuditedWithItsHash() {
        String hash = add(chen, part("a.txt", Samples.text())).json().get(0).get("sha256").asString();
        Map<String, Object> row = transaction.execute(status -> jdbc.sql("""
                select who, details ->> 'sha256' as hash from security.audit
                 where action = 'EVIDENCE_ADDED' and details ->> 'case' = :number""").param("number", number).query().singleRow());
        assertThat(row).containsEntry("who", "chen").containsEntry("hash", hash);
    }

    private Visitor stranger() {
        String login = "e" + UUID.randomUUID().toString().substring(0, 8);
        Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"外店","password":"Kranich-am-Teich-7","roles":["AGENT"],"shops":["%s"],"teams":["returns-desk"],
                 "everyShop":false,"dismissed":false}""".formatted(login, ShopFloor.open(shops, intake).id));
        return Visitor.as(login, "Kranich-am-Teich-7", port);
    }

    private Answer add(Visitor visitor, Part... parts) {
        return visitor.upload("/api/cases/" + number + "/evidence", List.of(parts));
    }

    private static Part part(String name, byte[] content) {
        return new Part("file", name, "image/jpeg", content);
    }
}

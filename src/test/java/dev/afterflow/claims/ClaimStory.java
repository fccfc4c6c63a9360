package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A claim lived through at the house's doors: people at their desk, a carrier with a portal only, and its statements. */
abstract class ClaimStory extends Counter {

    static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Intake intake;
    @Autowired
    JdbcClient sql;

    /** Nobody's way leads to it: people file by hand. */
    final String carrier = "carrier-" + tag;

    final Instant found = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    final Instant posted = found.minus(Duration.ofDays(9));

    /** Opens it as a person does; the whole loss is owed, since there is no contract. */
    String claim(String caseNumber, String waybill, Fault fault, long loss) {
        Answer opened = lin.post("/api/cases/" + caseNumber + "/claims", """
                {"carrier":"%s","waybill":"%s","fault":"%s","loss":{"minor":%d,"currency":"CNY"},"freight":{"minor":1200,"currency":"CNY"},
                 "postedAt":"%s","discoveredAt":"%s"}""".formatted(carrier, waybill, fault, loss, posted, found));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("claimNo").asString();
    }

    String filed(long loss) {
        String claimNo = claim(number, "WB" + tag, Fault.LOST, loss);
        assertThat(complete(lin, "fileClaimByHand", "\"reference\":\"PT-" + tag + "\"").status()).isEqualTo(200);
        awaitState(claimNo, "FILED");
        return claimNo;
    }

    void says(String claimNo, String verdict, Long minor, String reference) {
        String amount = minor == null ? "" : ",\"amount\":{\"minor\":" + minor + ",\"currency\":\"CNY\"}";
        Answer said = lin.post("/api/claims/" + claimNo + "/answers", "{\"verdict\":\"" + verdict + "\",\"reference\":\"" + reference + "\",\"words\":\"电话\"" + amount + "}");
        assertThat(said.status()).as(said.body()).isEqualTo(202);
    }

    void pays(String line, String claimNo, long minor) {
        tells(Map.of("lineId", line + tag, "claimNo", claimNo, "amount", Map.of("minor", minor, "currency", "CNY")));
    }

    void tells(Map<String, Object> told) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("carrier", carrier, "paidAt", found.toString()));
        row.putAll(told);
        assertThat(intake.deliver(SHOP, "test", "settlements", JSON.valueToTree(row)).rejected()).isZero();
    }

    Answer complete(Visitor who, String task, String data) {
        await("task " + task).atMost(Duration.ofSeconds(20)).until(() -> task(task).isPresent());
        String path = "/api/tasks/" + task(task).orElseThrow().path("taskId").asString();
        int revision = who.get(path).json().at("/item/revision").asInt();
        return who.post(path + "/complete", "{\"revision\":" + revision + ",\"data\":{" + data + "}}");
    }

    Optional<JsonNode> task(String task) {
        return lin.get("/api/tasks?case=" + number).json().path("items").valueStream().filter(item -> item.path("task").asString().equals(task)).findFirst();
    }

    void awaitState(String claimNo, String state) {
        await(state).atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(claims(claimNo).state().name()).isEqualTo(state));
    }

    ClaimView claims(String claimNo) {
        return tx.execute(status -> claims.find(claimNo));
    }

    long balance(String claimNo, String account) {
        return tx.execute(status -> sql.sql("select coalesce(sum(amount), 0) from claims.ledger_entry where claim_no = :no and account = :account")
                .param("no", claimNo).param("account", account + "/" + carrier).query(Long.class).single());
    }

    /** receivable, cash, surplus, written off. */
    String books(String claimNo) {
        return balance(claimNo, "receivable") + " " + balance(claimNo, "cash") + " " + balance(claimNo, "surplus") + " " + balance(claimNo, "written_off");
    }

    boolean running(String claimNo) {
        return tx.execute(status -> sql.sql("select exists (select 1 from public.act_ru_variable where name_ = 'effectNo' and text_ = :no)")
                .param("no", claimNo).query(Boolean.class).single());
    }
}

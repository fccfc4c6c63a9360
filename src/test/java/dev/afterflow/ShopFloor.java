package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own: machines tell of it, its people work their tasks, and what left it is looked up; all through the product's own doors. */
public abstract class ShopFloor {

    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public final String shop;
    protected final int port;
    protected final JsonMapper json;
    protected final JdbcClient sql;
    protected final TransactionTemplate transaction;
    private final Intake intake;
    private final Map<String, Visitor> people = new HashMap<>();

    protected ShopFloor(Shop shop, Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, int port) {
        this.shop = shop.id();
        this.intake = intake;
        this.json = json;
        this.sql = sql;
        this.transaction = transaction;
        this.port = port;
        shops.open(shop);
    }

    /** Who sees every task of these stories. */
    protected String overseer() {
        return "manager";
    }

    public final void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "test", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    public final Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }

    public final boolean has(String login, String caseNumber, String task) {
        return tasks(login, caseNumber).contains(task);
    }

    private List<String> tasks(String login, String caseNumber) {
        return open(login, caseNumber).stream().map(item -> item.path("task").asString()).toList();
    }

    public final List<String> tasks(String caseNumber) {
        return tasks(overseer(), caseNumber);
    }

    private List<JsonNode> open(String login, String caseNumber) {
        return as(login).get("/api/tasks?case=" + caseNumber).json().path("items").valueStream().toList();
    }

    /** The open task of a case as this person sees it now. */
    public final JsonNode task(String login, String caseNumber, String task) {
        return open(login, caseNumber).stream().filter(item -> item.path("task").asString().equals(task)).findFirst()
                .orElseThrow(() -> new AssertionError(login + " has no task " + task + " in " + caseNumber));
    }

    /** The task of a case, as soon as it is open. */
    public final JsonNode task(String caseNumber, String task) {
        until(task + " opens", () -> tasks(caseNumber).contains(task));
        return task(overseer(), caseNumber, task);
    }

    /** The task that this person is about to open or hand in. */
    protected JsonNode wanted(String login, String caseNumber, String task) {
        return task(login, caseNumber, task);
    }

    /** What this person reads who opens the task. */
    public final JsonNode opened(String login, String caseNumber, String task) {
        return as(login).get("/api/tasks/" + wanted(login, caseNumber, task).path("taskId").asString()).json();
    }

    public final Visitor.Answer completes(String login, String caseNumber, String task, Map<String, Object> data) {
        return ready(login, caseNumber, task).apply(data);
    }

    public final void done(String login, String caseNumber, String task, Map<String, Object> data) {
        Visitor.Answer answer = completes(login, caseNumber, task, data);
        assertThat(answer.status()).as(task + " " + answer.body()).isEqualTo(200);
    }

    /** The task as this person has it on the screen now; what is filled in is claimed and handed in later. */
    public final Function<Map<String, Object>, Visitor.Answer> ready(String login, String caseNumber, String task) {
        JsonNode item = wanted(login, caseNumber, task);
        String path = "/api/tasks/" + item.path("taskId").asString();
        return data -> {
            Visitor.Answer claimed = as(login).post(path + "/claim", "{\"revision\":" + item.path("revision").asLong() + "}");
            long revision = claimed.status() == 200 ? claimed.json().path("revision").asLong() : item.path("revision").asLong();
            return as(login).post(path + "/complete", json.writeValueAsString(Map.of("revision", revision, "data", data)));
        };
    }

    /** Attaches a picture and answers its id. */
    public final String attaches(String login, String caseNumber) {
        Visitor.Answer answer = as(login).upload("/api/cases/" + caseNumber + "/evidence",
                List.of(new Visitor.Part("file", "proof.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json().get(0).path("id").asString();
    }

    public final void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(holds);
    }

    public final void untilClosed(String caseNumber, String outcome) {
        until("case closed", () -> "CLOSED".equals(stateOf(caseNumber)));
        assertThat(row("select outcome from cases.case_file where shop_id = :shop and number = :key", caseNumber)).isEqualTo(outcome);
    }

    public final String stateOf(String caseNumber) {
        return row("select state from cases.case_file where shop_id = :shop and number = :key", caseNumber);
    }

    /** Money of this shop that really left for an order whose payments are called after it, in minor units, payment by payment. */
    public final List<Long> moneyLog(String order) {
        return rows("select amount::text from sandbox.money_log where merchant = :shop and payment_no like :key || '-%' order by payment_no", order)
                .stream().map(Long::valueOf).toList();
    }

    /** Subjects of what the buyer read in the marketplace's chat, the earliest first. */
    public final List<String> messages(String order) {
        return rows("select subject from sandbox.buyer_message where shop = :shop and order_no = :key order by at", order);
    }

    public final List<String> timeline(String caseNumber) {
        return rows("select text_zh from cases.timeline_entry where case_number = :key order by id", caseNumber);
    }

    public final String row(String query, String key) {
        List<String> rows = rows(query, key);
        return rows.isEmpty() ? null : rows.get(0);
    }

    public final List<String> rows(String query, String key) {
        return transaction.execute(status -> sql.sql(query).param("shop", shop).param("key", key).query(String.class).list());
    }

    public static String days(int ago) {
        return Instant.now().minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.intake.Intake;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registered shop whose provider tells lines, whose finance answers, and whose books can be read. */
final class StatementDesk {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.shared();

    final String shop;
    private final Intake intake;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    StatementDesk(Shops shops, Intake intake, JdbcClient jdbc, TransactionTemplate tx) {
        int number = NEXT.incrementAndGet();
        this.shop = "books-room-" + number;
        this.intake = intake;
        this.jdbc = jdbc;
        this.tx = tx;
        shops.open(new Shop(shop, "BK" + (char) ('A' + number / 26) + (char) ('A' + number % 26), "对账房间", "Books", "taobao",
            "Asia/Shanghai", "CNY", "CN", "zh-CN"));
    }

    /** A line as a provider tells it; {@code refundNo} may be missing. */
    record Told(String line, String refundNo, Money amount, Instant at) {
    }

    void tells(Told told) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("lineId", told.line(), "provider", "stub",
            "amount", Map.of("minor", told.amount().minor(), "currency", told.amount().currency()), "movedAt", told.at().toString()));
        if (told.refundNo() != null) {
            row.put("refundNo", told.refundNo());
        }
        assertThat(intake.deliver(shop, "stub", "statements", JSON.valueToTree(row)).rejected()).isZero();
    }

    /** Line and verdict, by line. */
    List<String> verdicts() {
        return texts("""
            select provider_line || ' ' || verdict || coalesce(' ' || resolved_by, '') from payments.recon_item
            where shop_id = :shop order by provider_line""");
    }

    /** What is open on finance's desk for this shop, as case number and task. */
    List<String> tasks() {
        return texts("select case_number || ' ' || task from tasks.work_item where shop_id = :shop and team = 'finance' order by created_at");
    }

    List<String> cases() {
        return texts("select number || ' ' || state || coalesce(' ' || outcome, '') from cases.case_file where shop_id = :shop order by number");
    }

    String caseOf(String line) {
        return tx.execute(status -> jdbc.sql("select case_number from payments.recon_item where shop_id = :shop and provider_line = :line")
            .param("shop", shop).param("line", line).query(String.class).optional().orElse(null));
    }

    /** The balance of an account, in minor units over all currencies. */
    long balance(String account) {
        return tx.execute(status -> jdbc.sql("select coalesce(sum(amount), 0) from payments.ledger_entry where shop_id = :shop and account = :account")
            .param("shop", shop).param("account", account).query(Long.class).single());
    }

    static Visitor.Answer completes(Visitor person, String caseNumber, String task, Map<String, Object> data) {
        for (JsonNode item : person.get("/api/tasks?case=" + caseNumber).json().path("items")) {
            if (item.path("task").asString().equals(task)) {
                return person.post("/api/tasks/" + item.path("taskId").asString() + "/complete",
                    JSON.writeValueAsString(Map.of("revision", item.path("revision").asInt(), "data", data)));
            }
        }
        throw new AssertionError("no task " + task + " in " + caseNumber);
    }

    /** The shop's own among the accounts that are not at zero. */
    JsonNode mine(JsonNode accounts) {
        for (JsonNode account : accounts) {
            if (account.path("shop").asString().equals(shop)) {
                return account;
            }
        }
        throw new AssertionError("no account of " + shop + " in " + accounts);
    }

    private List<String> texts(String sql) {
        return tx.execute(status -> jdbc.sql(sql).param("shop", shop).query(String.class).list());
    }
}

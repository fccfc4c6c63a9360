package dev.afterflow.cases;

import dev.afterflow.money.Money;
import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases in PostgreSQL; the row fence leaves only the asker's shops. */
@Repository
class JdbcCases {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcCases(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('cases.case_number')").query(Long.class).single();
    }

    /** False if an open case of the same order and matter was written first (waits for it to commit). */
    boolean insert(Case opened, String matter, String triageRule) {
        return jdbc.sql("""
                insert into cases.case_file (number, shop_id, kind, matter, state, order_id, order_known, buyer_id, asked_remedy,
                       reason_code, reason_text, asked_minor, asked_currency, goods_received, lines, tier, risk, priority, team,
                       process, triage_rule, continues_number, opened_at, platform_deadline)
                values (:number, :shop, :kind, :matter, 'OPEN', :order, :known, :buyer, :remedy, :reasonCode, :reasonText,
                       :minor, :currency, :received, cast(:lines as jsonb), :tier, cast(:risk as jsonb), :priority, :team,
                       :process, :rule, :continues, :opened, :deadline)
                on conflict (shop_id, order_id, matter) where state <> 'CLOSED' and order_id is not null do nothing""")
                .params(columns(opened)).param("matter", matter).param("rule", triageRule).update() == 1;
    }

    Optional<Case> find(String number) {
        return jdbc.sql("select * from cases.case_file where number = :number")
                .param("number", number).query(this::read).optional();
    }

    Optional<Case> lock(String number) {
        return jdbc.sql("select * from cases.case_file where number = :number for update")
                .param("number", number).query(this::read).optional();
    }

    Optional<String> shopOf(String number) {
        return jdbc.sql("select shop_id from cases.case_file where number = :number")
                .param("number", number).query(String.class).optional();
    }

    Optional<Case> lockOpen(String shop, String orderId, String matter) {
        return jdbc.sql("""
                select * from cases.case_file
                 where shop_id = :shop and order_id = :order and matter = :matter and state <> 'CLOSED' for update""")
                .param("shop", shop).param("order", orderId).param("matter", matter).query(this::read).optional();
    }

    /** Open cases of an order, newest first. */
    List<Case> openOf(String shop, String orderId) {
        return jdbc.sql("""
                select * from cases.case_file
                 where shop_id = :shop and order_id = :order and state <> 'CLOSED' order by opened_at desc, number desc""")
                .param("shop", shop).param("order", orderId).query(this::read).list();
    }

    /** The case of an order that was closed last. */
    Optional<Case> lastClosed(String shop, String orderId) {
        return jdbc.sql("""
                select * from cases.case_file
                 where shop_id = :shop and order_id = :order and state = 'CLOSED' order by closed_at desc, number desc limit 1""")
                .param("shop", shop).param("order", orderId).query(this::read).optional();
    }

    /** Other cases of the same order or buyer, newest first. */
    List<Case> others(Case than, int limit) {
        return jdbc.sql("""
                select * from cases.case_file
                 where number in (select number from cases.case_file where shop_id = :shop and order_id = :order
                                  union select number from cases.case_file where shop_id = :shop and buyer_id = :buyer)
                   and number <> :number
                 order by opened_at desc, number desc limit :limit""")
                .param("shop", than.shop()).param("order", than.orderId()).param("buyer", than.buyerId())
                .param("number", than.number()).param("limit", limit).query(this::read).list();
    }

    void state(String number, Case.State next) {
        jdbc.sql("update cases.case_file set state = :state where number = :number")
                .param("state", next.name()).param("number", number).update();
    }

    void close(String number, String outcome, Instant at) {
        jdbc.sql("update cases.case_file set state = 'CLOSED', outcome = :outcome, closed_at = :at where number = :number")
                .param("outcome", outcome).param("at", Timestamp.from(at)).param("number", number).update();
    }

    void wish(String number, Wish wish) {
        Money amount = wish.askedAmount();
        jdbc.sql("""
                update cases.case_file
                   set kind = :kind, asked_remedy = :remedy, reason_code = :reasonCode, reason_text = :reasonText,
                       asked_minor = :minor, asked_currency = :currency, goods_received = :received,
                       lines = cast(:lines as jsonb), platform_deadline = :deadline
                 where number = :number""")
                .param("kind", wish.kind().name()).param("remedy", wish.askedRemedy()).param("reasonCode", wish.reasonCode())
                .param("reasonText", wish.reasonText()).param("minor", amount == null ? null : amount.minor())
                .param("currency", amount == null ? null : amount.currency()).param("received", wish.goodsReceived())
                .param("lines", json.write(wish.lines())).param("deadline", stamp(wish.platformDeadline()))
                .param("number", number).update();
    }

    /** Numbers of the open cases whose order was missing until now. */
    List<String> orderArrived(String shop, String orderId) {
        return jdbc.sql("""
                update cases.case_file set order_known = true
                 where shop_id = :shop and order_id = :order and state <> 'CLOSED' and not order_known
                returning number""")
                .param("shop", shop).param("order", orderId).query(String.class).list();
    }

    void buyer(String number, String buyerId) {
        jdbc.sql("update cases.case_file set buyer_id = :buyer where number = :number")
                .param("buyer", buyerId).param("number", number).update();
    }

    void file(Case of, String task, Map<String, Object> input, Who who, Instant at) {
        jdbc.sql("""
                insert into cases.filed_form (shop_id, case_number, task, input, who_id, who_login, at)
                values (:shop, :case, :task, cast(:input as jsonb), :whoId, :who, :at)""")
                .param("shop", of.shop()).param("case", of.number()).param("task", task).param("input", json.write(input))
                .param("whoId", who.id()).param("who", who.login()).param("at", Timestamp.from(at)).update();
    }

    private Map<String, Object> columns(Case one) {
        Money amount = one.askedAmount();
        Map<String, Object> columns = new HashMap<>();
        columns.put("number", one.number());
        columns.put("shop", one.shop());
        columns.put("kind", one.kind().name());
        columns.put("order", one.orderId());
        columns.put("known", one.orderKnown());
        columns.put("buyer", one.buyerId());
        columns.put("remedy", one.askedRemedy());
        columns.put("reasonCode", one.reasonCode());
        columns.put("reasonText", one.reasonText());
        columns.put("minor", amount == null ? null : amount.minor());
        columns.put("currency", amount == null ? null : amount.currency());
        columns.put("received", one.goodsReceived());
        columns.put("lines", json.write(one.lines()));
        columns.put("tier", one.tier());
        columns.put("risk", json.write(one.risk()));
        columns.put("priority", one.priority());
        columns.put("team", one.team());
        columns.put("process", one.process());
        columns.put("continues", one.continues());
        columns.put("opened", Timestamp.from(one.openedAt()));
        columns.put("deadline", stamp(one.platformDeadline()));
        return columns;
    }

    Case read(ResultSet row, int n) throws SQLException {
        String currency = row.getString("asked_currency");
        return new Case(row.getString("number"), row.getString("shop_id"), Case.Kind.valueOf(row.getString("kind")),
                Case.State.valueOf(row.getString("state")), row.getString("order_id"), row.getBoolean("order_known"),
                row.getString("buyer_id"), row.getString("asked_remedy"), row.getString("reason_code"),
                row.getString("reason_text"), currency == null ? null : new Money(row.getLong("asked_minor"), currency),
                json.lines(row.getString("lines")), row.getBoolean("goods_received"), row.getString("tier"),
                json.words(row.getString("risk")), row.getInt("priority"), row.getString("team"), row.getString("process"),
                row.getString("continues_number"), moment(row, "opened_at"), moment(row, "platform_deadline"),
                moment(row, "closed_at"), row.getString("outcome"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    List<Cases.Told> told(String caseNumber) {
        return jdbc.sql("select source, request_id, version from cases.request where case_number = :case and state = 'LIVE' order by received_at, request_id")
                .param("case", caseNumber).query((row, n) -> new Cases.Told(row.getString("source"), row.getString("request_id"), row.getString("version"))).list();
    }

    List<String> tellers(String caseNumber) {
        return jdbc.sql("select distinct source from cases.request where case_number = :case order by source").param("case", caseNumber).query(String.class).list();
    }

    List<Case> about(String shop, String orderId) {
        return jdbc.sql("select * from cases.case_file where shop_id = :shop and order_id = :order order by opened_at desc, number limit 20")
                .param("shop", shop).param("order", orderId).query(this::read).list();
    }
}

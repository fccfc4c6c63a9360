package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.money.Money;
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

/** Requests in PostgreSQL. */
@Repository
class JdbcRequests {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcRequests(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False if somebody wrote it first (waits for them to commit). */
    boolean insert(Request request) {
        return jdbc.sql("""
                insert into cases.request (shop_id, source, request_id, version, state, kind, order_id, buyer_id, asked_remedy,
                       reason_code, reason_text, asked_minor, asked_currency, goods_received, lines, platform_deadline,
                       received_at, case_number)
                values (:shop, :source, :id, :version, :state, :kind, :order, :buyer, :remedy, :reasonCode, :reasonText,
                       :minor, :currency, :received, cast(:lines as jsonb), :deadline, :at, :case)
                on conflict do nothing""")
                .params(columns(request)).update() == 1;
    }

    void replace(Request request) {
        jdbc.sql("""
                update cases.request
                   set version = :version, state = :state, kind = :kind, order_id = :order, buyer_id = :buyer,
                       asked_remedy = :remedy, reason_code = :reasonCode, reason_text = :reasonText, asked_minor = :minor,
                       asked_currency = :currency, goods_received = :received, lines = cast(:lines as jsonb),
                       platform_deadline = :deadline, case_number = :case
                 where shop_id = :shop and source = :source and request_id = :id""")
                .params(columns(request)).update();
    }

    Optional<Request> lock(String shop, String source, String id) {
        return jdbc.sql("""
                select * from cases.request where shop_id = :shop and source = :source and request_id = :id for update""")
                .param("shop", shop).param("source", source).param("id", id).query(this::request).optional();
    }

    List<Request> live(String caseNumber) {
        return jdbc.sql("""
                select * from cases.request where case_number = :case and state = 'LIVE' order by received_at, request_id""")
                .param("case", caseNumber).query(this::request).list();
    }

    /** Says when a waiting request is looked at next. */
    void lookAgain(NewCase asked, Instant at) {
        jdbc.sql("""
                update cases.request set look_at = :at where shop_id = :shop and source = :source and request_id = :id""")
                .param("at", Timestamp.from(at)).param("shop", asked.shop()).param("source", asked.source())
                .param("id", asked.externalId()).update();
    }

    void orderArrived(String shop, String orderId, Instant now) {
        jdbc.sql("""
                update cases.request set look_at = :now
                 where shop_id = :shop and order_id = :order and state = 'WAITING_ORDER'""")
                .param("now", Timestamp.from(now)).param("shop", shop).param("order", orderId).update();
    }

    List<Request> toLookAt(Instant now, int limit) {
        return jdbc.sql("""
                select * from cases.request where state = 'WAITING_ORDER' and look_at <= :now order by look_at limit :limit""")
                .param("now", Timestamp.from(now)).param("limit", limit).query(this::request).list();
    }

    private Map<String, Object> columns(Request request) {
        NewCase asked = request.asked();
        Money amount = asked.askedAmount();
        Map<String, Object> columns = new HashMap<>();
        columns.put("shop", asked.shop());
        columns.put("source", asked.source());
        columns.put("id", asked.externalId());
        columns.put("version", asked.version());
        columns.put("state", request.state().name());
        columns.put("kind", asked.kind().name());
        columns.put("order", asked.orderId());
        columns.put("buyer", asked.buyerId());
        columns.put("remedy", asked.askedRemedy());
        columns.put("reasonCode", asked.reasonCode());
        columns.put("reasonText", asked.reasonText());
        columns.put("minor", amount == null ? null : amount.minor());
        columns.put("currency", amount == null ? null : amount.currency());
        columns.put("received", asked.goodsReceived());
        columns.put("lines", json.write(asked.lines()));
        columns.put("deadline", asked.platformDeadline() == null ? null : Timestamp.from(asked.platformDeadline()));
        columns.put("at", Timestamp.from(request.receivedAt()));
        columns.put("case", request.caseNumber());
        return columns;
    }

    private Request request(ResultSet row, int n) throws SQLException {
        String currency = row.getString("asked_currency");
        Timestamp deadline = row.getTimestamp("platform_deadline");
        NewCase asked = new NewCase(row.getString("shop_id"), row.getString("source"), row.getString("request_id"),
                row.getString("version"), Case.Kind.valueOf(row.getString("kind")), row.getString("order_id"),
                row.getString("buyer_id"), row.getString("asked_remedy"), row.getString("reason_code"),
                row.getString("reason_text"), currency == null ? null : new Money(row.getLong("asked_minor"), currency),
                json.lines(row.getString("lines")), row.getBoolean("goods_received"),
                deadline == null ? null : deadline.toInstant());
        return new Request(asked, Request.State.valueOf(row.getString("state")), row.getString("case_number"),
                row.getTimestamp("received_at").toInstant());
    }
}

package dev.afterflow.care;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What broken promises cost, once for each order and event. */
@Repository
class JdbcCompensations {

    private final JdbcClient sql;

    JdbcCompensations(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is owed, by whom, and how it stands. */
    record Row(String shop, String orderId, String event, String caseNumber, Money amount, String payer, String state) {
    }

    /** The first case wins; another one's row is left alone. */
    void insert(Row row, String buyerId, String ruleSet, long percent, Instant now) {
        sql.sql("""
                insert into care.compensation (shop_id, order_id, event, case_number, buyer_id, rule_set, percent, amount_minor, currency,
                       payer, state, owed_at)
                values (:shop, :order, :event, :case, :buyer, :rules, :percent, :minor, :currency, :payer, :state, :now)
                on conflict (shop_id, order_id, event) do nothing
                """).param("shop", row.shop()).param("order", row.orderId()).param("event", row.event()).param("case", row.caseNumber())
                .param("buyer", buyerId).param("rules", ruleSet).param("percent", percent).param("minor", row.amount().minor())
                .param("currency", row.amount().currency()).param("payer", row.payer()).param("state", row.state())
                .param("now", Timestamp.from(now)).update();
    }

    Optional<Row> find(String shop, String orderId, String event) {
        return sql.sql("select * from care.compensation where shop_id = :shop and order_id = :order and event = :event")
                .param("shop", shop).param("order", orderId).param("event", event).query(JdbcCompensations::read).optional();
    }

    Optional<Row> ofCase(String caseNumber) {
        return sql.sql("select * from care.compensation where case_number = :case").param("case", caseNumber)
                .query(JdbcCompensations::read).optional();
    }

    /** What a buyer is owed since then, in minor units; what was denied does not count. */
    long owedTo(String shop, String buyerId, Instant since) {
        return sql.sql("""
                select coalesce(sum(amount_minor), 0) from care.compensation
                 where shop_id = :shop and buyer_id = :buyer and owed_at > :since and state <> 'DENIED'
                """).param("shop", shop).param("buyer", buyerId).param("since", Timestamp.from(since)).query(Long.class).single();
    }

    void state(Row row, String state) {
        sql.sql("update care.compensation set state = :state where shop_id = :shop and order_id = :order and event = :event")
                .param("state", state).param("shop", row.shop()).param("order", row.orderId()).param("event", row.event()).update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("shop_id"), row.getString("order_id"), row.getString("event"), row.getString("case_number"),
                new Money(row.getLong("amount_minor"), row.getString("currency")), row.getString("payer"), row.getString("state"));
    }
}

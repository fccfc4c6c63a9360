package dev.afterflow.sandbox;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What buyers paid through the played WeChat Pay and the played Stripe, and what of it was promised or given back. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class PlayedTrades {

    private final JdbcClient jdbc;

    PlayedTrades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment; {@code name} is the provider's own for it. */
    record Trade(String tradeNo, String name, long total, String currency) {
    }

    /** A buyer pays; paying the same again changes nothing. */
    void pay(String house, Trade trade) {
        jdbc.sql("""
                insert into sandbox.trade (house, trade_no, name, total, currency) values (:house, :no, :name, :total, :currency)
                on conflict (house, trade_no) do nothing""")
            .param("house", house).param("no", trade.tradeNo()).param("name", trade.name()).param("total", trade.total())
            .param("currency", trade.currency()).update();
    }

    /** By either of its names; locked until the transaction ends, so that two refunds at once cannot both take the last cent. */
    Optional<Trade> lock(String house, String name) {
        return jdbc.sql("""
                select trade_no, name, total, currency from sandbox.trade
                where house = :house and (trade_no = :name or name = :name) for update""")
            .param("house", house).param("name", name).query(Trade.class).optional();
    }

    /** Given back or promised of this trade. */
    long promised(String merchant, String tradeNo) {
        return jdbc.sql("""
                select coalesce(sum(amount), 0) from sandbox.refund
                where merchant = :merchant and payment_no = :no and status <> 'CLOSED'""")
            .param("merchant", merchant).param("no", tradeNo).query(Long.class).single();
    }
}

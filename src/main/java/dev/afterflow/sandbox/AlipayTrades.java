package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What buyers paid through the played Alipay, and what of it the money log says was given back. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class AlipayTrades {

    private final JdbcClient jdbc;

    AlipayTrades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment as Alipay keeps it. */
    record Trade(String outTradeNo, String tradeNo, long total) {
    }

    /** A movement of money back to a buyer, in Shanghai's time. */
    record Moved(String tradeNo, String outTradeNo, String refundNo, long amount, String at) {
    }

    /** A buyer pays; paying the same order again changes nothing. */
    void pay(String outTradeNo, long total) {
        jdbc.sql("""
                insert into sandbox.alipay_trade (out_trade_no, trade_no, total)
                values (:out, to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD') || '22001' || :digits, :total)
                on conflict (out_trade_no) do nothing""")
            .param("out", outTradeNo).param("total", total)
            .param("digits", "%015d".formatted(UUID.randomUUID().getMostSignificantBits() >>> 15)).update();
    }

    /** The trade, locked until the transaction ends, so that two refunds at once cannot both take the last cent. */
    Optional<Trade> lock(String outTradeNo) {
        return jdbc.sql("select out_trade_no, trade_no, total from sandbox.alipay_trade where out_trade_no = :out for update")
            .param("out", outTradeNo).query(Trade.class).optional();
    }

    Optional<Trade> find(String outTradeNo) {
        return jdbc.sql("select out_trade_no, trade_no, total from sandbox.alipay_trade where out_trade_no = :out")
            .param("out", outTradeNo).query(Trade.class).optional();
    }

    /** Given back or promised of this trade. */
    long promised(String seller, String outTradeNo) {
        return jdbc.sql("""
                select coalesce(sum(amount), 0) from sandbox.refund
                where merchant = :seller and payment_no = :out and status <> 'CLOSED'""")
            .param("seller", seller).param("out", outTradeNo).query(Long.class).single();
    }

    /** Really given back of this trade. */
    long given(String seller, String outTradeNo) {
        return jdbc.sql("select coalesce(sum(amount), 0) from sandbox.money_log where merchant = :seller and payment_no = :out")
            .param("seller", seller).param("out", outTradeNo).query(Long.class).single();
    }

    /** What moved on this day of Shanghai; money that went to no trade known here shows too. */
    List<Moved> moved(String seller, LocalDate day) {
        return jdbc.sql("""
                select coalesce(t.trade_no, 'X' || l.id) as trade_no, l.payment_no as out_trade_no, l.refund_no, l.amount,
                  to_char(l.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at
                from sandbox.money_log l left join sandbox.alipay_trade t on t.out_trade_no = l.payment_no
                where l.merchant = :seller
                  and l.at >= :day::date::timestamp at time zone 'Asia/Shanghai'
                  and l.at < (:day::date + 1)::timestamp at time zone 'Asia/Shanghai'
                order by l.id""")
            .param("seller", seller).param("day", day.toString()).query(Moved.class).list();
    }

    /** Fen as Alipay writes them. */
    static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    /** Fen from Alipay's writing; more than two places are refused with an exception. */
    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}

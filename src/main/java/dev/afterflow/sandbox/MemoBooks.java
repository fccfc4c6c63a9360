package dev.afterflow.sandbox;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sellers remarked at the played marketplace. */
@Repository
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class MemoBooks {

    private final JdbcClient sql;

    MemoBooks(JdbcClient sql) {
        this.sql = sql;
    }

    /** A remark as the seller's back office shows it; {@code times} counts its repeats. */
    record Memo(String number, String orderId, int flag, String memo, int times) {
    }

    void keep(String client, Memo memo) {
        sql.sql("""
                insert into sandbox.seller_memo (number, client, order_no, flag, memo) values (:number, :client, :order, :flag, :memo)
                on conflict (number) do update set times = sandbox.seller_memo.times + 1
                """).param("number", memo.number()).param("client", client).param("order", memo.orderId()).param("flag", memo.flag())
                .param("memo", memo.memo()).update();
    }

    boolean has(String number, String client) {
        return sql.sql("select exists (select 1 from sandbox.seller_memo where number = :number and client = :client)")
                .param("number", number).param("client", client).query(Boolean.class).single();
    }

    List<Memo> of(String orderId) {
        return sql.sql("select number, order_no as order_id, flag, memo, times from sandbox.seller_memo where order_no = :order order by at")
                .param("order", orderId).query(Memo.class).list();
    }
}

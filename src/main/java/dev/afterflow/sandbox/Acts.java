package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sandbox page's buttons sent to the house, and what the house answered, word by word. */
@Repository
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Acts {

    private static final int LONGEST = 4000;

    private final JdbcClient sql;

    Acts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param what the act's name on the page
     * @param line method and address, as sent
     * @param status what the house answered; 0 when nobody waited for it
     */
    record Act(long id, Instant at, String what, String shop, String orderId, String line, String sent, int status, String answer) {
    }

    void keep(Act act) {
        sql.sql("""
                insert into sandbox.act (what, shop, order_id, line, sent, status, answer)
                values (:what, :shop, :order, :line, :sent, :status, :answer)
                """).param("what", act.what()).param("shop", act.shop()).param("order", act.orderId()).param("line", act.line())
                .param("sent", cut(act.sent())).param("status", act.status()).param("answer", cut(act.answer())).update();
    }

    List<Act> latest() {
        return sql.sql("select id, at, what, shop, order_id, line, sent, status, answer from sandbox.act order by id desc limit 30")
                .query((row, number) -> new Act(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("what"), row.getString("shop"),
                        row.getString("order_id"), row.getString("line"), row.getString("sent"), row.getInt("status"), row.getString("answer"))).list();
    }

    private static String cut(String text) {
        return text == null ? "" : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

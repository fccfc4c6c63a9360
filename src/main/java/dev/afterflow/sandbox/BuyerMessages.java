package dev.afterflow.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What buyers were told in the played marketplace's chat. */
@Repository
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class BuyerMessages {

    private final JdbcClient jdbc;

    BuyerMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String key, MarketplaceController.Posted posted) {
        jdbc.sql("""
                insert into sandbox.buyer_message (key, shop, order_no, buyer, subject, text)
                values (:key, :shop, :order, :buyer, :subject, :text) on conflict (key) do nothing""")
            .param("key", key).param("shop", posted.shop()).param("order", posted.orderId())
            .param("buyer", posted.buyerId()).param("subject", posted.subject()).param("text", posted.text()).update();
    }

    List<MarketplaceController.Read> of(String orderId) {
        return jdbc.sql("select * from sandbox.buyer_message where order_no = :order order by at limit 100")
            .param("order", orderId).query(BuyerMessages::read).list();
    }

    List<MarketplaceController.Read> recent() {
        return jdbc.sql("select * from sandbox.buyer_message order by at desc limit 50").query(BuyerMessages::read).list();
    }

    private static MarketplaceController.Read read(ResultSet row, int n) throws SQLException {
        return new MarketplaceController.Read(row.getTimestamp("at").toInstant(), row.getString("order_no"),
            row.getString("buyer"), row.getString("subject"), row.getString("text"));
    }
}

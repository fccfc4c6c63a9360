package dev.afterflow.orders;

import dev.afterflow.orders.Orders.Shipping;
import dev.afterflow.orders.Orders.Unshipped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which orders wait to be shipped, and what became of those somebody waits for. */
@Repository
class JdbcShipping {

    private final JdbcClient sql;

    JdbcShipping(JdbcClient sql) {
        this.sql = sql;
    }

    /** A time stated for a line, such as a presale's, goes before the order's, and that before the shop's usual hours. */
    List<Unshipped> due(String shop, Instant paidSince, int usualHours, Instant before, Unshipped after, int most) {
        return sql.sql("""
                select * from (
                  select o.order_id, o.buyer_id, coalesce((select max(i.promised_ship_at) from orders.item i
                           where i.shop_id = o.shop_id and i.order_id = o.order_id), o.promised_ship_at,
                         case when :hours > 0 then o.paid_at + :hours * interval '1 hour' end) as due_at
                    from orders.shop_order o
                   where o.shop_id = :shop and o.state = 'PAID' and o.paid_at >= :since
                     and not exists (select 1 from orders.shipment s
                                      where s.shop_id = o.shop_id and s.order_id = o.order_id and s.shipped_at is not null)) waiting
                 where due_at < :before and (due_at, order_id) > (:afterDue, :afterId)
                 order by due_at, order_id limit :most
                """).param("shop", shop).param("since", Timestamp.from(paidSince)).param("hours", usualHours)
                .param("before", Timestamp.from(before)).param("most", most)
                .param("afterDue", Timestamp.from(after == null ? Instant.EPOCH : after.dueAt()))
                .param("afterId", after == null ? "" : after.orderId()).query(JdbcShipping::unshipped).list();
    }

    /** Unpaid until the door: the payment's provider is {@code cod}. */
    List<Unshipped> cod(String shop, Instant createdSince, Unshipped after, int most) {
        return sql.sql("""
                select o.order_id, o.buyer_id, o.created_at as due_at from orders.shop_order o
                 where o.shop_id = :shop and o.state in ('CREATED', 'PAID') and o.created_at >= :since
                   and (o.created_at, o.order_id) > (:afterDue, :afterId)
                   and exists (select 1 from orders.payment p
                                where p.shop_id = o.shop_id and p.order_id = o.order_id and p.provider = 'cod')
                   and not exists (select 1 from orders.shipment s
                                    where s.shop_id = o.shop_id and s.order_id = o.order_id and s.shipped_at is not null)
                 order by o.created_at, o.order_id limit :most
                """).param("shop", shop).param("since", Timestamp.from(createdSince)).param("most", most)
                .param("afterDue", Timestamp.from(after == null ? Instant.EPOCH : after.dueAt()))
                .param("afterId", after == null ? "" : after.orderId()).query(JdbcShipping::unshipped).list();
    }

    /** What the shop's own books call unavailable although it is paid. */
    List<Unshipped> unavailable(String shop, Instant paidSince, Unshipped after, int most) {
        return sql.sql("""
                select order_id, buyer_id, paid_at as due_at from orders.shop_order
                 where shop_id = :shop and state = 'UNAVAILABLE' and paid_at >= :since and (paid_at, order_id) > (:afterDue, :afterId)
                 order by paid_at, order_id limit :most
                """).param("shop", shop).param("since", Timestamp.from(paidSince)).param("most", most)
                .param("afterDue", Timestamp.from(after == null ? Instant.EPOCH : after.dueAt()))
                .param("afterId", after == null ? "" : after.orderId()).query(JdbcShipping::unshipped).list();
    }

    List<Shipping> of(String shop, Collection<String> orderIds) {
        return sql.sql("""
                select o.order_id, o.state, min(s.shipped_at) as shipped_at,
                       case when bool_and(s.delivered_at is not null) then max(s.delivered_at) end as delivered_at,
                       bool_or(s.last_code in ('RETURNING', 'RETURNED')) as turned_back
                  from orders.shop_order o left join orders.shipment s on s.shop_id = o.shop_id and s.order_id = o.order_id
                 where o.shop_id = :shop and o.order_id = any (:ids) group by o.order_id, o.state
                """).param("shop", shop).param("ids", orderIds.toArray(String[]::new)).query((row, number) -> new Shipping(
                row.getString("order_id"), Order.State.valueOf(row.getString("state")), instant(row, "shipped_at"),
                instant(row, "delivered_at"), row.getBoolean("turned_back"))).list();
    }

    private static Unshipped unshipped(ResultSet row, int number) throws SQLException {
        return new Unshipped(row.getString("order_id"), row.getString("buyer_id"), instant(row, "due_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

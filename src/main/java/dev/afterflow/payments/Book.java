package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What our own tables know of the refunds and payments that providers speak of. */
@Repository
@Transactional
class Book {

    private final JdbcClient jdbc;

    Book(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A refund of ours and the payment it gives back from. */
    private record Given(String paymentId, Money amount, Money captured) {
    }

    /** Whether what a notice says of a refund of ours is what we know; of a refund that is not ours nothing can be said against it. */
    boolean agrees(String shop, String provider, Provider.Notice notice) {
        return notice.claim() == null || given(shop, provider, notice.subject())
            .map(given -> notice.claim().holds(given.paymentId(), given.captured(), given.amount())).orElse(true);
    }

    private Optional<Given> given(String shop, String provider, String refundNo) {
        return jdbc.sql("""
                select r.payment_id, r.amount, r.currency, p.captured
                from payments.refund r join payments.paid_order p using (shop_id, provider, payment_id)
                where r.refund_no = :no and r.shop_id = :shop and r.provider = :provider""")
            .param("no", refundNo).param("shop", shop).param("provider", provider)
            .query((row, n) -> new Given(row.getString("payment_id"), new Money(row.getLong("amount"), row.getString("currency")),
                new Money(row.getLong("captured"), row.getString("currency")))).optional();
    }

    /** The shop whose refund or payment a statement's line names. */
    Optional<String> shopOf(String provider, String refundNo, String paymentId) {
        return jdbc.sql("""
                select shop_id from (
                  select 1 as place, shop_id from payments.refund where refund_no = :no and provider = :provider
                  union all
                  select 2, shop_id from payments.paid_order where provider = :provider and payment_id = :payment) named
                order by place, shop_id limit 1""")
            .param("no", refundNo).param("payment", paymentId).param("provider", provider)
            .query(String.class).optional();
    }
}

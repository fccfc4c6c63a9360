package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.remedies.Recourses.Recourse;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims that may be made, one row a case and claimed party. */
@Repository
class JdbcRecourses {

    private final JdbcClient jdbc;

    JdbcRecourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recourse> of(String caseNumber) {
        return jdbc.sql("select * from remedies.recourse where case_number = :case and state = 'OPEN' order by id").param("case", caseNumber)
                .query((row, number) -> new Recourse(Party.valueOf(row.getString("party")), row.getString("name"), row.getString("waybill"),
                        new Money(row.getLong("amount"), row.getString("currency")), row.getString("reason_zh"), row.getString("reason_en"),
                        row.getString("state"))).list();
    }

    void dropAll(String caseNumber) {
        jdbc.sql("update remedies.recourse set state = 'DROPPED' where case_number = :case and state = 'OPEN'").param("case", caseNumber).update();
    }

    void open(Liability settled, Recourse claim) {
        jdbc.sql("""
                insert into remedies.recourse (case_number, shop_id, order_id, party, name, waybill, amount, currency, reason_zh, reason_en, state, at)
                values (:case, :shop, :order, :party, :name, :waybill, :amount, :currency, :zh, :en, 'OPEN', :at)
                on conflict (case_number, party, name) do update
                   set waybill = excluded.waybill, amount = excluded.amount, reason_zh = excluded.reason_zh,
                       reason_en = excluded.reason_en, state = 'OPEN', at = excluded.at
                """).param("case", settled.caseNumber()).param("shop", settled.shop()).param("order", settled.orderId())
                .param("party", claim.party().name()).param("name", claim.name()).param("waybill", claim.waybill())
                .param("amount", claim.amount().minor()).param("currency", claim.amount().currency()).param("zh", claim.reasonZh())
                .param("en", claim.reasonEn()).param("at", Timestamp.from(settled.at())).update();
    }
}

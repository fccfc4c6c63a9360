package dev.afterflow.remedies;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of each shop. */
@Repository
class JdbcTerms {

    private final JdbcClient jdbc;

    JdbcTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Terms of(String shop) {
        return jdbc.sql("select * from remedies.terms where shop_id = :shop").param("shop", shop)
                .query((row, number) -> new Terms(row.getLong("freight"), row.getInt("goods_percent"), row.getInt("resale_percent"),
                        row.getBoolean("return_cost_told"), row.getBoolean("freight_insured"), row.getBoolean("full_freight_promised"), row.getBoolean("returns_elsewhere"),
                        row.getInt("promised_times"))).optional().orElse(Terms.DEFAULTS);
    }

    void save(String shop, Terms terms) {
        jdbc.sql("""
                insert into remedies.terms (shop_id, freight, goods_percent, resale_percent, return_cost_told, freight_insured,
                       full_freight_promised, returns_elsewhere, promised_times)
                values (:shop, :freight, :goods, :resale, :told, :insured, :promised, :elsewhere, :times)
                on conflict (shop_id) do update
                   set freight = excluded.freight, goods_percent = excluded.goods_percent, resale_percent = excluded.resale_percent,
                       return_cost_told = excluded.return_cost_told, freight_insured = excluded.freight_insured,
                       full_freight_promised = excluded.full_freight_promised, returns_elsewhere = excluded.returns_elsewhere,
                       promised_times = excluded.promised_times
                """).param("shop", shop).param("freight", terms.freight()).param("goods", terms.goodsPercent())
                .param("resale", terms.resalePercent()).param("told", terms.returnCostTold()).param("insured", terms.freightInsured())
                .param("promised", terms.fullFreightPromised()).param("elsewhere", terms.returnsElsewhere()).param("times", terms.promisedTimes()).update();
    }
}

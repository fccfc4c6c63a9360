package dev.afterflow.orders;

import dev.afterflow.intake.Letter;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Products and stock in PostgreSQL. */
@Repository
class JdbcProducts {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcProducts(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void record(List<Letter> letters) {
        sql.sql("""
                insert into orders.product (shop_id, product_id, title, category, class, no_reason_excluded,
                       exclusion_confirmed_at, exclusion_proof, warranty_days, warranty_from, serials, supplier, durable,
                       promise_days, weight_grams)
                select :shop, "productId", title, category, coalesce(class, 'STANDARD'), coalesce("noReasonExcluded", false),
                       "exclusionConfirmedAt", "exclusionProof", "warrantyDays", "warrantyFrom", coalesce(serials, '[]'),
                       supplier, coalesce(durable, false), "promiseDays", "weightGrams"
                  from jsonb_to_recordset(cast(:told as jsonb)) as told("productId" text, title text, category text,
                       class text, "noReasonExcluded" boolean, "exclusionConfirmedAt" timestamptz, "exclusionProof" text,
                       "warrantyDays" int, "warrantyFrom" text, serials jsonb, supplier text, durable boolean,
                       "promiseDays" int, "weightGrams" int)
                 order by "productId"
                on conflict (shop_id, product_id) do update
                  set title = excluded.title, category = excluded.category, class = excluded.class,
                      no_reason_excluded = excluded.no_reason_excluded,
                      exclusion_confirmed_at = excluded.exclusion_confirmed_at, exclusion_proof = excluded.exclusion_proof,
                      warranty_days = excluded.warranty_days, warranty_from = excluded.warranty_from,
                      serials = excluded.serials, supplier = excluded.supplier, durable = excluded.durable,
                      promise_days = excluded.promise_days, weight_grams = excluded.weight_grams, recorded_at = now()
                """).param("shop", letters.get(0).shop()).param("told", Told.of(letters, json)).update();
    }

    void count(List<Letter> letters) {
        sql.sql("""
                insert into orders.stock as old (shop_id, sku, available, at)
                select :shop, sku, available, at
                  from jsonb_to_recordset(cast(:told as jsonb)) as told(sku text, available int, at timestamptz)
                 order by sku
                on conflict (shop_id, sku) do update set available = excluded.available, at = excluded.at
                  where old.at <= excluded.at
                """).param("shop", letters.get(0).shop()).param("told", Told.of(letters, json)).update();
    }

    List<Product> all(String shop, Collection<String> productIds) {
        return sql.sql("""
                select jsonb_build_object('shop', shop_id, 'productId', product_id, 'title', title, 'category', category,
                         'kind', class, 'noReasonExcluded', no_reason_excluded,
                         'exclusionConfirmedAt', exclusion_confirmed_at, 'exclusionProof', exclusion_proof,
                         'warrantyDays', warranty_days, 'warrantyFrom', warranty_from, 'serials', serials,
                         'supplier', supplier, 'durable', durable, 'promiseDays', promise_days)
                  from orders.product where shop_id = :shop and product_id = any (:ids)
                """).param("shop", shop).param("ids", productIds.toArray(String[]::new))
                .query(String.class).list().stream().map(text -> json.readValue(text, Product.class)).toList();
    }

    Map<String, Integer> weights(String shop, Collection<String> productIds) {
        return sql.sql("""
                select product_id, weight_grams from orders.product
                 where shop_id = :shop and product_id = any (:ids) and weight_grams is not null
                """).param("shop", shop).param("ids", productIds.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("product_id"), row.getInt("weight_grams"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Products.Stock> holdStock(String shop, Collection<String> skus) {
        return sql.sql("select * from orders.stock where shop_id = :shop and sku = any (:skus) order by sku for update")
                .param("shop", shop).param("skus", skus.toArray(String[]::new))
                .query((row, number) -> new Products.Stock(row.getString("sku"), row.getInt("available"),
                        row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }
}

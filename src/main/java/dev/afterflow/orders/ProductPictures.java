package dev.afterflow.orders;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What products look like, the latest picture of each. */
@Service
@Transactional(readOnly = true)
class ProductPictures {

    private final JdbcClient sql;
    private final Audit audit;

    ProductPictures(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A product of an order that has a picture, by the lines it was bought in; its sha256 changes with the picture. */
    record Pictured(String productId, String title, String sha256, List<String> lines) {
    }

    /** Keeps it in place of the one before; the same again changes nothing. 404 for a product nobody told of. */
    @Transactional
    void keep(String shop, String productId, ProductPicture picture) {
        if (!known(shop, productId)) {
            throw Problem.notFound("product");
        }
        int changed = sql.sql("""
                insert into orders.product_picture as old (shop_id, product_id, sha256, jpeg) values (:shop, :product, :sha256, :jpeg)
                on conflict (shop_id, product_id) do update set sha256 = excluded.sha256, jpeg = excluded.jpeg, recorded_at = now()
                  where old.sha256 <> excluded.sha256
                """).param("shop", shop).param("product", productId).param("sha256", picture.sha256()).param("jpeg", picture.jpeg()).update();
        if (changed > 0) {
            audit.record(shop, "PRODUCT_PICTURED", "product", productId, Map.of("sha256", picture.sha256()));
        }
    }

    private boolean known(String shop, String productId) {
        return sql.sql("select exists (select from orders.product where shop_id = :shop and product_id = :product)")
                .param("shop", shop).param("product", productId).query(Boolean.class).single();
    }

    Optional<byte[]> jpeg(String shop, String productId) {
        return sql.sql("select jpeg from orders.product_picture where shop_id = :shop and product_id = :product")
                .param("shop", shop).param("product", productId).query(byte[].class).optional();
    }

    List<Pictured> ofOrder(String shop, String orderId) {
        return sql.sql("""
                select p.product_id, min(i.title) as title, p.sha256, array_agg(i.line_id order by i.position) as lines
                  from orders.item i join orders.product_picture p on p.shop_id = i.shop_id and p.product_id = i.product_id
                 where i.shop_id = :shop and i.order_id = :order
                 group by p.product_id, p.sha256 order by min(i.position)
                """).param("shop", shop).param("order", orderId)
                .query((row, number) -> new Pictured(row.getString("product_id"), row.getString("title"), row.getString("sha256"),
                        List.of((String[]) row.getArray("lines").getArray()))).list();
    }
}

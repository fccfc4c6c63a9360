package dev.afterflow.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known about the products a shop sells. */
@Service
@Transactional(readOnly = true)
public class Products {

    private final JdbcProducts store;

    Products(JdbcProducts store) {
        this.store = store;
    }

    /** Those of these products that are known. */
    public List<Product> all(String shop, Collection<String> productIds) {
        return store.all(shop, productIds);
    }

    /** Grams of one piece of these products, without its parcel; one nobody weighed is left out. */
    public Map<String, Integer> weights(String shop, Collection<String> productIds) {
        return productIds.isEmpty() ? Map.of() : store.weights(shop, productIds);
    }

    /** How many of a sku were there when somebody counted last. */
    public record Stock(String sku, int available, Instant at) {
    }

    /** The latest counts of these skus, held until the caller's transaction ends so that nobody else reserves meanwhile. */
    @Transactional
    public List<Stock> holdStock(String shop, Collection<String> skus) {
        return store.holdStock(shop, skus);
    }
}

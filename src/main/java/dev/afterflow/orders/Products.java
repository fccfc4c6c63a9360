package dev.afterflow.orders;

import java.util.List;
import java.util.Collection;
import java.util.Optional;
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

    /** The product; empty when the shop never told us about it. */
    public Optional<Product> find(String shop, String productId) {
        return all(shop, List.of(productId)).stream().findFirst();
    }

    /** Those of these products that are known. */
    public List<Product> all(String shop, Collection<String> productIds) {
        return store.all(shop, productIds);
    }
}

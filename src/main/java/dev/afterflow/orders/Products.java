package dev.afterflow.orders;

import java.util.Collection;
import java.util.List;
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
}

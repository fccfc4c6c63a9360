package dev.afterflow.orders;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for the web app, buyers masked. */
@RestController
@RequestMapping("/api/orders")
@PreAuthorize("hasRole('PERSON')")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping
    Orders.Page search(@RequestParam(required = false) String q, @RequestParam(required = false) String shop,
                       @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int limit) {
        return orders.search(new Orders.Query(shops(shop), q, after, limit));
    }

    @GetMapping("/{shop}/{id}")
    Order find(@PathVariable String shop, @PathVariable String id) {
        shops(shop);
        return orders.find(shop, id).orElseThrow(() -> Problem.notFound("order")).masked();
    }

    private static Set<String> shops(String shop) {
        Set<String> mine = Who.current().shops();
        if (shop == null) {
            return mine;
        }
        if (!mine.contains(shop)) {
            throw Problem.notFound("order");
        }
        return Set.of(shop);
    }
}

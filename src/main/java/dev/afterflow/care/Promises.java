package dev.afterflow.care;

import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a shop has promised about shipping, at a moment and for an order: its own terms, else what {@code ship-promise} says. */
@Component
@Transactional
class Promises {

    private final JdbcTerms store;
    private final Decisions decisions;
    private final Shops shops;
    private final Audit audit;
    private final Clock clock;

    Promises(JdbcTerms store, Decisions decisions, Shops shops, Audit audit, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.shops = shops;
        this.audit = audit;
        this.clock = clock;
    }

    PromiseTerms of(String shop, Instant at) {
        return store.inForce(shop, at).orElseGet(() -> usual(shops.find(shop).orElseThrow()));
    }

    private PromiseTerms usual(Shop shop) {
        Decided decided = decisions.decide("ship-promise", Map.of("platform", shop.platform(), "jurisdiction", shop.jurisdiction()));
        return new PromiseTerms(null, decided.text("ruleSet"), Integer.parseInt(decided.text("promiseHours")),
                Integer.parseInt(decided.text("warnHours")), null, null, "SHOP", PromiseTerms.AUTO_MOST, false);
    }

    /** Until when an order must leave, by the terms of the day it was paid; null where nothing was promised. */
    Instant due(Order order) {
        Instant stated = order.items().stream().map(Order.Item::promisedShipAt).filter(Objects::nonNull).max(Instant::compareTo)
                .orElse(order.promisedShipAt());
        if (stated != null || order.paidAt() == null) {
            return stated;
        }
        int hours = of(order.shop(), order.paidAt()).promiseHours();
        return hours == 0 ? null : order.paidAt().plus(Duration.ofHours(hours));
    }

    List<JdbcTerms.Watched> watched() {
        return store.watched(clock.instant());
    }

    @Transactional(readOnly = true)
    List<PromiseTerms> all(String shop) {
        return store.all(shop);
    }

    /** Sets what counts from a moment on; what counted before stays as it was, for orders paid before. */
    PromiseTerms change(String shop, PromiseTerms terms, Who who) {
        Instant now = clock.instant();
        terms.check(now);
        PromiseTerms dated = new PromiseTerms((terms.validFrom() == null ? now : terms.validFrom()).truncatedTo(ChronoUnit.MICROS), terms.ruleSet(),
                terms.promiseHours(), terms.warnHours(), terms.late(), terms.shortage(), terms.payer(), terms.autoMost(), terms.confirmCod());
        store.save(shop, dated, who.login(), now);
        audit.record(shop, "SHIP_PROMISE_CHANGED", "shop", shop, Map.of("from", dated.validFrom().toString(), "ruleSet", dated.ruleSet(),
                "promiseHours", dated.promiseHours(), "payer", dated.payer(), "autoMost", dated.autoMost()));
        return dated;
    }
}

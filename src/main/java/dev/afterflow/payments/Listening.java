package dev.afterflow.payments;

import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees every hour that providers who must be told where we listen are told, and told again when they have forgotten it. */
@Component
class Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Providers providers;
    private final List<CardDisputes> desks;
    private final Shops shops;
    private final Hooks hooks;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    Listening(Providers providers, List<CardDisputes> desks, Shops shops, Hooks hooks, JdbcClient jdbc, TransactionTemplate tx) {
        this.providers = providers;
        this.desks = desks;
        this.shops = shops;
        this.hooks = hooks;
        this.jdbc = jdbc;
        this.tx = tx;
    }

    private record Line(String shop, String provider) {
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
    void everyHour() {
        Stream.concat(used().stream(), houses()).distinct().forEach(line -> listen(line.shop(), line.provider()));
    }

    /** A bank may take the first payment back before anything was ever given back: the house's account listens through one of its shops. */
    private Stream<Line> houses() {
        return desks.stream().filter(desk -> desk.accounts().contains(Accounts.HOUSE))
            .flatMap(desk -> shops.all().stream().map(Shop::id).filter(desk::serves).limit(1).map(shop -> new Line(shop, desk.code())));
    }

    void listen(String shop, String provider) {
        providers.find(provider, shop).ifPresent(known -> {
            String path = tx.execute(status -> hooks.path(provider, shop));
            try {
                known.listen(shop, path);
            } catch (RuntimeException notNow) {
                LOG.warn("{} could not be told where {} listens: {}", provider, shop, notNow.toString());
            }
        });
    }

    /** Shops and the providers whose payments they gave back, or whose disputes they had. */
    private List<Line> used() {
        return tx.execute(status -> jdbc.sql("""
                select distinct shop_id as shop, provider from payments.paid_order
                union select distinct shop_id, provider from payments.chargeback order by 1, 2""").query(Line.class).list());
    }
}

package dev.afterflow.payments;

import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for disputes whose notice never came, and again at those that are not over; one provider or account in trouble stops no other. */
@Component
class ChargebackWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ChargebackWatch.class);
    private static final Duration BACK = Duration.ofDays(7);
    private static final int HOUR = 60;

    private final List<CardDisputes> desks;
    private final Chargebacks chargebacks;
    private final JdbcChargebacks rows;
    private final Shops shops;
    private final TransactionTemplate tx;
    private final Clock clock;

    ChargebackWatch(List<CardDisputes> desks, Chargebacks chargebacks, JdbcChargebacks rows, Shops shops, TransactionTemplate tx, Clock clock) {
        this.desks = desks;
        this.chargebacks = chargebacks;
        this.rows = rows;
        this.shops = shops;
        this.tx = tx;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 600_000)
    void everyTenMinutes() {
        Instant from = clock.instant().minus(BACK);
        desks.forEach(desk -> trying(desk.code(), () -> desk.accounts().forEach(account -> trying(account, () -> news(desk, account, from)))));
        for (JdbcChargebacks.Open open : tx.execute(status -> rows.open(HOUR))) {
            trying(open.disputeId(), () -> chargebacks.look(open.shop(), open.provider(), open.disputeId()));
        }
    }

    private void news(CardDisputes desk, String account, Instant from) {
        String shop = account.equals(Accounts.HOUSE) ? shops.all().stream().map(Shop::id).filter(desk::serves).findFirst().orElseThrow() : account;
        for (String id : desk.openedSince(shop, from)) {
            if (tx.execute(status -> rows.find(desk.code(), id)).isEmpty()) {
                trying(id, () -> chargebacks.look(shop, desk.code(), id));
            }
        }
    }

    private static void trying(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException notNow) {
            LOG.warn("Disputes of {} could not be looked at: {}", what, notNow.toString());
        }
    }
}

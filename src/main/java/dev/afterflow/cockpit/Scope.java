package dev.afterflow.cockpit;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What somebody looks at: which shops, which kind of case (null for all) and how many days back from {@code today}, the date
 * of the shop where it is latest.
 */
record Scope(List<String> shops, String kind, int days, LocalDate today) {

    static final Set<Integer> PERIODS = Set.of(1, 7, 30, 90);

    /** The first day of the period. */
    LocalDate since() {
        return today.minusDays(days - 1L);
    }

    /** The first day of the period before. */
    LocalDate sinceBefore() {
        return since().minusDays(days);
    }

    StatementSpec on(StatementSpec statement) {
        return statement.param("shops", shops.toArray(String[]::new)).param("kind", kind);
    }

    /** As the address of a screen says it. */
    record Asked(String shop, String brand, String kind, Integer days) {
    }

    /** Reads it, within the asker's shops. */
    @Component
    static class Reading {

        private static final Set<String> KINDS = Set.of("REFUND_ONLY", "RETURN_REFUND", "EXCHANGE", "REPAIR", "RESHIP", "SHORT", "WRONG_ITEM",
                "LOGISTICS", "REVIEW", "DISPUTE", "QUESTION", "OTHER", "LATE_SHIPMENT", "ORDER_EXCEPTION", "ORDER_CHANGE", "COD");
        private static final int USUAL = 30;

        private final Shops shops;
        private final Clock clock;

        Reading(Shops shops, Clock clock) {
            this.shops = shops;
            this.clock = clock;
        }

        Scope of(Asked asked) {
            int days = asked.days() == null ? USUAL : asked.days();
            if (!PERIODS.contains(days)) {
                throw Problem.malformed("days", "oneOf", "请选择 1、7、30 或 90 天", "Choose 1, 7, 30 or 90 days");
            }
            if (asked.kind() != null && !KINDS.contains(asked.kind())) {
                throw Problem.malformed("kind", "oneOf", "没有这种工单类型", "There is no such kind of case");
            }
            List<Shop> seen = asked.shop() != null ? List.of(shops.reachable(asked.shop()))
                    : shops.of(Who.current()).stream().filter(shop -> asked.brand() == null || shop.brand().equals(asked.brand())).toList();
            LocalDate today = seen.stream().map(shop -> LocalDate.now(clock.withZone(ZoneId.of(shop.timeZone()))))
                    .max(Comparator.naturalOrder()).orElse(LocalDate.now(clock));
            return new Scope(seen.stream().map(Shop::id).toList(), asked.kind(), days, today);
        }
    }
}

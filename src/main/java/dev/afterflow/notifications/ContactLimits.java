package dev.afterflow.notifications;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often a shop's buyers are written to at most, and when its mail waits; the operator's settings until a shop says its own. */
@Component
@Transactional
class ContactLimits {

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Audit audit;

    ContactLimits(JdbcClient jdbc, NotificationSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
    }

    /** Messages within 24 hours and within seven days; mail waits from {@code quietFrom} until {@code quietUntil}, never where both are null. */
    record Limits(int daily, int weekly, LocalTime quietFrom, LocalTime quietUntil) {
    }

    @Transactional(readOnly = true)
    Limits of(String shop) {
        return jdbc.sql("select daily, weekly, quiet_from, quiet_until from notifications.contact_limit where shop_id = :shop").param("shop", shop)
            .query((row, n) -> new Limits(row.getInt("daily"), row.getInt("weekly"), row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class))).optional().orElseGet(() -> house(settings));
    }

    static Limits house(NotificationSettings settings) {
        boolean quiet = settings.quietFrom() != null && settings.quietUntil() != null;
        return new Limits(settings.daily(), settings.weekly(), quiet ? settings.quietFrom() : null, quiet ? settings.quietUntil() : null);
    }

    void set(String shop, Limits limits) {
        demand("daily", limits.daily() >= 1 && limits.daily() <= 50);
        demand("weekly", limits.weekly() >= limits.daily() && limits.weekly() <= 200);
        demand("quietFrom", (limits.quietFrom() == null) == (limits.quietUntil() == null)
            && (limits.quietFrom() == null || !limits.quietFrom().equals(limits.quietUntil())));
        jdbc.sql("""
                insert into notifications.contact_limit (shop_id, daily, weekly, quiet_from, quiet_until)
                values (:shop, :daily, :weekly, cast(:from as time), cast(:until as time))
                on conflict (shop_id) do update set daily = excluded.daily, weekly = excluded.weekly,
                       quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
                """).param("shop", shop).param("daily", limits.daily()).param("weekly", limits.weekly())
            .param("from", text(limits.quietFrom())).param("until", text(limits.quietUntil())).update();
        audit.record(shop, "CONTACT_LIMITS_CHANGED", "shop", shop, Map.of("daily", limits.daily(), "weekly", limits.weekly(),
            "quietFrom", String.valueOf(limits.quietFrom()), "quietUntil", String.valueOf(limits.quietUntil())));
    }

    private static String text(LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static void demand(String field, boolean holds) {
        if (!holds) {
            throw Problem.invalid(field, "range", "每日 1–50 条，每周不少于每日、不超过 200 条；免打扰起止须同时填写且不同",
                "1 to 50 a day, a week no less than a day and at most 200; quiet hours need both ends, and different ones");
        }
    }
}

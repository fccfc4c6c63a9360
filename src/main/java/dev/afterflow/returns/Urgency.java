package dev.afterflow.returns;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** With how few hours left to the platform's deadline a shop wants a supervisor to look before money leaves. */
@Component
@Transactional
class Urgency {

    /** Until a shop sets its own. [B][D8.10] */
    static final int USUAL = 12;
    private static final int MOST = 240;

    private final JdbcClient jdbc;
    private final Audit audit;

    Urgency(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    long hours(String shop) {
        return jdbc.sql("select urgent_hours from returns.urgency where shop_id = :shop").param("shop", shop).query(Integer.class)
                .optional().orElse(USUAL);
    }

    /** 0 turns the rule off; 422 outside 0 to 240. */
    void change(String shop, Integer hours) {
        if (hours == null || hours < 0 || hours > MOST) {
            throw Problem.invalid("urgentHours", "range", "请填写 0 到 " + MOST + " 的小时数，0 表示不启用", "Hours from 0 to " + MOST + "; 0 turns it off");
        }
        jdbc.sql("""
                insert into returns.urgency (shop_id, urgent_hours) values (:shop, :hours)
                on conflict (shop_id) do update set urgent_hours = excluded.urgent_hours
                """).param("shop", shop).param("hours", hours).update();
        audit.record(shop, "URGENT_HOURS_CHANGED", "shop", shop, Map.of("hours", hours));
    }
}

package dev.afterflow.returns;

import dev.afterflow.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may approve how much: the limits of a shop for the table, and which role covers which. */
@Component
class Authority {

    private static final List<Role> LADDER = List.of(Role.AGENT, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.DIRECTOR, Role.OWNER);
    /** One company's published limits in CNY, used until a shop sets its own. [B][WG-22] */
    private static final Map<Role, Long> DEFAULTS =
            Map.of(Role.AGENT, 10_000L, Role.LEAD, 30_000L, Role.SUPERVISOR, 50_000L, Role.MANAGER, 200_000L);

    private final JdbcClient jdbc;

    Authority(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** agentLimit, leadLimit, supervisorLimit and managerLimit in minor units of the shop's currency. */
    Map<String, Object> limits(String shop) {
        Map<Role, Long> limits = new HashMap<>(DEFAULTS);
        jdbc.sql("select role, most from returns.approval_limit where shop_id = :shop").param("shop", shop)
                .query((row, number) -> Map.entry(Role.valueOf(row.getString("role")), row.getLong("most"))).list()
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue()));
        Map<String, Object> facts = new HashMap<>();
        limits.forEach((role, most) -> facts.put(role.name().toLowerCase(Locale.ROOT) + "Limit", most));
        return facts;
    }

    /** Whether somebody with these roles may approve what asks for that role; legal questions only for legal. */
    static boolean covers(Set<Role> held, String asked) {
        if (asked.equals("NONE")) {
            return true;
        }
        Role lowest = Role.valueOf(asked);
        int rank = LADDER.indexOf(lowest);
        return rank < 0 ? held.contains(lowest) : held.stream().anyMatch(role -> LADDER.indexOf(role) >= rank);
    }
}

package dev.afterflow.returns;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may approve how much: the limits of a shop for the table, and which role covers which. */
@Component
@Transactional
class Authority {

    private static final List<Role> LADDER = List.of(Role.AGENT, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.DIRECTOR);
    private static final List<Role> LIMITED = LADDER.subList(0, 4);
    /** One company's published limits in CNY, used until a shop sets its own. [B][WG-22] */
    private static final Map<Role, Long> DEFAULTS =
            Map.of(Role.AGENT, 10_000L, Role.LEAD, 30_000L, Role.SUPERVISOR, 50_000L, Role.MANAGER, 200_000L);

    private final JdbcClient jdbc;
    private final Audit audit;

    Authority(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The most each role may approve, in minor units of the shop's currency. */
    Map<Role, Long> limitsOf(String shop) {
        Map<Role, Long> limits = new EnumMap<>(DEFAULTS);
        jdbc.sql("select role, most from returns.approval_limit where shop_id = :shop").param("shop", shop)
                .query((row, number) -> Map.entry(Role.valueOf(row.getString("role")), row.getLong("most"))).list()
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue()));
        return limits;
    }

    /** The limits as the table asks for them: agentLimit, leadLimit, supervisorLimit, managerLimit. */
    Map<String, Object> facts(String shop) {
        Map<String, Object> facts = new HashMap<>();
        limitsOf(shop).forEach((role, most) -> facts.put(role.name().toLowerCase(Locale.ROOT) + "Limit", most));
        return facts;
    }

    /** Sets a shop's limits; 422 unless all four are there and none is below that of the role under it. */
    void change(String shop, Map<Role, Long> limits) {
        long below = 0;
        for (Role role : LIMITED) {
            Long most = limits.get(role);
            if (most == null || most < below || limits.size() != LIMITED.size()) {
                throw Problem.invalid(role.name(), "ladder", "请给出四个角色的限额，且逐级不减", "Give all four roles a limit, none below that of the role under it");
            }
            below = most;
        }
        limits.forEach((role, most) -> jdbc.sql("""
                insert into returns.approval_limit (shop_id, role, most) values (:shop, :role, :most)
                on conflict (shop_id, role) do update set most = excluded.most
                """).param("shop", shop).param("role", role.name()).param("most", most).update());
        audit.record(shop, "APPROVAL_LIMITS_CHANGED", "shop", shop,
                limits.entrySet().stream().collect(Collectors.toMap(limit -> limit.getKey().name(), Map.Entry::getValue)));
    }

    /** The higher of two roles; one beside the ladder, such as legal, is above it. */
    static String higher(String one, String other) {
        List<String> ladder = LADDER.stream().map(Role::name).toList();
        if (other.equals("NONE")) {
            return one;
        }
        return !ladder.contains(other) || ladder.indexOf(other) > ladder.indexOf(one) ? other : one;
    }

    /** Whether somebody with these roles may approve what asks for that role; legal questions only for legal. */
    static boolean covers(Set<Role> held, String asked) {
        return asked.equals("NONE") || Role.covers(held, Role.valueOf(asked));
    }
}

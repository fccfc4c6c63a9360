package dev.afterflow.security;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends lines to the audit; nothing here changes one. */
@Component
class AuditRows {

    private final JdbcClient sql;
    private final JsonMapper json;

    AuditRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void append(String shop, String action, String objectKind, String objectId, Map<String, ?> details, Who who) {
        sql.sql("""
                insert into security.audit (shop_id, action, object_kind, object_id, who_id, who, who_kind, roles,
                                            request_id, address, details)
                values (:shop, :action, :objectKind, :objectId, :whoId, :who, :whoKind, :roles, :request, :address,
                        :details::jsonb)
                """)
                .param("shop", shop).param("action", action)
                .param("objectKind", objectKind).param("objectId", objectId)
                .param("whoId", who.id()).param("who", who.login()).param("whoKind", who.kind().name())
                .param("roles", who.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param("request", MDC.get(Trace.ID)).param("address", MDC.get(Trace.ADDRESS))
                .param("details", json.writeValueAsString(details))
                .update();
    }
}

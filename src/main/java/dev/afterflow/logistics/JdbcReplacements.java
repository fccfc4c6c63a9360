package dev.afterflow.logistics;

import dev.afterflow.logistics.Replacement.Line;
import dev.afterflow.logistics.Replacement.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replacements in PostgreSQL. */
@Repository
class JdbcReplacements {

    private final JdbcClient sql;

    JdbcReplacements(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest replacement of a case. */
    Optional<Replacement> latest(String caseNumber) {
        return sql.sql("select * from logistics.replacement where case_number = :case order by round desc limit 1")
                .param("case", caseNumber).query(this::read).optional();
    }

    private List<Line> lines(String orderNo) {
        return sql.sql("select * from logistics.replacement_line where order_no = :no order by line_id").param("no", orderNo)
                .query((row, number) -> new Line(row.getString("line_id"), row.getString("sku"), row.getString("title"),
                        row.getInt("quantity"), row.getString("bin"))).list();
    }

    private Replacement read(ResultSet row, int number) throws SQLException {
        return new Replacement(row.getString("order_no"), row.getString("shop_id"), row.getString("case_number"),
                row.getString("order_id"), row.getString("purpose"), State.valueOf(row.getString("state")), row.getString("carrier"),
                row.getString("waybill"), instant(row, "opened_at"), instant(row, "shipped_at"), instant(row, "delivered_at"),
                lines(row.getString("order_no")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

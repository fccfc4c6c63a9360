package dev.afterflow.repairs;

import dev.afterflow.repairs.Spare.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where devices that were lent stand; they live in their repair's row. */
@Repository
class JdbcSpares {

    private final JdbcClient sql;

    JdbcSpares(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty where nothing was lent. */
    Optional<Spare> find(String caseNumber) {
        return sql.sql("select * from repairs.repair where case_number = :case and spare_state is not null").param("case", caseNumber)
                .query(JdbcSpares::read).optional();
    }

    /** As {@link #find}, held until the transaction ends. */
    Optional<Spare> lock(String caseNumber) {
        return sql.sql("select * from repairs.repair where case_number = :case and spare_state is not null for update").param("case", caseNumber)
                .query(JdbcSpares::read).optional();
    }

    /** Lent, or lent again after it was settled; one that is still out stays as it is. */
    void lent(String caseNumber) {
        sql.sql("""
                update repairs.repair set spare_state = 'LENT', spare_by = null, spare_reminders = 0
                 where case_number = :case and spare_serial is not null and (spare_state is null or spare_state not in ('LENT','ASKED'))
                """).param("case", caseNumber).update();
    }

    void save(Spare now) {
        sql.sql("""
                update repairs.repair set spare_state = :state, spare_by = :by, spare_reminders = :reminders, closes_as = :closes, changed_at = now()
                 where case_number = :case
                """).param("case", now.caseNumber()).param("state", now.state().name()).param("by", Rows.stamp(now.by()))
                .param("reminders", now.reminders()).param("closes", now.closesAs()).update();
    }

    private static Spare read(ResultSet row, int number) throws SQLException {
        Instant by = Rows.instant(row, "spare_by");
        return new Spare(row.getString("case_number"), row.getString("shop_id"), row.getString("spare_serial"), State.valueOf(row.getString("spare_state")),
                by, row.getInt("spare_reminders"), row.getString("closes_as"));
    }
}

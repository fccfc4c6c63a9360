package dev.afterflow.care;

import dev.afterflow.care.RemarkFlag.Colour;
import dev.afterflow.care.RemarkFlag.Flag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remarks for marketplaces, frozen until each is taken or refused. */
@Repository
class JdbcFlags {

    private final JdbcClient sql;

    JdbcFlags(JdbcClient sql) {
        this.sql = sql;
    }

    /** A remark and how it stands. */
    record Stored(Flag flag, String state, String code) {
    }

    /** False if it was written before. */
    boolean write(Flag flag, Instant now) {
        return sql.sql("""
                insert into care.flag (number, shop_id, case_number, order_id, colour, memo, written_at)
                values (:number, :shop, :case, :order, :colour, :memo, :now) on conflict (number) do nothing
                """).param("number", flag.number()).param("shop", flag.shop()).param("case", flag.caseNumber()).param("order", flag.orderId())
                .param("colour", flag.colour().name()).param("memo", flag.memo()).param("now", Timestamp.from(now)).update() == 1;
    }

    /** A remark nobody has answered yet. */
    Optional<Flag> open(String number) {
        return sql.sql("select * from care.flag where number = :number and state = 'NEW'").param("number", number)
                .query(JdbcFlags::read).optional().map(Stored::flag);
    }

    Optional<Stored> latest(String caseNumber) {
        return sql.sql("select * from care.flag where case_number = :case order by written_at desc, number desc limit 1")
                .param("case", caseNumber).query(JdbcFlags::read).optional();
    }

    /** False if it was ended before. */
    boolean end(String number, String state, String code, Instant now) {
        return sql.sql("update care.flag set state = :state, code = :code, ended_at = :now where number = :number and state = 'NEW'")
                .param("number", number).param("state", state).param("code", code).param("now", Timestamp.from(now)).update() == 1;
    }

    /** What a person did at the marketplace, whatever it had answered. */
    void byHand(String number, Instant now) {
        sql.sql("update care.flag set state = 'BY_HAND', ended_at = :now where number = :number and state <> 'SET'")
                .param("number", number).param("now", Timestamp.from(now)).update();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(new Flag(row.getString("number"), row.getString("shop_id"), row.getString("case_number"), row.getString("order_id"),
                Colour.valueOf(row.getString("colour")), row.getString("memo")), row.getString("state"), row.getString("code"));
    }
}

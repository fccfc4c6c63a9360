package dev.afterflow.care;

import dev.afterflow.security.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What goes on about orders, in PostgreSQL. */
@Repository
class JdbcMatters {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcMatters(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(Matter matter) {
        sql.sql("""
                insert into care.matter (case_number, shop_id, order_id, kind, state, due_at, excuse, facts, opened_at)
                values (:case, :shop, :order, :kind, 'OPEN', :due, :excuse, cast(:facts as jsonb), :now)
                """).param("case", matter.caseNumber()).param("shop", matter.shop()).param("order", matter.orderId())
                .param("kind", matter.kind().name()).param("due", stamp(matter.dueAt())).param("excuse", matter.excuse().name())
                .param("facts", json.writeValueAsString(matter.facts())).param("now", Timestamp.from(matter.openedAt())).update();
    }

    /** 404 for a case this room does not know. */
    Matter find(String caseNumber) {
        return look(caseNumber).orElseThrow(() -> Problem.notFound("matter"));
    }

    Optional<Matter> look(String caseNumber) {
        return sql.sql("select * from care.matter where case_number = :case").param("case", caseNumber).query(this::read).optional();
    }

    /** The matter, held until the transaction ends. */
    Matter lock(String caseNumber) {
        return sql.sql("select * from care.matter where case_number = :case for update").param("case", caseNumber)
                .query(this::read).optional().orElseThrow(() -> Problem.notFound("matter"));
    }

    /** An open matter nobody else works on right now. */
    Optional<Matter> take(String caseNumber) {
        return sql.sql("select * from care.matter where case_number = :case and state = 'OPEN' for update skip locked")
                .param("case", caseNumber).query(this::read).optional();
    }

    void save(Matter matter) {
        sql.sql("""
                update care.matter set due_at = :due, excuse = :excuse, news = :news, heard = :heard, facts = cast(:facts as jsonb)
                 where case_number = :case
                """).param("case", matter.caseNumber()).param("due", stamp(matter.dueAt())).param("excuse", matter.excuse().name())
                .param("news", matter.news() == null ? null : matter.news().name())
                .param("heard", matter.heard().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("facts", json.writeValueAsString(matter.facts())).update();
    }

    void end(String caseNumber, Instant now) {
        sql.sql("update care.matter set state = 'ENDED', ended_at = :now where case_number = :case and state = 'OPEN'")
                .param("case", caseNumber).param("now", Timestamp.from(now)).update();
    }

    /** Open matters of a shop, the oldest first. */
    List<Matter> open(String shop, Instant after, int most) {
        return sql.sql("""
                select * from care.matter where shop_id = :shop and state = 'OPEN' and opened_at > :after order by opened_at limit :most
                """).param("shop", shop).param("after", Timestamp.from(after)).param("most", most).query(this::read).list();
    }

    List<String> shopsWithOpen() {
        return sql.sql("select distinct shop_id from care.matter where state = 'OPEN' order by 1").query(String.class).list();
    }

    /** Those of these orders that have, or had, a matter of this kind. */
    List<String> known(String shop, Matter.Kind kind, Collection<String> orderIds) {
        return sql.sql("select distinct order_id from care.matter where shop_id = :shop and kind = :kind and order_id = any (:ids)")
                .param("shop", shop).param("kind", kind.name()).param("ids", orderIds.toArray(String[]::new)).query(String.class).list();
    }

    List<Matter> ofOrder(String shop, String orderId, Matter.Kind kind) {
        return sql.sql("select * from care.matter where shop_id = :shop and order_id = :order and kind = :kind order by opened_at")
                .param("shop", shop).param("order", orderId).param("kind", kind.name()).query(this::read).list();
    }

    /** A page of the matters of these shops, the newest first. */
    List<Matter> page(Collection<String> shops, Matter.Kind kind, boolean open, Instant before, String beforeCase, int most) {
        return sql.sql("""
                select * from care.matter
                 where shop_id = any (:shops) and kind = :kind and (not :open or state = 'OPEN')
                   and (opened_at, case_number) < (:before, :beforeCase)
                 order by opened_at desc, case_number desc limit :most
                """).param("shops", shops.toArray(String[]::new)).param("kind", kind.name()).param("open", open)
                .param("before", Timestamp.from(before)).param("beforeCase", beforeCase).param("most", most).query(this::read).list();
    }

    private Matter read(ResultSet row, int number) throws SQLException {
        String news = row.getString("news");
        return new Matter(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"),
                Matter.Kind.valueOf(row.getString("kind")), row.getString("state").equals("OPEN"), instant(row, "due_at"),
                Matter.Excuse.valueOf(row.getString("excuse")), news == null ? null : Matter.News.valueOf(news),
                Arrays.stream((String[]) row.getArray("heard").getArray()).map(Matter.News::valueOf).collect(Collectors.toSet()),
                json.readValue(row.getString("facts"), WORDS), instant(row, "opened_at"));
    }

    private static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

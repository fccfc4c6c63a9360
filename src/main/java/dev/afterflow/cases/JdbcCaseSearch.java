package dev.afterflow.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists cases newest first, a page by key, shop by shop along the index. */
@Repository
class JdbcCaseSearch {

    private static final String LAST_CHARACTER = Character.toString(0x10FFFF);

    private final JdbcClient jdbc;
    private final JdbcCases cases;

    JdbcCaseSearch(JdbcClient jdbc, JdbcCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** What to look for; {@code start} is how a case number, order id or buyer id begins; null means any. */
    record Query(Collection<String> shops, String start, Case.State state, Case.Kind kind, Cursor after, int limit) {
    }

    List<Case> page(Query query) {
        if (query.shops().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select found.*
                  from unnest(:shops) shop(id)
                 cross join lateral (
                       select * from cases.case_file
                        where shop_id = shop.id and (opened_at, number) < (:at, :number)
                          %s %s %s
                        order by opened_at desc, number desc limit :limit) found
                 order by opened_at desc, number desc limit :limit"""
                .formatted(query.state() == null ? "" : "and state = :state", query.kind() == null ? "" : "and kind = :kind",
                        query.start() == null ? "" : """
                                and number in (select number from cases.case_file where number >= :start and number < :end
                                     union all select number from cases.case_file
                                                where shop_id = shop.id and order_id >= :start and order_id < :end
                                     union all select number from cases.case_file
                                                where shop_id = shop.id and buyer_id >= :start and buyer_id < :end)"""))
                .param("shops", query.shops().toArray(String[]::new))
                .param("at", Timestamp.from(query.after() == null ? Instant.parse("9999-01-01T00:00:00Z") : query.after().at()))
                .param("number", query.after() == null ? "" : query.after().key())
                .param("state", query.state() == null ? null : query.state().name())
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("start", query.start()).param("end", query.start() + LAST_CHARACTER).param("limit", query.limit())
                .query(cases::read).list();
    }
}

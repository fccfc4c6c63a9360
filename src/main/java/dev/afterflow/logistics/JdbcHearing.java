package dev.afterflow.logistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each process has heard of its parcel: a message twice, late or out of order tells it nothing new. */
@Repository
class JdbcHearing {

    private final JdbcClient sql;

    JdbcHearing(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a process is told of the goods that come back. */
    enum News { SENT, ARRIVED, TROUBLE }

    /** What the process of this case has not heard yet, in the order it must hear it; holds the row. */
    List<News> owed(String caseNumber) {
        return sql.sql("select * from logistics.goods_return where case_number = :case order by round desc limit 1 for update")
                .param("case", caseNumber).query(JdbcHearing::owed).optional().orElse(List.of());
    }

    private static List<News> owed(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        String heard = row.getString("heard");
        List<News> owed = new ArrayList<>();
        if (heard.equals("NOTHING") && List.of("SENT", "ARRIVED").contains(state)) {
            owed.add(News.SENT);
        }
        if (!heard.equals("ARRIVED") && state.equals("ARRIVED")) {
            owed.add(News.ARRIVED);
        }
        Instant told = GoodsReturnRow.instant(row, "trouble_at");
        Instant before = GoodsReturnRow.instant(row, "trouble_heard_at");
        if (state.equals("SENT") && told != null && (before == null || before.isBefore(told))) {
            owed.add(News.TROUBLE);
        }
        return owed;
    }

    /** Cases whose process has not heard for some time what became of its parcel. */
    List<ParcelMoved> behind(int most) {
        return sql.sql("""
                select case_number, shop_id from logistics.goods_return
                 where state in ('SENT','ARRIVED') and heard <> state and changed_at < now() - interval '30 seconds'
                 order by changed_at limit :most
                """).param("most", most).query((row, number) ->
                new ParcelMoved(row.getString("case_number"), row.getString("shop_id"), false)).list();
    }

    void heard(String caseNumber, News news) {
        sql.sql("""
                update logistics.goods_return
                   set heard = case when :news = 'TROUBLE' then heard else :news end,
                       trouble_heard_at = case when :news = 'TROUBLE' then trouble_at else trouble_heard_at end
                 where case_number = :case and round = (select max(round) from logistics.goods_return where case_number = :case)
                """).param("case", caseNumber).param("news", news.name()).update();
    }

    /** Whether the process of this case is to hear now that its replacement arrived; says so once. */
    boolean delivered(String caseNumber) {
        return sql.sql("""
                update logistics.replacement set heard = true
                 where case_number = :case and state = 'DELIVERED' and not heard
                   and round = (select max(round) from logistics.replacement where case_number = :case)
                """).param("case", caseNumber).update() == 1;
    }
}

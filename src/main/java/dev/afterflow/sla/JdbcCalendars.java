package dev.afterflow.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars in PostgreSQL. */
@Repository
class JdbcCalendars {

    /** Worked by a shop that has not said otherwise. */
    private static final List<ShopCalendar.Hours> USUAL = IntStream.rangeClosed(1, 5)
            .mapToObj(weekday -> new ShopCalendar.Hours(weekday, "09:00", "18:00")).toList();

    private final JdbcClient jdbc;

    JdbcCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ShopCalendar.Hours> hours(String shop) {
        List<ShopCalendar.Hours> hours = jdbc.sql("""
                select weekday, opens, closes from sla.calendar_hours where shop_id = :shop order by weekday, opens""")
                .param("shop", shop)
                .query((row, n) -> ShopCalendar.Hours.of(row.getInt("weekday"),
                        row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)))
                .list();
        return hours.isEmpty() ? USUAL : hours;
    }

    /** Public days of the jurisdiction, each replaced by the shop's own word about that day. */
    List<ShopCalendar.Day> days(String shop, String jurisdiction) {
        return jdbc.sql("""
                select day, working, name, source, true as own, false as provisional
                  from sla.calendar_day where shop_id = :shop
                union all
                select p.day, p.working, p.name, p.source, false, p.provisional
                  from sla.public_day p
                 where p.jurisdiction = :jurisdiction
                   and not exists (select from sla.calendar_day own where own.shop_id = :shop and own.day = p.day)
                 order by day""")
                .param("shop", shop).param("jurisdiction", jurisdiction).query(JdbcCalendars::day).list();
    }

    void replaceHours(String shop, List<ShopCalendar.Hours> hours) {
        jdbc.sql("delete from sla.calendar_hours where shop_id = :shop").param("shop", shop).update();
        hours.forEach(each -> jdbc.sql("""
                insert into sla.calendar_hours (shop_id, weekday, opens, closes)
                values (:shop, :weekday, cast(:opens as time), cast(:closes as time))""")
                .param("shop", shop).param("weekday", each.weekday())
                .param("opens", each.opens()).param("closes", each.closes()).update());
    }

    void replaceDays(String shop, List<ShopCalendar.OwnDay> days) {
        jdbc.sql("delete from sla.calendar_day where shop_id = :shop").param("shop", shop).update();
        days.forEach(each -> jdbc.sql("""
                insert into sla.calendar_day (shop_id, day, working, name, source)
                values (:shop, :day, :working, :name, coalesce(:source, ''))""")
                .param("shop", shop).param("day", each.day()).param("working", each.working())
                .param("name", each.name()).param("source", each.source()).update());
    }

    private static ShopCalendar.Day day(ResultSet row, int n) throws SQLException {
        return new ShopCalendar.Day(row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name"),
                row.getString("source"), row.getBoolean("own"), row.getBoolean("provisional"));
    }
}

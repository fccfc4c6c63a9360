package dev.afterflow.sla;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.afterflow.security.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop's calendar as it is shown and edited. */
record ShopCalendar(String shop, String timeZone, List<Hours> hours, List<Day> days) {

    private static final LocalTime MIDNIGHT = LocalTime.MAX;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /** Working hours on a weekday (1 Monday to 7 Sunday), minutes as {@code 09:00}; {@code 24:00} closes at midnight. */
    record Hours(int weekday, String opens, String closes) {

        static Hours of(int weekday, LocalTime opens, LocalTime closes) {
            return new Hours(weekday, opens.format(MINUTES), closes.equals(MIDNIGHT) ? "24:00" : closes.format(MINUTES));
        }

        WorkingTime.Span span() {
            return new WorkingTime.Span(LocalTime.parse(opens), closing());
        }

        LocalTime closing() {
            return closes.equals("24:00") ? MIDNIGHT : LocalTime.parse(closes);
        }
    }

    /** A day off or a make-up day; {@code own} ones belong to the shop, the others come from the public notice named. */
    record Day(LocalDate day, boolean working, String name, String source, boolean own, boolean provisional) {
    }

    /** What a shop says itself about a day; goes before the public notice. */
    record OwnDay(LocalDate day, boolean working, String name, String source) {
    }

    WorkingTime workingTime() {
        Map<DayOfWeek, List<WorkingTime.Span>> week = hours.stream().collect(
                groupingBy(each -> DayOfWeek.of(each.weekday()), mapping(Hours::span, toList())));
        return new WorkingTime(ZoneId.of(timeZone), week, days.stream().collect(toMap(Day::day, Day::working)));
    }

    static void check(List<Hours> hours, List<OwnDay> days) {
        if (hours.isEmpty() || hours.size() > 70) {
            throw Problem.invalid("hours", "sla.hoursCount", "每周请填写 1 到 70 个工作时段", "Give 1 to 70 spans of working hours a week");
        }
        hours.forEach(ShopCalendar::checkSpan);
        hours.stream().collect(groupingBy(Hours::weekday)).values().forEach(ShopCalendar::checkNoOverlap);
        checkDays(days);
    }

    private static void checkSpan(Hours each) {
        try {
            DayOfWeek.of(each.weekday());
            each.span();
        } catch (DateTimeException | IllegalArgumentException | NullPointerException wrong) {
            throw Problem.invalid("hours", "sla.hours", "星期为 1 到 7，时间写作 09:00，结束须晚于开始", "Weekday 1 to 7, times like 09:00, closing after opening");
        }
    }

    private static void checkNoOverlap(List<Hours> ofOneDay) {
        List<WorkingTime.Span> spans = ofOneDay.stream().map(Hours::span)
                .sorted(Comparator.comparing(WorkingTime.Span::opens)).toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).opens().isBefore(spans.get(i - 1).closes())) {
                throw Problem.invalid("hours", "sla.hoursOverlap", "同一天的时段不能重叠", "Spans of one day must not overlap");
            }
        }
    }

    private static void checkDays(List<OwnDay> days) {
        Set<LocalDate> seen = new HashSet<>();
        for (OwnDay each : days) {
            if (each.day() == null || each.name() == null || each.name().isBlank() || each.name().length() > 100
                    || !seen.add(each.day())) {
                throw Problem.invalid("days", "sla.days", "每一天须有日期和不超过 100 字的名称，且只写一次", "Each day needs a date and a name of at most 100 characters, once");
            }
        }
        if (days.size() > 1000) {
            throw Problem.invalid("days", "sla.daysCount", "最多 1000 天", "At most 1000 days");
        }
    }
}

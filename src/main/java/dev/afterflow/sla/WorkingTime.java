package dev.afterflow.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A shop's working time as a line of spans; durations are elapsed time, so a change of clocks lengthens or shortens a day. */
record WorkingTime(ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, Boolean> special) {

    /** A calendar without an hour of work in this many days is refused, so that no deadline runs away. */
    static final int HORIZON_DAYS = 400;

    /** Opening hours within one day; {@code closes} 23:59:59.999999999 or later stands for midnight. */
    record Span(LocalTime opens, LocalTime closes) {
        Span {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("closes before it opens: " + opens + "–" + closes);
            }
        }
    }

    private record Stretch(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    WorkingTime {
        week = Map.copyOf(week);
        special = Map.copyOf(special);
    }

    /** The moment when {@code work} has been worked, counted from {@code from}. */
    Instant plus(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("working time cannot be negative: " + work);
        }
        if (work.isZero()) {
            return from;
        }
        Duration left = work;
        LocalDate worked = day(from);
        for (LocalDate day = worked; day.isBefore(worked.plusDays(HORIZON_DAYS)); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day, from, Instant.MAX)) {
                if (stretch.length().compareTo(left) >= 0) {
                    return stretch.from().plus(left);
                }
                left = left.minus(stretch.length());
                worked = day;
            }
        }
        throw new IllegalStateException("no working hour within " + HORIZON_DAYS + " days after " + worked);
    }

    /** The first moment of work that is not before {@code from}. */
    Instant opening(Instant from) {
        Duration instant = Duration.ofNanos(1);
        return plus(from, instant).minus(instant);
    }

    /** Working time between two moments; zero if {@code to} is not after {@code from}. */
    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day, from, to)) {
                sum = sum.plus(stretch.length());
            }
        }
        return sum;
    }

    /** The same time of day after this many working days, the day of {@code from} not counted. */
    Instant plusDays(Instant from, int days) {
        LocalDate day = day(from);
        LocalDate horizon = day.plusDays(HORIZON_DAYS + 2L * days);
        for (int left = days; left > 0; left -= workingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
            if (day.isAfter(horizon)) {
                throw new IllegalStateException("too few working days before " + horizon);
            }
        }
        return at(day, LocalTime.ofInstant(from, zone));
    }

    boolean workingDay(LocalDate day) {
        return special.getOrDefault(day, week.containsKey(day.getDayOfWeek()));
    }

    private List<Stretch> stretches(LocalDate day, Instant from, Instant to) {
        return hours(day).map(span -> new Stretch(
                        later(at(day, span.opens()), from), earlier(closing(day, span.closes()), to)))
                .filter(stretch -> stretch.from().isBefore(stretch.to())).toList();
    }

    /** A make-up day off the usual week is worked like the first working day of the week. */
    private Stream<Span> hours(LocalDate day) {
        if (!workingDay(day)) {
            return Stream.empty();
        }
        List<Span> usual = week.get(day.getDayOfWeek());
        return (usual != null ? usual : new TreeMap<>(week).values().stream().findFirst().orElse(List.of())).stream();
    }

    private Instant closing(LocalDate day, LocalTime closes) {
        return closes.isBefore(LocalTime.of(23, 59, 59)) ? at(day, closes) : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** An hour that the clocks leap over counts as the moment of the leap; of a doubled hour the first counts. */
    private Instant at(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition leap = zone.getRules().getTransition(local);
        return leap != null && leap.isGap() ? leap.getInstant() : local.atZone(zone).toInstant();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

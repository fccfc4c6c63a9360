package dev.afterflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.afterflow.sla.WorkingTime.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time as arithmetic: what is added can be counted again, in every zone and over every change of clocks. */
class WorkingTimeTest {

    private static final long SEED = 20261121;

    @Test
    void aFridayEveningContinuesOnMonday() {
        WorkingTime week = office("Asia/Shanghai", Map.of());
        assertThat(week.plus(at("Asia/Shanghai", "2026-11-20T17:00"), Duration.ofHours(2)))
                .isEqualTo(at("Asia/Shanghai", "2026-11-23T10:00"));
    }

    @Test
    void lunchDoesNotCount() {
        WorkingTime week = office("Asia/Shanghai", Map.of());
        assertThat(week.between(at("Asia/Shanghai", "2026-11-20T11:30"), at("Asia/Shanghai", "2026-11-20T13:30")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aHolidayIsLeftOutAndAMakeUpSundayIsWorkedLikeAMonday() {
        WorkingTime week = office("Asia/Shanghai", Map.of(LocalDate.parse("2026-11-23"), false, LocalDate.parse("2026-11-22"), true));
        assertThat(week.plus(at("Asia/Shanghai", "2026-11-20T17:00"), Duration.ofHours(10)))
                .isEqualTo(at("Asia/Shanghai", "2026-11-24T10:00"));
    }

    @Test
    void timeOutsideTheHoursCountsFromTheNextOpening() {
        WorkingTime week = office("Asia/Shanghai", Map.of());
        assertThat(week.plus(at("Asia/Shanghai", "2026-11-21T03:00"), Duration.ofMinutes(1)))
                .isEqualTo(at("Asia/Shanghai", "2026-11-23T09:01"));
    }

    @Test
    void twoWorkingDaysAfterAThursdayIsAMonday() {
        WorkingTime week = office("America/New_York", Map.of());
        assertThat(week.plusDays(at("America/New_York", "2026-11-19T16:20"), 2)).isEqualTo(at("America/New_York", "2026-11-23T16:20"));
    }

    @Test
    void anHourThatTheClocksLeapOverIsNotWorked() {
        WorkingTime nights = new WorkingTime(ZoneId.of("America/New_York"),
                Map.of(DayOfWeek.SUNDAY, List.of(new Span(LocalTime.of(1, 0), LocalTime.of(2, 30)),
                        new Span(LocalTime.of(3, 0), LocalTime.of(4, 0)))), Map.of());
        assertThat(nights.between(at("America/New_York", "2026-03-08T00:00"), at("America/New_York", "2026-03-08T12:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theDoubledHourOfAutumnIsWorkedTwiceAroundTheClock() {
        WorkingTime always = aroundTheClock("Europe/Berlin");
        assertThat(always.between(at("Europe/Berlin", "2026-10-25T00:00"), at("Europe/Berlin", "2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/Sao_Paulo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe",
            "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns", "UTC"})
    void whatIsAddedIsCountedAgain(String zone) {
        Random random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            WorkingTime week = anyWeek(zone, random);
            Instant from = anyInstant(random);
            Duration work = Duration.ofMinutes(random.nextInt(1, 6000));
            Instant done = week.plus(from, work);
            assertThat(week.between(from, done)).as("%s +%s in %s", from, work, zone).isEqualTo(work);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"})
    void partsAddUpToTheWholeAndNeverExceedTheClockOnTheWall(String zone) {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            WorkingTime week = anyWeek(zone, random);
            Instant from = anyInstant(random);
            Instant middle = from.plus(Duration.ofMinutes(random.nextInt(20_000)));
            Instant to = middle.plus(Duration.ofMinutes(random.nextInt(20_000)));
            assertThat(week.between(from, middle).plus(week.between(middle, to))).isEqualTo(week.between(from, to));
            assertThat(week.between(from, to)).isLessThanOrEqualTo(Duration.between(from, to));
            assertThat(week.between(to, from)).isEqualTo(from.equals(to) ? week.between(from, to) : Duration.ZERO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe"})
    void moreWorkIsNeverDoneEarlier(String zone) {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            WorkingTime week = anyWeek(zone, random);
            Instant from = anyInstant(random);
            Duration work = Duration.ofMinutes(random.nextInt(1, 3000));
            assertThat(week.plus(from, work.plusMinutes(1))).isAfter(week.plus(from, work));
        }
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedInsteadOfRunningForEver() {
        WorkingTime never = new WorkingTime(ZoneId.of("UTC"), Map.of(), Map.of());
        assertThatIllegalStateException().isThrownBy(() -> never.plus(Instant.EPOCH, Duration.ofHours(1)));
        assertThatIllegalStateException().isThrownBy(() -> never.plusDays(Instant.EPOCH, 1));
    }

    @Test
    void workCannotBeNegativeAndASpanMustEndAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> office("UTC", Map.of()).plus(Instant.EPOCH, Duration.ofHours(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(LocalTime.NOON, LocalTime.NOON));
    }

    private static WorkingTime office(String zone, Map<LocalDate, Boolean> special) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                    new Span(LocalTime.of(13, 0), LocalTime.of(18, 0))));
        }
        return new WorkingTime(ZoneId.of(zone), week, special);
    }

    private static WorkingTime aroundTheClock(String zone) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MAX)));
        }
        return new WorkingTime(ZoneId.of(zone), week, Map.of());
    }

    private static WorkingTime anyWeek(String zone, Random random) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) > 0 || day == DayOfWeek.TUESDAY) {
                int opens = random.nextInt(0, 600);
                int pause = opens + random.nextInt(30, 400);
                int again = pause + random.nextInt(1, 200);
                week.put(day, List.of(new Span(minute(opens), minute(pause)),
                        new Span(minute(again), random.nextInt(4) == 0 ? LocalTime.MAX : minute(again + random.nextInt(1, 200)))));
            }
        }
        return new WorkingTime(ZoneId.of(zone), week, Map.of(LocalDate.of(2026, 3, 29), random.nextBoolean(),
                LocalDate.of(2026, 11, 1), random.nextBoolean()));
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L);
    }

    private static Instant anyInstant(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
    }

    private static Instant at(String zone, String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), ZoneId.of(zone)).toInstant();
    }
}

package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcOverview.Counted;
import dev.afterflow.cockpit.JdbcOverview.Given;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the house stands and how it went, of a period and the one before. */
@Service
@Transactional(readOnly = true)
class Overview {

    private final JdbcOverview store;
    private final Place place;

    Overview(JdbcOverview store, Place place) {
        this.store = store;
        this.place = place;
    }

    /** A day; {@code backlog} is how many cases were open at its end. */
    record Day(LocalDate day, long opened, long closed, long reopened, long byItself, long broken, long late, long backlog) {
    }

    /** Sums of a period. */
    record Sums(long opened, long closed, long reopened, long byItself, long broken, long late) {
    }

    /** How long it took, now and before. */
    record Times(Spread handled, Spread answered) {
    }

    /** What needs somebody at this moment. */
    record Present(long soon, long late, long stuck, long failed, long approvals, long backlog) {
    }

    /** Money of one currency; currencies are never added up. */
    record Refunds(String currency, long refunds, long returned, Money amount, Money before, List<Long> days) {
    }

    /** How fresh the counts are. */
    record Freshness(Instant asOf, boolean rebuilding) {
    }

    /** Everything on the screen. */
    record Shown(Freshness freshness, LocalDate since, LocalDate today, Present present, List<Day> days, Sums sums, Sums before,
                 Times times, Times timesBefore, List<Refunds> refunds) {
    }

    Shown of(Scope scope) {
        List<Counted> counted = store.days(scope);
        Map<String, Map<Boolean, Spread>> times = store.times(scope);
        JdbcOverview.Present now = store.present(scope);
        List<Day> days = days(scope, counted, now.open());
        JdbcOverview.Steps steps = store.steps(scope);
        return new Shown(freshness(), scope.since(), scope.today(),
                new Present(now.tasksSoon() + now.clocksSoon(), now.tasksLate() + now.clocksLate(), steps.stuck(), now.failed(),
                        steps.approvals(), now.open()),
                days, sums(counted, scope, true), sums(counted, scope, false), times(times, true), times(times, false), refunds(scope));
    }

    Freshness freshness() {
        Place.Standing standing = place.standing();
        Instant read = standing.readTo();
        Instant counted = standing.countedAt();
        Instant asOf = read == null || counted == null || read.isBefore(counted) ? read : counted;
        return new Freshness(asOf, standing.rebuilding());
    }

    /** Every day of the period, also those on which nothing happened; what was open is reckoned back from what is open now. */
    private static List<Day> days(Scope scope, List<Counted> counted, long open) {
        Map<LocalDate, Counted> byDay = counted.stream().collect(Collectors.toMap(Counted::day, day -> day));
        long backlog = open;
        List<Day> days = new ArrayList<>();
        for (LocalDate day = scope.today(); !day.isBefore(scope.since()); day = day.minusDays(1)) {
            Counted found = byDay.getOrDefault(day, new Counted(day, 0, 0, 0, 0, 0, 0));
            days.add(new Day(day, found.opened(), found.closed(), found.reopened(), found.byItself(), found.broken(), found.late(), backlog));
            backlog -= found.opened() - found.closed();
        }
        Collections.reverse(days);
        return days;
    }

    private static Sums sums(List<Counted> counted, Scope scope, boolean now) {
        List<Counted> days = counted.stream().filter(day -> now != day.day().isBefore(scope.since())).toList();
        ToLongFunction<ToLongFunction<Counted>> sum = figure -> days.stream().mapToLong(figure).sum();
        return new Sums(sum.applyAsLong(Counted::opened), sum.applyAsLong(Counted::closed), sum.applyAsLong(Counted::reopened),
                sum.applyAsLong(Counted::byItself), sum.applyAsLong(Counted::broken), sum.applyAsLong(Counted::late));
    }

    private static Times times(Map<String, Map<Boolean, Spread>> times, boolean now) {
        return new Times(times.get("handled").get(now), times.get("answered").get(now));
    }

    private List<Refunds> refunds(Scope scope) {
        Map<String, List<Given>> byCurrency = store.refunds(scope).stream()
                .collect(Collectors.groupingBy(Given::currency, TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream().map(currency -> refunds(currency.getKey(), currency.getValue(), scope)).toList();
    }

    private static Refunds refunds(String currency, List<Given> given, Scope scope) {
        List<Given> now = given.stream().filter(day -> !day.day().isBefore(scope.since())).toList();
        long sum = now.stream().mapToLong(Given::minor).sum();
        Map<LocalDate, Long> byDay = now.stream().collect(Collectors.toMap(Given::day, Given::minor));
        List<Long> days = scope.since().datesUntil(scope.today().plusDays(1)).map(day -> byDay.getOrDefault(day, 0L)).toList();
        return new Refunds(currency, now.stream().mapToLong(Given::refunds).sum(), now.stream().mapToLong(Given::returned).sum(),
                new Money(sum, currency), new Money(given.stream().mapToLong(Given::minor).sum() - sum, currency), days);
    }
}

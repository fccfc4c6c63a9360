package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of open work and how long they are. */
@Service
@Transactional(readOnly = true)
class Queues {

    private static final List<View> COUNTED = List.of(View.MINE, View.TEAM, View.DUE, View.OVERDUE, View.SNOOZED, View.ALL);

    private final JdbcWorkItems items;
    private final Clock clock;

    Queues(JdbcWorkItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** A page and the cursor of the next one, null on the last. */
    record Page(List<WorkItem> items, String next) {
    }

    /** A number, and whether there are more than it says. */
    record Count(int count, boolean capped) {
    }

    /** A page; a filter's team narrows the views of teams to one of the asker's. */
    Page page(View view, Sort sort, Filter filter, String after, int limit) {
        Cursor cursor = after == null ? null : Cursor.read(after);
        List<WorkItem> rows = items.page(wanted(view, sort, filter, cursor, limit + 1));
        boolean more = rows.size() > limit;
        List<WorkItem> shown = more ? rows.subList(0, limit) : rows;
        return new Page(shown, more ? Cursor.of(shown.get(limit - 1)).written() : null);
    }

    Map<String, Count> counts() {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (View view : COUNTED) {
            int count = items.count(wanted(view, Sort.DUE, Filter.NONE, null, JdbcWorkItems.COUNTED + 1));
            counts.put(view.name().toLowerCase(Locale.ROOT),
                    new Count(Math.min(count, JdbcWorkItems.COUNTED), count > JdbcWorkItems.COUNTED));
        }
        return counts;
    }

    /** How many a saved view holds, counted no further than {@code most}. */
    Count count(View view, Filter filter, int most) {
        int count = items.count(wanted(view, Sort.DUE, filter, null, most + 1));
        return new Count(Math.min(count, most), count > most);
    }

    private Wanted wanted(View view, Sort sort, Filter filter, Cursor after, int limit) {
        Who who = Who.current();
        Set<String> teams = Authority.teams(who).stream().filter(each -> filter.team() == null || each.equals(filter.team()))
                .collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        return new Wanted(view, sort, teams, who.id(), filter, after, limit, now);
    }
}

package dev.afterflow.tasks;

import dev.afterflow.security.People;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Marks the cursor of a page that ends among what the asker's skills are wanted for. */
    private static final String FITTING = "fit.";

    private final JdbcWorkItems items;
    private final People people;
    private final Clock clock;

    Queues(JdbcWorkItems items, People people, Clock clock) {
        this.items = items;
        this.people = people;
        this.clock = clock;
    }

    /** A page and the cursor of the next one, null on the last. */
    record Page(List<WorkItem> items, String next) {
    }

    /** A number, and whether there are more than it says. */
    record Count(int count, boolean capped) {
    }

    /** A page; a filter's team narrows the views of teams to one of the asker's. What nobody took yet is offered by skill. */
    Page page(View view, Sort sort, Filter filter, String after, int limit) {
        Set<String> skills = view == View.TEAM && sort == Sort.DUE ? people.skills(Who.current().id()) : Set.of();
        boolean fitting = !skills.isEmpty() && (after == null || after.startsWith(FITTING));
        Cursor cursor = after == null ? null : Cursor.read(after.startsWith(FITTING) ? after.substring(FITTING.length()) : after);
        if (!fitting) {
            return paged(items.page(wanted(view, sort, skills.isEmpty() ? Fit.BOTH : Fit.OTHERS, skills, filter, cursor, limit + 1)), limit, 0);
        }
        List<WorkItem> rows = new ArrayList<>(items.page(wanted(view, sort, Fit.MINE, skills, filter, cursor, limit + 1)));
        int mine = rows.size();
        if (mine <= limit) {
            rows.addAll(items.page(wanted(view, sort, Fit.OTHERS, skills, filter, null, limit + 1 - mine)));
        }
        return paged(rows, limit, mine);
    }

    /** {@code mine}: how many of the first rows are there for the asker's skills. */
    private static Page paged(List<WorkItem> rows, int limit, int mine) {
        if (rows.size() <= limit) {
            return new Page(rows, null);
        }
        List<WorkItem> shown = List.copyOf(rows.subList(0, limit));
        String next = Cursor.of(shown.get(limit - 1)).written();
        return new Page(shown, limit <= mine ? FITTING + next : next);
    }

    Map<String, Count> counts() {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (View view : COUNTED) {
            int count = items.count(wanted(view, Sort.DUE, Fit.BOTH, Set.of(), Filter.NONE, null, JdbcWorkItems.COUNTED + 1));
            counts.put(view.name().toLowerCase(Locale.ROOT),
                    new Count(Math.min(count, JdbcWorkItems.COUNTED), count > JdbcWorkItems.COUNTED));
        }
        return counts;
    }

    /** How many a saved view holds, counted no further than {@code most}. */
    Count count(View view, Filter filter, int most) {
        int count = items.count(wanted(view, Sort.DUE, Fit.BOTH, Set.of(), filter, null, most + 1));
        return new Count(Math.min(count, most), count > most);
    }

    private Wanted wanted(View view, Sort sort, Fit fit, Set<String> skills, Filter filter, Cursor after, int limit) {
        Who who = Who.current();
        Set<String> teams = Authority.teams(who).stream().filter(each -> filter.team() == null || each.equals(filter.team()))
                .collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        return new Wanted(view, sort, teams, who.id(), fit, skills, filter, after, limit, now);
    }
}

package dev.afterflow.tasks;

import java.time.Instant;
import java.util.Set;

/**
 * What a list is asked for.
 *
 * @param teams  the teams whose work is shown; ignored by the view of one person
 * @param person the asker
 * @param fit    whether only what the asker's skills are wanted for, only the rest, or both
 * @param skills the asker's
 * @param filter what narrows it further
 * @param after  where the page before ended, or null
 */
record Wanted(View view, Sort sort, Set<String> teams, long person, Fit fit, Set<String> skills, Filter filter, Cursor after, int limit, Instant now) {
}

package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcIncidents.Group;
import dev.afterflow.cockpit.JdbcIncidents.Item;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stopped, grouped by cause, and what stands behind each. */
@Service
@Transactional(readOnly = true)
class Incidents {

    private final JdbcIncidents store;
    private final MoneyFacts money;

    Incidents(JdbcIncidents store, MoneyFacts money) {
        this.store = store;
        this.money = money;
    }

    /**
     * A cause as people read it.
     *
     * @param capped there may be more than {@code count}
     * @param sample the newest failure's own words
     */
    record Shown(String key, String source, String process, String place, boolean stopped, boolean money, String whatZh, String whatEn,
                 String causeZh, String causeEn, String meansZh, String meansEn, long count, boolean capped, OffsetDateTime firstAt,
                 OffsetDateTime lastAt, String sample) {
    }

    /** A failure and, for money, where it stands. */
    record Failure(String source, String ref, String caseNumber, String shop, String kind, String told, OffsetDateTime at,
                   List<MoneyFacts.Facts> money) {
    }

    List<Shown> groups(Scope scope) {
        return store.groups(scope).stream().map(Incidents::shown).toList();
    }

    /** The group of this key; 404 when nothing of it is left or it lies behind the fence. */
    Shown group(Scope scope, String key) {
        return groups(scope).stream().filter(group -> group.key().equals(key)).findFirst().orElseThrow(() -> Problem.notFound("incident"));
    }

    Cursor.Page<Failure> failures(Scope scope, String key, String after, Integer limit) {
        int size = Cursor.size(limit);
        List<Item> found = store.items(scope, key, Cursor.read(after), size + 1);
        if (found.isEmpty() && after == null) {
            throw Problem.notFound("incident");
        }
        return Cursor.Page.of(found.stream().map(item -> new Failure(item.source(), item.ref(), item.caseNumber(), item.shop(), item.kind(),
                item.told(), item.at(), item.money() ? money.of(item) : List.of())).toList(), size,
                failure -> new Cursor(failure.at(), failure.ref()));
    }

    /** The items to be tried again: all of the group, or those named. */
    List<Item> wanted(Scope scope, String key, List<String> refs) {
        return store.items(scope, key, Cursor.read(null), JdbcIncidents.MOST).stream()
                .filter(item -> refs == null || refs.isEmpty() || refs.contains(item.ref())).toList();
    }

    /** The stack trace of a step's failure; for administrators only, since it speaks of the inside. */
    String trace(Scope scope, String key, String ref) {
        if (ref == null || !Who.current().is(Role.ADMIN) || wanted(scope, key, List.of(ref)).isEmpty()) {
            throw Problem.notFound("trace");
        }
        return store.trace(ref).orElseThrow(() -> Problem.notFound("trace"));
    }

    private static Shown shown(Group group) {
        IncidentWords.Said what = IncidentWords.what(group);
        IncidentWords.Said cause = IncidentWords.cause(group.sample());
        IncidentWords.Said means = IncidentWords.means(group);
        return new Shown(group.key(), group.source(), group.process(), group.place(), group.stopped(), group.money(), what.zh(), what.en(),
                cause.zh(), cause.en(), means.zh(), means.en(), group.n(), group.n() >= JdbcIncidents.MOST, group.firstAt(), group.lastAt(),
                group.sample());
    }
}

package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a case, newest first; written once, never changed. */
@Service
@Transactional
public class Timeline {

    private final JdbcTimeline store;
    private final JdbcCases cases;
    private final Clock clock;

    Timeline(JdbcTimeline store, JdbcCases cases, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * One thing that happened.
     *
     * @param by a login, {@code key-…} for a machine and {@code system} for the product itself
     * @param byName what they were called then; null on old entries
     */
    public record Entry(long id, Instant at, String kind, String textZh, String textEn, Map<String, Object> data, Long byId,
                        String by, String byName) {
    }

    /** Entries and the cursor of the page after them, null on the last. */
    public record Page(List<Entry> items, String next) {
    }

    /**
     * Writes an entry in the caller's transaction.
     *
     * @param kind capitals, such as OPENED, JOINED, REQUEST, MESSAGE, ORDER, STATE, DECISION, MONEY, TASK, EVIDENCE, REMARK, CLOSED
     * @param data plain values for a screen that shows more than the text
     */
    public void add(String caseNumber, String kind, String textZh, String textEn, Map<String, ?> data) {
        String shop = cases.shopOf(caseNumber).orElseThrow(() -> Problem.notFound("case"));
        store.add(caseNumber, shop, clock.instant(), kind, textZh, textEn, data, Who.ifAny().orElse(Who.SYSTEM));
    }

    /** A page of a case's entries, newest first. */
    @Transactional(readOnly = true)
    public Page of(String caseNumber, String after, int limit) {
        Case of = cases.find(caseNumber).orElseThrow(() -> Problem.notFound("case"));
        int size = Cursor.size(limit);
        List<Entry> found = store.page(of, Cursor.read(after), size + 1);
        return new Page(found.stream().limit(size).toList(),
                found.size() <= size ? null : Cursor.write(found.get(size - 1).at(), String.valueOf(found.get(size - 1).id())));
    }
}

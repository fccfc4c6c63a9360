package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcIncidents.Item;
import dev.afterflow.cockpit.JdbcRetries.Retry;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish to try stopped things again; money only after its state was looked at, and only from those who may. */
@Service
@Transactional
class Retries {

    private static final int ROWS = 200;
    /** Refunds that one person tries again in a day. */
    private static final int MOST_ALONE = 100;
    static final Duration A_DAY = Duration.ofDays(1);

    private final Incidents incidents;
    private final JdbcRetries store;
    private final Audit audit;
    private final Clock clock;
    private final boolean smallTeam;

    Retries(Incidents incidents, JdbcRetries store, Audit audit, Clock clock, @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.incidents = incidents;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.smallTeam = smallTeam;
    }

    /** A retry with its rows. */
    record Shown(Retry retry, List<JdbcRetries.Row> rows, Integer next) {
    }

    /**
     * What a retry would do, without doing it.
     *
     * @param rows that would be tried, at most {@link JdbcIncidents#MOST} at once
     * @param secondPerson whether another one has to ask for the same
     */
    record Count(int rows, boolean money, boolean capped, boolean secondPerson) {
    }

    @Transactional(readOnly = true)
    Count count(Scope scope, String key, List<String> refs) {
        Incidents.Shown group = incidents.group(scope, key);
        int rows = incidents.wanted(scope, key, refs).size();
        return new Count(rows, group.money(), group.capped(), group.money() && tooManyAlone(rows, Who.current()));
    }

    /**
     * Opens a retry of a whole group or of the things named. More than a hundred refunds in a day wait until a second person asks
     * for all of the same group; in a small team the same one may, a second time.
     *
     * @param lookedAt says that the refunds' state was seen; demanded for money
     */
    Shown ask(Scope scope, String key, List<String> refs, boolean lookedAt) {
        Who who = Who.current();
        Incidents.Shown group = incidents.group(scope, key);
        demandMoneyIsSeen(group, who, lookedAt);
        Optional<JdbcRetries.Waiting> waiting = refs == null || refs.isEmpty() ? store.waiting(key, scope.shops()) : Optional.empty();
        return waiting.isPresent() ? second(waiting.get(), who) : first(scope, group, refs, who);
    }

    private Shown first(Scope scope, Incidents.Shown group, List<String> refs, Who who) {
        long retry = store.open(group, who, clock.instant());
        int n = 0;
        for (Item item : incidents.wanted(scope, group.key(), refs)) {
            n += store.add(retry, n + 1, item) ? 1 : 0;
        }
        if (n == 0) {
            throw Problem.conflict("cockpit.nothingToRetry", "没有可重试的项：已经恢复，或正在由别人重试",
                    "Nothing to try again: it goes on already, or somebody is trying it");
        }
        boolean second = group.money() && tooManyAlone(n, who);
        store.begin(retry, n, second);
        audit.record(Audit.HOUSE, "RETRY_ASKED", "retry", Long.toString(retry), Map.of("what", group.whatEn(), "cause", group.causeEn(), "rows", n,
                "waits", second, "query", query(scope, group, refs)));
        return of(retry, 0);
    }

    private Shown second(JdbcRetries.Waiting waiting, Who who) {
        if (waiting.askedById() == who.id() && !smallTeam) {
            throw Problem.conflict("cockpit.secondPerson", "这 " + waiting.rows() + " 笔退款已申请重试，需另一位主管、经理或总监同样提交",
                    "These " + waiting.rows() + " refunds wait for a second supervisor, manager or director who asks for the same");
        }
        store.confirm(waiting.id(), who);
        audit.record(Audit.HOUSE, "RETRY_CONFIRMED", "retry", Long.toString(waiting.id()), Map.of("rows", waiting.rows()));
        return of(waiting.id(), 0);
    }

    /** Many small wishes count as the large one they are. */
    private boolean tooManyAlone(int rows, Who who) {
        return rows + store.refundsSince(who.id(), clock.instant().minus(A_DAY)) > MOST_ALONE;
    }

    private static Map<String, Object> query(Scope scope, Incidents.Shown group, List<String> refs) {
        Map<String, Object> query = new TreeMap<>(Map.of("group", group.key(), "source", group.source(), "shops", scope.shops(),
                "refs", refs == null || refs.isEmpty() ? "all" : refs.stream().sorted().limit(ROWS).toList()));
        query.put("place", String.valueOf(group.place()));
        query.put("kind", scope.kind() == null ? "all" : scope.kind());
        return query;
    }

    private static void demandMoneyIsSeen(Incidents.Shown group, Who who, boolean lookedAt) {
        if (group.money() && !who.is(Role.SUPERVISOR, Role.MANAGER, Role.DIRECTOR)) {
            throw Problem.forbidden("cockpit.money", "退款步骤由主管、经理或总监重试", "Refund steps are tried again by supervisors, managers or directors");
        }
        if (group.money() && !lookedAt) {
            throw Problem.conflict("cockpit.lookFirst", "这是退款步骤：请先查看编号、账本和渠道答复，再确认重试",
                    "This is a refund step: look at number, ledger and the provider's answers first, then confirm");
        }
    }

    @Transactional(readOnly = true)
    List<Retry> mine() {
        return store.mine(Who.current().id());
    }

    @Transactional(readOnly = true)
    Shown of(String id, int after) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound("retry");
        }
        return of(Long.parseLong(id), after);
    }

    private Shown of(long id, int after) {
        Retry retry = store.find(id, Who.current().id()).orElseThrow(() -> Problem.notFound("retry"));
        List<JdbcRetries.Row> rows = store.rows(id, after, ROWS + 1);
        boolean more = rows.size() > ROWS;
        return new Shown(retry, more ? rows.subList(0, ROWS) : rows, more ? rows.get(ROWS - 1).n() : null);
    }
}

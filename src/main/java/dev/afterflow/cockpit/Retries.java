package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcIncidents.Item;
import dev.afterflow.cockpit.JdbcRetries.Retry;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish to try stopped things again; money only after its state was looked at, and only from those who may. */
@Service
@Transactional
class Retries {

    private static final int ROWS = 200;

    private final Incidents incidents;
    private final JdbcRetries store;
    private final Audit audit;
    private final Clock clock;

    Retries(Incidents incidents, JdbcRetries store, Audit audit, Clock clock) {
        this.incidents = incidents;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A retry with its rows. */
    record Shown(Retry retry, List<JdbcRetries.Row> rows, Integer next) {
    }

    /**
     * Opens a retry of a whole group or of the things named.
     *
     * @param lookedAt says that the refunds' state was seen; demanded for money
     */
    Shown ask(Scope scope, String key, List<String> refs, boolean lookedAt) {
        Who who = Who.current();
        Incidents.Shown group = incidents.group(scope, key);
        demandMoneyIsSeen(group, who, lookedAt);
        long retry = store.open(group, who, clock.instant());
        int n = 0;
        for (Item item : incidents.wanted(scope, key, refs)) {
            n += store.add(retry, n + 1, item) ? 1 : 0;
        }
        if (n == 0) {
            throw Problem.conflict("cockpit.nothingToRetry", "没有可重试的项：已经恢复，或正在由别人重试",
                    "Nothing to try again: it goes on already, or somebody is trying it");
        }
        audit.record(Audit.HOUSE, "RETRY_ASKED", "retry", Long.toString(retry), Map.of("what", group.whatEn(), "cause", group.causeEn(), "rows", n));
        return of(retry, 0);
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

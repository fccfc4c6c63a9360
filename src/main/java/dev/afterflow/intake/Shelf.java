package dev.afterflow.intake;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Parked messages: looks at them, tries them again. */
@Service
class Shelf {

    /** TAKEN: the room took it now; OVERTAKEN: a newer message came meanwhile, so this one is history. */
    enum State { TAKEN, OVERTAKEN }

    private final JdbcMessages messages;
    private final Sorting sorting;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Shelf(JdbcMessages messages, Sorting sorting, Audit audit, PlatformTransactionManager transactions) {
        this.messages = messages;
        this.sorting = sorting;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional(readOnly = true)
    List<Parked> parked(long before, int limit) {
        return messages.parked(before, limit);
    }

    /** Hands the message over again; stays parked with the new error when that fails again, which is a 409. */
    State retry(long id) {
        try {
            return transaction.execute(status -> handOver(id));
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(status -> messages.stay(id, PostOffice.told(e)));
            throw Problem.conflict("intake.stillParked", "仍然无法处理,原因已记录", "It still cannot be taken; the reason is noted");
        }
    }

    private State handOver(long id) {
        Letter letter = messages.lock(id).orElseThrow(() -> Problem.notFound("message"));
        State state = messages.isOvertaken(letter) ? State.OVERTAKEN : State.TAKEN;
        if (state == State.TAKEN) {
            sorting.recipient(letter.kind()).accept(List.of(letter));
        }
        messages.leave(id, state.name());
        audit.record(letter.shop(), "MESSAGE_RETRIED", "message", Long.toString(id), Map.of("state", state.name()));
        return state;
    }
}

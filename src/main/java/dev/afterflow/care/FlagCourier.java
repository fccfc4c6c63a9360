package dev.afterflow.care;

import dev.afterflow.care.RemarkFlag.Answer;
import dev.afterflow.care.RemarkFlag.Flag;
import dev.afterflow.care.RemarkFlag.Result;
import dev.afterflow.cases.Timeline;
import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries remarks to the marketplace until each is set or refused; one that may be there already is asked for before it is sent again. */
@Component
class FlagCourier implements Courier {

    static final String KIND = "remark-flag";

    private final JdbcFlags store;
    private final RemarkFlag marketplace;
    private final CareProcess process;
    private final Outbox outbox;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FlagCourier(JdbcFlags store, RemarkFlag marketplace, CareProcess process, Outbox outbox, Timeline timeline, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.marketplace = marketplace;
        this.process = process;
        this.outbox = outbox;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void carry(Parcel parcel) {
        Optional<Flag> flag = transaction.execute(status -> store.open(parcel.ref()));
        if (flag.isEmpty()) {
            outbox.done(KIND, parcel.ref());
        } else if (!marketplace.isConnected(flag.get().shop())) {
            end(parcel, flag.get(), "NOBODY", new Answer(Result.UNKNOWN, null, "NO_MARKETPLACE"));
        } else if (outbox.stillMine(parcel)) {
            send(parcel, flag.get());
        }
    }

    private void send(Parcel parcel, Flag flag) {
        boolean mayBeThere = parcel.attempt() > 1 || outbox.restored();
        Answer before = mayBeThere ? noted(parcel, "asking", marketplace.ask(flag)) : new Answer(Result.MISSING, null, null);
        Answer answer = before.result() == Result.MISSING ? noted(parcel, "flagging", marketplace.push(flag)) : before;
        switch (answer.result()) {
            case SET, REFUSED -> end(parcel, flag, answer.result().name(), answer);
            case MISSING, UNKNOWN -> outbox.backOff(parcel, answer.code());
        }
    }

    private Answer noted(Parcel parcel, String step, Answer answer) {
        outbox.note(parcel, new Attempt(step, answer.result().name(), answer.status(), answer.code(), null));
        return answer;
    }

    private void end(Parcel parcel, Flag flag, String state, Answer answer) {
        transaction.executeWithoutResult(status -> {
            if (store.end(flag.number(), state, answer.code(), clock.instant())) {
                boolean set = state.equals("SET");
                timeline.add(flag.caseNumber(), "REMARK", set ? "平台已插红旗：" + flag.memo() : "平台没有插上红旗，请人工处理",
                        set ? "Flagged red at the marketplace: " + flag.memo() : "Not flagged at the marketplace; do it by hand",
                        Map.of("flag", flag.colour().name(), "number", flag.number(), "code", answer.code() == null ? "" : answer.code()));
                process.flagSettled(flag.caseNumber(), flag.number(), set);
            }
            outbox.done(KIND, parcel.ref());
        });
    }
}

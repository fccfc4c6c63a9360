package dev.afterflow.payments;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a refund after asking whether it was sent before; holds no transaction while the provider is spoken to. */
@Component
class RefundCourier implements Courier {

    static final String KIND = "refund";
    private static final int MANY_SENDS = 8;
    private static final Set<Result> OPEN = Set.of(Result.UNKNOWN, Result.NOT_FOUND, Result.HELD);
    private static final Duration HUMAN_PACE = Duration.ofHours(6);

    private final JdbcRefunds refunds;
    private final Providers providers;
    private final Outbox outbox;
    private final Settling settling;
    private final LostTime lost;
    private final Alarms alarms;
    private final CrashPoint crash;
    private final TransactionTemplate tx;

    RefundCourier(JdbcRefunds refunds, Providers providers, Outbox outbox, Settling settling, LostTime lost, Alarms alarms,
            CrashPoint crash, TransactionTemplate tx) {
        this.refunds = refunds;
        this.providers = providers;
        this.outbox = outbox;
        this.settling = settling;
        this.lost = lost;
        this.alarms = alarms;
        this.crash = crash;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return providers.lanes();
    }

    @Override
    public void carry(Parcel parcel) {
        Refund refund = tx.execute(status -> refunds.find(parcel.ref()).orElseThrow());
        if (refund.state().settled()) {
            outbox.done(KIND, refund.refundNo());
            return;
        }
        providers.find(refund.provider(), refund.shop()).ifPresentOrElse(
            provider -> carry(parcel, refund, provider), () -> handOver(refund));
    }

    private void carry(Parcel parcel, Refund refund, Provider provider) {
        Duration pause = provider.turn(refund.shop());
        if (!pause.isZero()) {
            outbox.paced(parcel, pause);
            return;
        }
        if (!refund.wasSent()) {
            sendFirst(parcel, refund, provider);
            return;
        }
        Instant askable = refund.lastSent().plus(provider.askAfter());
        if (refund.asOf().isBefore(askable)) {
            outbox.later(KIND, refund.refundNo(), Duration.between(refund.asOf(), askable), "too early to ask");
            return;
        }
        Answer found = provider.query(refund.ask());
        note(parcel, "asked", found);
        if (found.result() != Result.NOT_FOUND) {
            take(parcel, refund, provider, found, "query");
        } else if (mayResend(refund, provider)) {
            send(parcel, refund, provider);
        } else {
            waitForWindow(parcel, refund, provider);
        }
    }

    /** After a restore even a new refund may be one that was decided, and sent, in the time that was lost. */
    private void sendFirst(Parcel parcel, Refund refund, Provider provider) {
        if (!outbox.restored() || lost.maySend(parcel, refund, provider)) {
            send(parcel, refund, provider);
        }
    }

    /** "Not found" proves nothing while the partner may still be working on the last send, or no longer knows the number. */
    private boolean mayResend(Refund refund, Provider provider) {
        return refund.state() == RefundState.SENT
            && !refund.asOf().isBefore(refund.lastSent().plus(provider.settleWindow()))
            && refund.asOf().isBefore(refund.firstSent().plus(provider.resendUntil()));
    }

    private void waitForWindow(Parcel parcel, Refund refund, Provider provider) {
        Instant end = refund.lastSent().plus(provider.settleWindow());
        if (refund.asOf().isBefore(end)) {
            outbox.later(KIND, refund.refundNo(), Duration.between(refund.asOf(), end), "not found yet");
            return;
        }
        alarms.raise(refund, refund.state() == RefundState.SENT ? "TOO_OLD" : "CONFLICT", "the provider no longer finds it");
        outbox.backOff(parcel, "not found");
    }

    private void send(Parcel parcel, Refund refund, Provider provider) {
        if (!outbox.stillMine(parcel) || !announce(parcel, refund)) {
            return;
        }
        crash.reached("sent");
        Answer answer = provider.refund(refund.ask());
        crash.reached("answered");
        note(parcel, "sent", answer);
        take(parcel, refund, provider, answer.result() == Result.REFUSED ? proved(parcel, refund, provider, answer) : answer, "answer");
        if (refund.sends() + 1 >= MANY_SENDS && answer.result() == Result.UNKNOWN) {
            alarms.raise(refund, "MANY_SENDS", refund.sends() + 1 + " sends without an answer");
        }
    }

    private boolean announce(Parcel parcel, Refund refund) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            boolean mine = refunds.sending(refund.refundNo());
            if (mine) {
                outbox.note(parcel, Attempt.of("sending", "SENT"));
            }
            return mine;
        }));
    }

    /** A refusal counts only when the provider, asked, has no such refund. */
    private Answer proved(Parcel parcel, Refund refund, Provider provider, Answer refusal) {
        Answer found = provider.query(refund.ask());
        note(parcel, "asked", found);
        return found.result() == Result.NOT_FOUND ? refusal : found;
    }

    private void take(Parcel parcel, Refund refund, Provider provider, Answer answer, String source) {
        if (answer.result() == Result.HELD) {
            alarms.raise(refund, "HELD", answer.code() + ": the provider waits for our side, then the same number is sent again");
        }
        if (OPEN.contains(answer.result())) {
            backOff(parcel, refund, provider, answer);
        } else {
            boolean settled = settling.settle(refund.refundNo(), answer, source);
            if (!settled) {
                outbox.backOff(parcel, answer.result().name());
            }
        }
        crash.reached("noted");
    }

    /** Whoever was too hurried waits as long as the provider's pace has it, which is no attempt. */
    private void backOff(Parcel parcel, Refund refund, Provider provider, Answer answer) {
        Duration pause = provider.turn(refund.shop());
        if (!pause.isZero()) {
            outbox.paced(parcel, pause);
        } else {
            outbox.backOff(parcel, answer.code());
        }
    }

    private void handOver(Refund refund) {
        alarms.raise(refund, "NO_PROVIDER", "no adapter for " + refund.provider() + ": pay by hand");
        outbox.later(KIND, refund.refundNo(), HUMAN_PACE, "no adapter");
    }

    private void note(Parcel parcel, String step, Answer answer) {
        outbox.note(parcel, new Attempt(step, answer.result().name(), answer.httpStatus(), answer.code(), answer.requestId()));
    }
}

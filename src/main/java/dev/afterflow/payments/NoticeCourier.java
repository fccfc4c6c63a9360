package dev.afterflow.payments;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.payments.Provider.Answer;
import dev.afterflow.payments.Provider.Result;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows a notice's hint: asks the provider for the refund and settles by the answer, never by the notice. */
@Component
class NoticeCourier implements Courier {

    static final String KIND = "notice";

    private final Inbox inbox;
    private final JdbcRefunds refunds;
    private final Providers providers;
    private final Settling settling;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    NoticeCourier(Inbox inbox, JdbcRefunds refunds, Providers providers, Settling settling, Outbox outbox,
            TransactionTemplate tx) {
        this.inbox = inbox;
        this.refunds = refunds;
        this.providers = providers;
        this.settling = settling;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void carry(Parcel parcel) {
        String[] name = parcel.ref().split("/", 3);
        Optional<Refund> refund = tx.execute(status -> inbox.refundNo(name[0], name[1], name[2]).flatMap(refunds::find));
        if (refund.isEmpty()) {
            end(parcel, name, "UNKNOWN_NUMBER");
        } else if (heard(refund.get())) {
            end(parcel, name, "DONE");
        } else {
            outbox.backOff(parcel, "no clear answer");
        }
    }

    /** True when nothing more can be learnt by asking for this notice. */
    private boolean heard(Refund refund) {
        Provider provider = providers.find(refund.provider()).orElseThrow();
        if (!refund.wasSent()) {
            return true;
        }
        Answer answer = provider.query(refund.ask());
        if (answer.result() == Result.UNKNOWN) {
            return false;
        }
        if (answer.result() != Result.NOT_FOUND) {
            settling.settle(refund.refundNo(), answer, "notice");
        }
        return true;
    }

    private void end(Parcel parcel, String[] name, String state) {
        tx.executeWithoutResult(status -> {
            inbox.end(name[0], name[1], name[2], state);
            outbox.done(KIND, parcel.ref());
        });
    }
}

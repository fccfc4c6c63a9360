package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.faults.House;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.providers.Provider.Topic;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** The product with one rule of notices broken: what the fault harness must catch. */
public final class NoticeMutants {

    private NoticeMutants() {
    }

    /** "A notice is a hint" broken: what it speaks of is booked as paid without asking. */
    public static final class Believes {

        public static void main(String[] arguments) {
            House.broken("noticeCourier", Believing.class, arguments);
        }
    }

    /** Goes by the notice. */
    static class Believing extends NoticeCourier {

        private final Inbox inbox;
        private final JdbcRefunds refunds;
        private final Settling settling;
        private final TransactionTemplate tx;

        Believing(Inbox inbox, JdbcRefunds refunds, Providers providers, Settling settling, Chargebacks chargebacks, Outbox outbox, TransactionTemplate tx) {
            super(inbox, refunds, providers, settling, chargebacks, outbox, tx);
            this.inbox = inbox;
            this.refunds = refunds;
            this.settling = settling;
            this.tx = tx;
        }

        @Override
        public void carry(Parcel parcel) {
            String[] name = parcel.ref().split("/", 3);
            Inbox.About about = tx.execute(status -> inbox.about(name[0], name[1], name[2])).orElseThrow();
            Optional<Refund> refund = tx.execute(status -> refunds.find(about.subject()));
            if (about.topic() == Topic.REFUND && refund.filter(Refund::wasSent).isPresent()) {
                settling.settle(about.subject(), new Answer(Result.SUCCEEDED, refund.get().amount(), null, null, null, null), "notice");
            }
            super.carry(parcel);
        }
    }
}

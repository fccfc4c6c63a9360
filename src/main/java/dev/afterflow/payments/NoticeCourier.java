package dev.afterflow.payments;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.providers.Provider.Topic;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows a notice's hint: asks the provider for the refund or the dispute and goes by the answer, never by the notice. */
@Component
class NoticeCourier implements Courier {

    static final String KIND = "notice";

    private final Inbox inbox;
    private final JdbcRefunds refunds;
    private final Providers providers;
    private final Settling settling;
    private final Chargebacks chargebacks;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    NoticeCourier(Inbox inbox, JdbcRefunds refunds, Providers providers, Settling settling, Chargebacks chargebacks,
            Outbox outbox, TransactionTemplate tx) {
        this.inbox = inbox;
        this.refunds = refunds;
        this.providers = providers;
        this.settling = settling;
        this.chargebacks = chargebacks;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One a provider, so that one that does not answer holds up no other's. */
    @Override
    public List<String> lanes() {
        return Stream.concat(Stream.of(KIND), providers.codes().map(NoticeCourier::lane)).toList();
    }

    static String lane(String provider) {
        return KIND + "/" + provider;
    }

    @Override
    public void carry(Parcel parcel) {
        String[] name = parcel.ref().split("/", 3);
        Inbox.About about = tx.execute(status -> inbox.about(name[0], name[1], name[2])).orElseThrow();
        if (about.topic() == Topic.DISPUTE) {
            dispute(parcel, name, about.subject());
        } else {
            refund(parcel, name, about.subject());
        }
    }

    private void dispute(Parcel parcel, String[] name, String id) {
        if (chargebacks.look(name[1], name[0], id)) {
            end(parcel, name, "DONE");
        } else {
            outbox.backOff(parcel, "no clear answer");
        }
    }

    private void refund(Parcel parcel, String[] name, String refundNo) {
        Optional<Refund> refund = tx.execute(status -> refunds.find(refundNo));
        Duration pause = refund.flatMap(known -> providers.find(known.provider()).map(provider -> provider.turn(known.shop()))).orElse(Duration.ZERO);
        if (refund.isEmpty()) {
            end(parcel, name, "UNKNOWN_NUMBER");
        } else if (!pause.isZero()) {
            outbox.paced(parcel, pause);
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

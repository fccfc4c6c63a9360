package dev.afterflow.payments;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the finance team's task for a refund that needs a person. */
@Component
class ChaseCourier implements Courier {

    static final String KIND = "chase";

    private final JdbcRefunds refunds;
    private final RefundPayoutProcess payout;
    private final Outbox outbox;

    ChaseCourier(JdbcRefunds refunds, RefundPayoutProcess payout, Outbox outbox) {
        this.refunds = refunds;
        this.payout = payout;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    @Transactional
    public void carry(Parcel parcel) {
        String refundNo = parcel.ref().substring(0, parcel.ref().indexOf('/'));
        payout.chase(refunds.find(refundNo).orElseThrow().caseNumber(), refundNo);
        outbox.done(KIND, parcel.ref());
    }
}

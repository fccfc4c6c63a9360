package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.providers.CardDisputes.Move;
import dev.afterflow.providers.CardDisputes.Status;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Books what a dispute does to our balance: withheld money stands on an account of its own until the bank has decided; what is lost
 * then goes on to the losses, what is won comes back by the provider's own line. Fees are a cost from their first day.
 */
@Component
class ChargebackMoney {

    private static final String WITHHELD = "withheld/";
    private static final String LOST = "chargebacks";
    private static final String FEES = "fees/";

    private final JdbcChargebacks rows;
    private final Ledger ledger;

    ChargebackMoney(JdbcChargebacks rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    void book(Chargeback about, List<Move> moves) {
        for (Move move : moves) {
            if (rows.moved(about, move)) {
                String ref = about.provider() + ":" + move.id();
                ledger.moved(about.shop(), ref, "chargeback", "provider/" + about.provider(), WITHHELD + about.provider(), move.amount().times(-1));
                ledger.moved(about.shop(), ref, "chargeback_fee", "provider/" + about.provider(), FEES + about.provider(), move.fee());
            }
        }
        if (about.status() == Status.LOST) {
            rows.cost(about.shop(), about.provider(), about.id()).ifPresent(cost -> lost(about, cost.withheld()));
        }
    }

    private void lost(Chargeback about, Money withheld) {
        ledger.movedOnce(about.shop(), about.provider() + ":" + about.id(), "chargeback_lost", WITHHELD + about.provider(), LOST, withheld);
    }
}

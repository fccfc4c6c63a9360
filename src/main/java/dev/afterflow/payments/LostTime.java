package dev.afterflow.payments;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands before a first send in a house that was restored from a backup. The refund may have been paid in the time that was
 * lost: under its own number, or under another one when its case was opened anew; the provider's statement tells of the latter.
 */
@Component
class LostTime {

    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JdbcRefunds refunds;
    private final Settling settling;
    private final Alarms alarms;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    LostTime(JdbcClient jdbc, JdbcRefunds refunds, Settling settling, Alarms alarms, Outbox outbox, TransactionTemplate tx) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.settling = settling;
        this.alarms = alarms;
        this.outbox = outbox;
        this.tx = tx;
    }

    /** A refund of the same payment that the provider paid and we know nothing of; {@code answered} by finance or not yet. */
    private record Unknown(String refundNo, Money amount, boolean answered) {
    }

    /** False when the refund needs no send, or none before finance has answered what else left this payment. */
    boolean maySend(Parcel parcel, Refund refund, Provider provider) {
        Optional<List<Provider.Seen>> seen = provider.seen(new Provider.Ask(refund.shop(), refund.refundNo(), refund.request()));
        if (seen.isEmpty()) {
            outbox.backOff(parcel, "nobody knows yet what left this payment");
            return false;
        }
        List<Unknown> unknown = tx.execute(status -> unknown(refund, seen.get()));
        for (Unknown each : unknown) {
            if (each.amount().equals(refund.amount()) && !each.answered()) {
                return ask(parcel, refund, provider, each.refundNo());
            }
        }
        if (unknown.stream().anyMatch(each -> !each.answered())) {
            alarms.raise(refund, "LOST_TIME", "the provider paid another refund of this payment that we do not know; it waits until that is answered");
            outbox.later(RefundCourier.KIND, refund.refundNo(), UNTIL_ANSWERED, "an unknown refund of this payment");
            return false;
        }
        return ask(parcel, refund, provider, refund.refundNo());
    }

    private boolean ask(Parcel parcel, Refund refund, Provider provider, String number) {
        Answer found = provider.query(new Provider.Ask(refund.shop(), number, refund.request()));
        outbox.note(parcel, new Attempt("asked", found.result().name(), found.httpStatus(), found.code(), found.requestId()));
        if (found.result() == Result.NOT_FOUND && number.equals(refund.refundNo())) {
            return true;
        }
        if (found.result() == Result.SUCCEEDED) {
            take(refund, number, found);
        } else {
            outbox.backOff(parcel, found.result().name());
        }
        return false;
    }

    /** All or nothing: a refund that counted as sent under its own number would be asked for under that and sent again. */
    private void take(Refund refund, String number, Answer found) {
        tx.executeWithoutResult(status -> {
            boolean taken = refunds.sending(refund.refundNo()) && (number.equals(refund.refundNo()) || adopt(refund, number))
                && settling.settle(refund.refundNo(), found, "restore");
            if (!taken) {
                status.setRollbackOnly();
            }
        });
    }

    private boolean adopt(Refund refund, String number) {
        return jdbc.sql("""
                insert into payments.found_again (lost_no, refund_no, shop_id) values (:lost, :no, :shop) on conflict do nothing""")
            .param("lost", number).param("no", refund.refundNo()).param("shop", refund.shop()).update() == 1;
    }

    /** By the statement, and what the provider itself shows that no statement has told yet. */
    private List<Unknown> unknown(Refund refund, List<Provider.Seen> seen) {
        List<Unknown> told = told(refund);
        return Stream.concat(told.stream(), seen.stream().filter(each -> !isKnown(each.refundNo()) && told.stream().noneMatch(line -> line.refundNo().equals(each.refundNo())))
            .map(each -> new Unknown(each.refundNo(), each.amount(), false))).toList();
    }

    private boolean isKnown(String refundNo) {
        return jdbc.sql("select exists (select 1 from payments.refund where refund_no = :no) or exists (select 1 from payments.found_again where lost_no = :no)")
            .param("no", refundNo).query(Boolean.class).single();
    }

    private List<Unknown> told(Refund refund) {
        return jdbc.sql("""
                select l.refund_no, l.amount, l.currency, bool_or(coalesce(i.resolved_by is not null, false)) as answered
                from payments.statement_line l left join payments.recon_item i
                  on i.shop_id = l.shop_id and i.provider = l.provider and i.provider_line = l.line_id
                where l.shop_id = :shop and l.provider = :provider and l.payment_id = :payment and l.refund_no is not null
                  and not exists (select 1 from payments.refund r where r.refund_no = l.refund_no)
                  and not exists (select 1 from payments.found_again f where f.lost_no = l.refund_no)
                group by l.refund_no, l.amount, l.currency order by l.refund_no""")
            .param("shop", refund.shop()).param("provider", refund.provider()).param("payment", refund.paymentId())
            .query((row, n) -> new Unknown(row.getString("refund_no"), new Money(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("answered"))).list();
    }
}

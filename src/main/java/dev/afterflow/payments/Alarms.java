package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a person must look at; the first of its kind for a refund also opens a task. */
@Component
@Transactional
class Alarms {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Alarms(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void raise(Refund refund, String kind, String detail) {
        boolean first = jdbc.sql("""
                insert into payments.alarm (shop_id, refund_no, case_number, kind, detail)
                values (:shop, :no, :case, :kind, :detail) on conflict (refund_no, kind) do nothing""")
            .param("shop", refund.shop()).param("no", refund.refundNo()).param("case", refund.caseNumber())
            .param("kind", kind).param("detail", detail).update() == 1;
        if (first) {
            outbox.put(ChaseCourier.KIND, refund.refundNo() + "/" + kind, refund.shop());
        }
    }
}

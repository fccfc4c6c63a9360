package dev.afterflow.payments;

import dev.afterflow.database.Figures;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where money is on its way, and how refunds ended on this node. */
@Component
class RefundFigures {

    private final Figures figures;

    RefundFigures(Figures figures) {
        this.figures = figures;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.refunds.open", "Refunds decided and not yet ended",
                "select count(*) from payments.refund where state in ('REQUESTED', 'SENT', 'PROCESSING', 'ABNORMAL')");
        figures.show("afterflow.refunds.unknown", "Refunds sent of which we do not know the end",
                "select count(*) from payments.refund where state in ('SENT', 'PROCESSING')");
        figures.show("afterflow.refunds.unknown.hour", "The same, sent more than an hour ago; should be 0", """
                select count(*) from payments.refund where state in ('SENT', 'PROCESSING') and first_sent < now() - interval '1 hour'""");
        figures.show("afterflow.notices.open", "Notices of providers that wait to be looked at",
                "select count(*) from payments.inbox where state = 'NEW'");
        figures.show("afterflow.differences.open", "Differences with a provider's statement that nobody has answered",
                "select count(*) from payments.recon_item where verdict <> 'MATCH' and resolved_by is null");
        for (RefundState state : RefundState.values()) {
            if (state.settled()) {
                ended(state, 0);
            }
        }
    }

    static void ended(RefundState state) {
        ended(state, 1);
    }

    private static void ended(RefundState state, double more) {
        Metrics.counter("afterflow.refunds", "outcome", state.name().toLowerCase(Locale.ROOT)).increment(more);
    }
}

package dev.afterflow.payments;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.security.Audit;
import java.lang.reflect.Proxy;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one word about a chargeback itself, and dies at a step of it or loses the bank's answer. */
@Component
public class CrashingBank {

    private final JdbcChargebacks rows;
    private final Chargebacks chargebacks;
    private final List<CardDisputes> desks;
    private final ObjectProvider<Chargebacks.Papers> papers;
    private final Outbox outbox;
    private final Parcels parcels;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    CrashingBank(JdbcChargebacks rows, Chargebacks chargebacks, List<CardDisputes> desks, ObjectProvider<Chargebacks.Papers> papers, Outbox outbox, Parcels parcels, Audit audit,
            ApplicationEventPublisher events, JdbcClient jdbc, TransactionTemplate tx) {
        this.rows = rows;
        this.chargebacks = chargebacks;
        this.desks = desks;
        this.papers = papers;
        this.outbox = outbox;
        this.parcels = parcels;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** What will be asked under this number waits for {@link #carries}. */
    public void holdsBack(String number, String shop) {
        outbox.put(ChargebackCourier.KIND, "test/" + number, number, shop);
    }

    /** Cut off at {@code sent}, {@code answered} or {@code settled}, or with its answer {@code lost}; then a node that lives goes on, more often than needed. */
    public void carries(String number, String step) {
        round(number, step);
        for (int again = 0; again < 3; again++) {
            tx.executeWithoutResult(status -> jdbc.sql("""
                update dispatch.outbox set next_at = now(), lease_until = now() - interval '1 second' where kind = 'chargeback' and ref = :no and not done""")
                .param("no", number).update());
            round(number, "none");
        }
    }

    private void round(String number, String step) {
        ChargebackCourier courier = new ChargebackCourier(rows, chargebacks, step.equals("lost") ? List.of(deaf()) : desks, papers, outbox, audit, crashing(step), events, tx);
        try {
            parcels.claim("test/" + number).forEach(courier::carry);
        } catch (Crash crashed) {
            if (!step.equals(crashed.getMessage())) {
                throw crashed;
            }
        }
    }

    /** The real desk, whose answer to a submission never arrives. */
    private CardDisputes deaf() {
        CardDisputes real = desks.get(0);
        return (CardDisputes) Proxy.newProxyInstance(CardDisputes.class.getClassLoader(), new Class<?>[] {CardDisputes.class}, (proxy, method, words) -> {
            Object answer = method.invoke(real, words);
            return method.getName().equals("submit") ? CardDisputes.Heard.unknown("NO_ANSWER") : answer;
        });
    }

    private static final class Crash extends Error {
        Crash(String step) {
            super(step);
        }
    }

    private static CrashPoint crashing(String at) {
        return new CrashPoint() {
            @Override
            public void reached(String step) {
                if (step.equals(at)) {
                    throw new Crash(step);
                }
            }
        };
    }
}

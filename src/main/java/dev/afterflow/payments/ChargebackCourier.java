package dev.afterflow.payments;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.payments.Chargebacks.Answered;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.payments.Chargebacks.Verdict;
import dev.afterflow.payments.JdbcChargebacks.Asked;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.providers.CardDisputes.Dispute;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Heard;
import dev.afterflow.providers.CardDisputes.Outcome;
import dev.afterflow.providers.CardDisputes.Status;
import dev.afterflow.security.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries our word about a chargeback: asks how it stands before each send, so that evidence, which the bank reads once, is submitted
 * once; holds no transaction while the provider is spoken to.
 */
@Component
class ChargebackCourier implements Courier {

    static final String KIND = "chargeback";
    private static final int PATIENCE = 8;

    private final JdbcChargebacks rows;
    private final Chargebacks chargebacks;
    private final List<CardDisputes> desks;
    private final ObjectProvider<Chargebacks.Papers> papers;
    private final Outbox outbox;
    private final Audit audit;
    private final CrashPoint crash;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate tx;

    ChargebackCourier(JdbcChargebacks rows, Chargebacks chargebacks, List<CardDisputes> desks, ObjectProvider<Chargebacks.Papers> papers, Outbox outbox,
            Audit audit, CrashPoint crash, ApplicationEventPublisher events, TransactionTemplate tx) {
        this.rows = rows;
        this.chargebacks = chargebacks;
        this.desks = desks;
        this.papers = papers;
        this.outbox = outbox;
        this.audit = audit;
        this.crash = crash;
        this.events = events;
        this.tx = tx;
    }

    static String lane(String provider) {
        return KIND + "/" + provider;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return desks.stream().map(desk -> lane(desk.code())).toList();
    }

    @Override
    public void carry(Parcel parcel) {
        Asked asked = tx.execute(status -> rows.asked(parcel.ref()).orElseThrow());
        if (asked.verdict() != null) {
            outbox.done(KIND, parcel.ref());
            return;
        }
        CardDisputes desk = desks.stream().filter(each -> each.code().equals(asked.provider())).findFirst().orElseThrow();
        Heard stands = desk.read(asked.shop(), asked.disputeId());
        note(parcel, "asked", stands);
        if (stands.outcome() != Outcome.DONE) {
            unclear(parcel, asked, stands.code());
            return;
        }
        chargebacks.take(asked.shop(), asked.provider(), stands.dispute());
        Optional<Answered> already = already(asked, stands.dispute());
        if (already.isPresent()) {
            settle(parcel, already.get());
        } else {
            send(parcel, asked, desk);
        }
    }

    /** What needs no send, because it is so already or can never be so. */
    private static Optional<Answered> already(Asked asked, Dispute now) {
        if (asked.verb() == Verb.ACCEPT && now.status() == Status.LOST) {
            return Optional.of(answered(asked, Verdict.DONE, null));
        }
        if (asked.verb() == Verb.SUBMIT && now.submissions() > 0) {
            return Optional.of(asked.sends() > 0 ? answered(asked, Verdict.DONE, null) : answered(asked, Verdict.REFUSED, "SUBMITTED_BEFORE"));
        }
        return now.status().over() ? Optional.of(answered(asked, Verdict.REFUSED, "OVER")) : Optional.empty();
    }

    private void send(Parcel parcel, Asked asked, CardDisputes desk) {
        Optional<Evidence> evidence = asked.verb() == Verb.ACCEPT ? Optional.of(new Evidence(Map.of(), List.of()))
            : papers.stream().flatMap(each -> each.of(asked.number()).stream()).findFirst();
        if (evidence.isEmpty()) {
            settle(parcel, answered(asked, Verdict.REFUSED, "NO_PAPERS"));
            return;
        }
        if (!outbox.stillMine(parcel) || !announce(parcel, asked)) {
            return;
        }
        crash.reached("sent");
        Heard heard = switch (asked.verb()) {
            case DRAFT -> desk.draft(asked.shop(), asked.disputeId(), asked.number(), evidence.get());
            case SUBMIT -> desk.submit(asked.shop(), asked.disputeId(), asked.number(), evidence.get());
            case ACCEPT -> desk.accept(asked.shop(), asked.disputeId(), asked.number());
        };
        crash.reached("answered");
        note(parcel, "sent", heard);
        take(parcel, asked, heard);
    }

    private void take(Parcel parcel, Asked asked, Heard heard) {
        if (heard.dispute() != null) {
            chargebacks.take(asked.shop(), asked.provider(), heard.dispute());
        }
        switch (heard.outcome()) {
            case DONE -> settle(parcel, answered(asked, Verdict.DONE, null));
            case REFUSED -> settle(parcel, answered(asked, Verdict.REFUSED, heard.code()));
            case NOT_FOUND, UNKNOWN -> unclear(parcel, asked, heard.code());
        }
    }

    private boolean announce(Parcel parcel, Asked asked) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            boolean mine = rows.sending(asked.number());
            if (mine) {
                outbox.note(parcel, Attempt.of("sending", "SENT"));
            }
            return mine;
        }));
    }

    /** Asking goes on without end; after a while people look as well. */
    private void unclear(Parcel parcel, Asked asked, String code) {
        tx.executeWithoutResult(status -> {
            if (parcel.attempt() >= PATIENCE && rows.askPeople(asked.number())) {
                events.publishEvent(answered(asked, Verdict.NEEDS_PERSON, code));
            }
            outbox.backOff(parcel, code);
        });
    }

    private void settle(Parcel parcel, Answered answer) {
        tx.executeWithoutResult(status -> {
            if (rows.settle(answer.number(), answer.verdict(), answer.code())) {
                audit.record(answer.shop(), "CHARGEBACK_" + answer.verb() + "_" + answer.verdict(), "case", answer.caseNumber(),
                    Map.of("dispute", answer.id(), "code", String.valueOf(answer.code())));
                events.publishEvent(answer);
            }
            outbox.done(KIND, parcel.ref());
        });
        crash.reached("settled");
    }

    private static Answered answered(Asked asked, Verdict verdict, String code) {
        return new Answered(asked.number(), asked.caseNumber(), asked.shop(), asked.provider(), asked.disputeId(), asked.verb(), verdict, code);
    }

    private void note(Parcel parcel, String step, Heard heard) {
        outbox.note(parcel, Attempt.of(step, heard.code() == null ? heard.outcome().name() : heard.code()));
    }
}

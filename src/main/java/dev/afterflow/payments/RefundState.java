package dev.afterflow.payments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The life of a refund. What is not listed is impossible; a settled refund moves only from SUCCEEDED to RETURNED. */
enum RefundState {
    REQUESTED, SENT, PROCESSING, SUCCEEDED, REJECTED, CLOSED, ABNORMAL, RETURNED;

    private Set<RefundState> next = Set.of();

    static {
        REQUESTED.next = EnumSet.of(SENT);
        SENT.next = EnumSet.of(SENT, PROCESSING, SUCCEEDED, REJECTED, CLOSED, ABNORMAL);
        PROCESSING.next = EnumSet.of(PROCESSING, SUCCEEDED, CLOSED, ABNORMAL);
        ABNORMAL.next = EnumSet.of(PROCESSING, SUCCEEDED, CLOSED);
        SUCCEEDED.next = EnumSet.of(RETURNED);
    }

    boolean may(RefundState to) {
        return next.contains(to);
    }

    /** The states from which this one can be reached. */
    List<RefundState> from() {
        return Arrays.stream(values()).filter(state -> state.may(this)).toList();
    }

    boolean settled() {
        return this == SUCCEEDED || this == REJECTED || this == CLOSED || this == RETURNED;
    }

    /** A dead refund's reservation is free again, and only then may people decide a new generation. */
    boolean dead() {
        return this == REJECTED || this == CLOSED;
    }

    boolean paid() {
        return this == SUCCEEDED || this == RETURNED;
    }

    /** True when evidence for {@code told} says nothing that this state contradicts. */
    boolean agreesWith(RefundState told) {
        return this == told || told == PROCESSING || (this == RETURNED && told == SUCCEEDED);
    }
}

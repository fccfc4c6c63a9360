package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import java.time.Instant;

/** A wish as last told by its sender, and the case it belongs to; {@code caseNumber} is null until it has one. */
record Request(NewCase asked, State state, String caseNumber, Instant receivedAt) {

    /** WAITING_ORDER: its order has not arrived; LIVE: counts in its case. */
    enum State { WAITING_ORDER, LIVE, WITHDRAWN, CLOSED }

    boolean live() {
        return state == State.LIVE;
    }

    boolean waiting() {
        return state == State.WAITING_ORDER;
    }

    Request told(NewCase newer, State next) {
        return new Request(newer, next, caseNumber, receivedAt);
    }
}

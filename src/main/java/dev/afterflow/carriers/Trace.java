package dev.afterflow.carriers;

import java.time.Instant;
import java.util.List;

/**
 * Where a parcel is, as far as we know now.
 *
 * @param lastScanAt null before the first scan
 * @param scans newest first
 */
public record Trace(String carrier, String waybill, State state, Instant lastScanAt, List<Scan> scans) {

    /**
     * The state the newest scan left it in. NOT_PICKED: announced, never taken over. AT_POINT: waits in a locker or station, nobody signed.
     * REFUSED: the receiver would not take it. LOST: the carrier or the tracking service gave it up.
     */
    public enum State { UNKNOWN, NOT_PICKED, MOVING, DELIVERING, AT_POINT, SIGNED, PROBLEM, RETURNING, RETURNED, CUSTOMS, REFUSED, LOST }

    /**
     * One scan.
     *
     * @param place null when the carrier names none
     * @param code what happened, in words that are the same for all sources ({@code PICKED_UP}, {@code SIGNED_AT_POINT}, {@code SEIZED}…, see {@link Step})
     */
    public record Scan(Instant at, String place, String words, String code) {
    }

    /** What a scan tells, finer than the state it leaves the parcel in; Kuaidi100's sub-states and AfterShip's subtags fall on these. */
    public enum Step {
        ANNOUNCED(State.NOT_PICKED), PICKED_UP(State.MOVING), MOVING(State.MOVING), TRANSFERRED(State.MOVING), DELIVERING(State.DELIVERING),
        AT_POINT(State.AT_POINT), SIGNED(State.SIGNED), SIGNED_AFTER_TROUBLE(State.SIGNED), SIGNED_BY_OTHER(State.SIGNED), SIGNED_AT_POINT(State.SIGNED),
        STALLED(State.PROBLEM), NOT_COLLECTED(State.PROBLEM), NOBODY_HOME(State.PROBLEM), WRONG_ADDRESS(State.PROBLEM), DAMAGED(State.PROBLEM),
        SEIZED(State.PROBLEM), TROUBLE(State.PROBLEM), INTERCEPTED(State.RETURNING), RETURNING(State.RETURNING), RETURNED(State.RETURNED),
        CUSTOMS(State.CUSTOMS), CUSTOMS_CLEARED(State.MOVING), CUSTOMS_HELD(State.CUSTOMS), REFUSED(State.REFUSED), LOST(State.LOST);

        private final State state;

        Step(State state) {
            this.state = state;
        }

        public State state() {
            return state;
        }
    }
}

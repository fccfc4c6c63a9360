package dev.afterflow.repairs;

import java.time.Instant;

/**
 * A device that was lent while the buyer's own is repaired.
 *
 * @param by until when it should be back; null before it was asked for
 * @param closesAs how the case ends once the device is settled; null while the repair itself goes on
 */
record Spare(String caseNumber, String shop, String serial, State state, Instant by, int reminders, String closesAs) {

    /** PAID for by the buyer instead, or GIVEN_UP for a reason. */
    enum State {
        LENT, ASKED, BACK, PAID, GIVEN_UP;

        boolean isOut() {
            return this == LENT || this == ASKED;
        }
    }

    Spare asked(Instant until, int reminded) {
        return new Spare(caseNumber, shop, serial, State.ASKED, until, reminded, closesAs);
    }

    Spare settled(State as) {
        return new Spare(caseNumber, shop, serial, as, by, reminders, closesAs);
    }

    Spare closing(String outcome) {
        return new Spare(caseNumber, shop, serial, state, by, reminders, outcome);
    }

    /** The buyer's own device has left: the lent one is asked for; told after commit, again until it has begun. */
    record Due(String caseNumber, String shop) {
    }
}

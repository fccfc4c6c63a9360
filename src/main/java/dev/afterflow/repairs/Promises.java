package dev.afterflow.repairs;

import dev.afterflow.sla.Clocks;
import dev.afterflow.sla.Deadlines;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Until when this room answers, and the law's own clock from the buyer's demand (Penalty Measures, articles 8 and 9). */
@Component("repairPromises")
class Promises {

    private static final String ANSWER = "answer";
    private static final String DEMAND = "demand";
    private static final String REPAIR = "repair";

    private final Deadlines deadlines;
    private final Clocks clocks;

    Promises(Deadlines deadlines, Clocks clocks) {
        this.deadlines = deadlines;
        this.clocks = clocks;
    }

    /** Starts the clocks of a matter just told; answers until when somebody must answer it. */
    Deadlines.Deadline begin(Matter told) {
        String shop = told.shop().id();
        Deadlines.Deadline answer = deadlines.of(shop, "answerShipped", told.asked().platformDeadline(), told.asked().openedAt());
        clocks.start(told.asked().number(), shop, ANSWER, answer.due());
        Deadlines.Deadline law = deadlines.of(shop, "anyDemand", null, told.asked().openedAt());
        if ("UNLAWFUL".equals(law.onExpiry())) {
            clocks.startOnce(told.asked().number(), shop, DEMAND, law.due());
        }
        return answer;
    }

    void answered(String caseNumber) {
        clocks.stop(caseNumber, ANSWER);
    }

    void refused(String caseNumber) {
        clocks.stop(caseNumber, DEMAND);
    }

    /** The demand is being met: from now on the term of the repair itself runs. */
    void repairing(String caseNumber, String shop, Instant due) {
        clocks.stop(caseNumber, DEMAND);
        clocks.start(caseNumber, shop, REPAIR, due);
    }

    void repaired(String caseNumber) {
        clocks.stop(caseNumber, REPAIR);
    }

    /** When a step that begins now is due. */
    Instant of(String shop, String step, Instant now) {
        return deadlines.of(shop, step, null, now).due();
    }
}

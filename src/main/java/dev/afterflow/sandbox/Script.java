package dev.afterflow.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One way a case of the demo goes.
 *
 * @param state what became of the order's parcel when the buyer asks: PAID, SHIPPED or DELIVERED; LATE for one that should have left, COD for one that is to be paid at the door
 * @param faults what the played provider does with the refund, visit by visit
 * @param answers what people answer, task by task, in the order they are asked
 * @param turns what buyers, carriers and the marketplace do, in order
 * @param ends the task at which the story rests, CLOSED, or WAITS when only somebody outside is waited for
 */
record Script(String name, String state, String kind, List<String> reasons, List<PayFault> faults, List<Turn.Answer> answers,
              List<Turn> turns, String ends) {

    private static final Map<String, Integer> MINUTES = Map.of("PARCEL", 2 * 1440, "LABEL", 1440, "TAKEN_IN", 1440, "DELIVERED", 1700, "SAY", 180,
            "WITHDRAW", 400, "STEP_IN", 1500, "VERDICT", 2600, "PICTURE", 50);
    private static final Map<String, Integer> TASK_MINUTES = Map.of("receiveParcel", 300, "inspectGoods", 120, "pickGoods", 500, "approveRefund", 150,
            "reviewReturn", 240, "answerPlatform", 700, "chaseRefund", 900, "resolvePayout", 400, "callBuyer", 90);
    private static final int OTHERWISE = 140;

    boolean closes() {
        return ends.equals("CLOSED");
    }

    /** The middle of how long one waits for this in a shop's life. */
    static Duration usual(String turnOrTask) {
        return Duration.ofMinutes(MINUTES.getOrDefault(turnOrTask, TASK_MINUTES.getOrDefault(turnOrTask, OTHERWISE)));
    }
}

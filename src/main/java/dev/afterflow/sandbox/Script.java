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

    private static final Map<String, Integer> MINUTES = Map.ofEntries(Map.entry("PARCEL", 2 * 1440), Map.entry("LABEL", 1440), Map.entry("TAKEN_IN", 1440),
            Map.entry("DELIVERED", 1700), Map.entry("SAY", 180), Map.entry("WITHDRAW", 400), Map.entry("STEP_IN", 1500), Map.entry("VERDICT", 2600),
            Map.entry("PICTURE", 50), Map.entry("ASKS", 25), Map.entry("REPLY", 4), Map.entry("CHASED", 200), Map.entry("LOSS", 90),
            Map.entry("CARRIER", 3 * 1440), Map.entry("PAYS", 5 * 1440), Map.entry("FOUND", 2 * 1440), Map.entry("TAKEN_BACK", 600),
            Map.entry("MERGED", 60));
    private static final Map<String, Integer> TASK_MINUTES = Map.of("receiveParcel", 300, "inspectGoods", 120, "pickGoods", 500, "approveRefund", 150,
            "reviewReturn", 240, "answerPlatform", 700, "chaseRefund", 900, "resolvePayout", 400, "callBuyer", 90);
    private static final int OTHERWISE = 140;

    boolean closes() {
        return ends.equals("CLOSED");
    }

    /** Whether it is about a claim; the played carriers pay in yuan only. */
    boolean claims() {
        return turns.stream().anyMatch(turn -> turn.what().equals("LOSS"));
    }

    /** The middle of how long one waits for this in a shop's life. */
    static Duration usual(String turnOrTask) {
        return Duration.ofMinutes(MINUTES.getOrDefault(turnOrTask, TASK_MINUTES.getOrDefault(turnOrTask, OTHERWISE)));
    }
}

package dev.afterflow.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody does in a story beside the people's answers.
 *
 * @param what PICTURE (an agent attaches the buyer's picture), SAY (the buyer writes), PARCEL and LABEL (goods go back, taken in or
 *     only under way), TAKEN_IN, DELIVERED (the replacement), WITHDRAW, REOPEN, STEP_IN, VERDICT, REMARK, CLAIM;
 *     ASKS and REPLY (buyer and agent write before anything is decided), WRITES (an agent, what had better not be written); of carriers LOSS (the agent claims), CARRIER
 *     (it answers), PAYS, FOUND, TAKEN_BACK, MERGED and CHASED (what it was asked is filed, answered, closed)
 * @param data how; for PARCEL what is in it, for VERDICT for whom, for CARRIER what it says, for PAYS how much of a hundred
 */
record Turn(String what, String data) {

    static Turn of(String what) {
        return new Turn(what, "");
    }

    /** Whether nobody answers a task before it. */
    boolean early() {
        return what.equals("ASKS") || what.equals("REPLY") || what.equals("LOSS");
    }

    /** What a person answers at a task, for the first time, the second time; {@code $picture}, {@code $amount} and lines are filled in. */
    record Answer(String task, Map<String, Object> data) {

        static Answer of(String task, Object... pairs) {
            Map<String, Object> data = new LinkedHashMap<>();
            for (int each = 0; each < pairs.length; each += 2) {
                data.put((String) pairs[each], pairs[each + 1]);
            }
            return new Answer(task, data);
        }
    }
}

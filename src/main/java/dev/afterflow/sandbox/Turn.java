package dev.afterflow.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody does in a story beside the people's answers.
 *
 * @param what PICTURE (an agent attaches the buyer's picture), SAY (the buyer writes), PARCEL and LABEL (goods go back, taken in or
 *     only under way), TAKEN_IN, DELIVERED (the replacement), WITHDRAW, REOPEN, STEP_IN, VERDICT, REMARK, CLAIM
 * @param data how; for PARCEL what is in it, for VERDICT for whom
 */
record Turn(String what, String data) {

    static Turn of(String what) {
        return new Turn(what, "");
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

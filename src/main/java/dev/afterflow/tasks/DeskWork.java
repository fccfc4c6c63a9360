package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.util.Map;

/**
 * What a workshop knows about one user task: the data its form opens with and where a submission is filed.
 *
 * <p>One bean a user task. Both calls run inside a transaction; {@code file} shares it with the completion in the engine,
 * so a thrown problem takes everything back. The form's own rules have been checked before {@code file} is called.
 */
public interface DeskWork {

    /** Id of the user task, which is also the id of its form, for example {@code reviewRequest}. */
    String task();

    /** Data the form of this case opens with, by field key; values of lists for {@code valuesKey} stand here too. */
    Map<String, Object> prefill(String caseNumber);

    /** As {@link #prefill(String)}, for work of which a case may hold several tasks at once. */
    default Map<String, Object> prefill(String caseNumber, String taskId) {
        return prefill(caseNumber);
    }

    /** As {@link #file(String, Map, Who)}, for work of which a case may hold several tasks at once. */
    default Map<String, Object> file(String caseNumber, String taskId, Map<String, Object> input, Who who) {
        return file(caseNumber, input, who);
    }

    /**
     * Stores the input in the workshop's tables and returns the answers that become process variables.
     *
     * @param input checked form data by field key, without hidden and read-only fields
     * @return answers; only String, Long, Boolean and Date values
     * @throws dev.afterflow.security.Problem when a rule of the workshop refuses the answer
     */
    Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who);
}

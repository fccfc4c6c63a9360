package dev.afterflow.tasks;

import java.util.List;
import java.util.Map;

/** A submission after its check: what may be filed, and what is wrong with it. */
record Checked(Map<String, Object> input, List<FormFault> faults) {

    boolean isFine() {
        return faults.isEmpty();
    }

    boolean isMalformed() {
        return faults.stream().anyMatch(FormFault::isMalformed);
    }
}

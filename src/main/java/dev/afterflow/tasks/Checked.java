package dev.afterflow.tasks;

import java.util.List;
import java.util.Map;

/**
 * A submission after its check: what may be filed, and what is wrong with it.
 *
 * @param attached the files it names, for each evidence field
 */
record Checked(Map<String, Object> input, List<FormFault> faults, List<Attached> attached) {

    /** The files of one evidence field. */
    record Attached(String field, FormPart part, List<String> ids) {
    }
}

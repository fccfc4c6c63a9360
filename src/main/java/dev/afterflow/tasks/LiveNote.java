package dev.afterflow.tasks;

import java.util.Map;

/**
 * Something that happened, as the nodes tell each other.
 *
 * @param event {@code task}, {@code case}, {@code import}, {@code mention} or {@code reset}
 * @param shop  whose it is; null reaches everybody
 * @param team  whose work it is about; null reaches everybody of the shop
 * @param person whom alone it is told; null reaches everybody
 * @param data  what the browser gets
 */
record LiveNote(String event, String shop, String team, Long person, Map<String, Object> data) {

    /** Tells browsers that notes may have been missed: they fetch what they show again. */
    static final LiveNote RESET = new LiveNote("reset", null, null, null, Map.of());
}

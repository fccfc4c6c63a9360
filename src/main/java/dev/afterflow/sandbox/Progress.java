package dev.afterflow.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How far the filling of the demo's shops has come. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Progress {

    private final Plots plots;
    private volatile Part part = Part.GOODS;

    Progress(Plots plots) {
        this.plots = plots;
    }

    /** What is being brought in. */
    enum Part { GOODS, STORIES, HISTORY, READY, FAILED }

    /** The part, and of all cases how many are there; percent of the whole. */
    record Stand(Part part, int cases, int of, int percent) {
    }

    void begins(Part next) {
        part = next;
    }

    void done() {
        part = Part.READY;
    }

    void failed() {
        part = Part.FAILED;
    }

    Stand stand() {
        Plots.Count count = part == Part.READY ? new Plots.Count(0, 0) : plots.count();
        int share = count.all() == 0 ? 0 : 85 * count.over() / count.all();
        return new Stand(part, count.over(), count.all(), switch (part) {
            case GOODS -> 4;
            case STORIES -> 8 + share;
            case HISTORY -> 95;
            default -> 100;
        });
    }
}

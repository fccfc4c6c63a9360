package dev.afterflow.tasks;

import dev.afterflow.database.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open browsers of this node, work that waits, and how far the sweep over promises is behind. */
@Component
class DeskFigures {

    private final Figures figures;
    private final MeterRegistry meters;
    private final LiveHub live;

    DeskFigures(Figures figures, MeterRegistry meters, LiveHub live) {
        this.figures = figures;
        this.meters = meters;
        this.live = live;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        Gauge.builder("afterflow.live.streams", live, LiveHub::streams).description("Browsers that listen to this node").register(meters);
        figures.show("afterflow.tasks.overdue", "Open tasks whose promise is broken",
                "select count(*) from tasks.work_item where due_at <= now()");
        figures.show("afterflow.sweep.lag.seconds", "How long a broken promise has stood unnoticed; half a minute is usual",
                "select coalesce(extract(epoch from now() - min(due_at)), 0) from tasks.work_item where not overdue and due_at <= now()");
    }
}

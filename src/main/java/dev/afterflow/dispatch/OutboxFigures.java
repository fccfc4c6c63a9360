package dev.afterflow.dispatch;

import dev.afterflow.database.Figures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How much is owed to the outside, and for how long. */
@Component
class OutboxFigures {

    private final Figures figures;

    OutboxFigures(Figures figures) {
        this.figures = figures;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.outbox.open", "Effects owed to the outside", "select count(*) from dispatch.outbox where not done");
        figures.show("afterflow.outbox.age.seconds", "Age of the oldest effect still owed",
                "select coalesce(extract(epoch from now() - min(created_at)), 0) from dispatch.outbox where not done");
        figures.show("afterflow.outbox.due.seconds", "How long the longest due effect has waited",
                "select greatest(coalesce(extract(epoch from now() - min(next_at)), 0), 0) from dispatch.outbox where not done");
        figures.show("afterflow.frozen", "1 while nothing leaves the house", "select frozen::int from dispatch.freeze");
        figures.show("afterflow.events.open", "Events between rooms that nobody has finished",
                "select count(*) from dispatch.event_publication where completion_date is null");
    }
}

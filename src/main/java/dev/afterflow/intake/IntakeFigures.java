package dev.afterflow.intake;

import dev.afterflow.database.Figures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters that wait for a person. */
@Component
class IntakeFigures {

    private final Figures figures;

    IntakeFigures(Figures figures) {
        this.figures = figures;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.inbox.parked", "Letters that could not be taken and wait for a person",
                "select count(*) from intake.message where state = 'PARKED'");
    }
}

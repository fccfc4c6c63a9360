package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the case's open tasks anew when the buyer asks for something else. */
@Component
class CaseWords {

    private final Cases cases;
    private final JdbcKeptItems items;
    private final LiveSender live;

    CaseWords(Cases cases, JdbcKeptItems items, LiveSender live) {
        this.cases = cases;
        this.items = items;
        this.live = live;
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        cases.look(event.number()).stream().flatMap(theCase -> items.retell(theCase).stream())
                .forEach(item -> live.task(item, "due"));
    }
}

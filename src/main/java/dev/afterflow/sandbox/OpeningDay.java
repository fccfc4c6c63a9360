package dev.afterflow.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills the demo shop once the doors are open, behind everybody's back so that nobody waits for it. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class OpeningDay {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningDay.class);

    private final World world;

    OpeningDay(World world) {
        this.world = world;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread thread = new Thread(this::stock, "demo-shop");
        thread.setDaemon(true);
        thread.start();
    }

    private void stock() {
        try {
            world.stock();
            LOG.info("The demo shop has its goods and {} orders", DemoOrders.COUNT);
        } catch (RuntimeException e) {
            LOG.warn("The demo shop could not be stocked; push from the sandbox page after the next start", e);
        }
    }
}

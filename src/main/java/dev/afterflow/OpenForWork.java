package dev.afterflow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start: where to go. */
@Component
class OpenForWork {

    private static final Logger LOG = LoggerFactory.getLogger("Afterflow");

    private final Environment environment;
    private final String mode;

    OpenForWork(Environment environment, @Value("${afterflow.mode}") String mode) {
        this.environment = environment;
        this.mode = mode;
    }

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        LOG.info("Afterflow 已启动 / is open for work ({} mode, {} s): http://localhost:{}", mode,
                ready.getTimeTaken().toSeconds(), environment.getProperty("local.server.port"));
    }
}

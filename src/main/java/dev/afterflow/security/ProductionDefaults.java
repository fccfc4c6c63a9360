package dev.afterflow.security;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What an operator need not set in production: a log of JSON lines with request and node, and without the asker's address. */
class ProductionDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "logging.structured.format.console", "ecs",
            "logging.structured.ecs.service.name", "afterflow",
            "logging.structured.ecs.service.node-name", "${afterflow.engine.node:}",
            "logging.structured.json.rename.trace", "request",
            "logging.structured.json.exclude", Trace.ADDRESS);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("afterflow.mode", "").equals("production")) {
            environment.getPropertySources().addLast(new MapPropertySource("productionDefaults", DEFAULTS));
        }
    }

    /** After the configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

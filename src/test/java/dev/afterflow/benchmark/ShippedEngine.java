package dev.afterflow.benchmark;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The product's engine room alone, without the operators' watch, with its own migrations and the shipped models, between empty doors. */
@EnableAutoConfiguration
@ComponentScan(basePackages = "dev.afterflow.engine", excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|EngineFigures|JobsHealthIndicator).*"))
@ComponentScan(basePackages = "dev.afterflow.database", useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.EngineTables"))
@Import({EmptyDoors.class, Alone.class})
class ShippedEngine {

    public static void main(String[] arguments) {
        Drive.with(new SpringApplication(ShippedEngine.class).run(Alone.with(arguments,
                "--spring.flyway.locations=classpath:db/migration/database,classpath:db/migration/engine")).getBean(ProcessEngine.class));
    }

    @Bean
    Ear ear() {
        return new Ear();
    }

    @Bean
    RouterFunction<ServerResponse> driver() {
        return DriveDoor.to(Drive::run);
    }
}

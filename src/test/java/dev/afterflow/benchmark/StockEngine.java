package dev.afterflow.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The same models in the engine as its Spring Boot starter sets it up: full history in its own tables, its own job executor,
 * its own tables without an index of ours.
 */
@EnableAutoConfiguration
@Import({EmptyDoors.class, Alone.class})
class StockEngine {

    public static void main(String[] arguments) throws IOException {
        ProcessEngine engine = new SpringApplication(StockEngine.class).run(Alone.with(arguments, "--spring.flyway.enabled=false",
                "--camunda.bpm.database.schema-update=true", "--camunda.bpm.eventing.task=true", "--camunda.bpm.eventing.execution=true",
                "--camunda.bpm.eventing.history=true")).getBean(ProcessEngine.class);
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("rule-book");
        for (String kind : List.of("processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form")) {
            for (Resource model : EmptyDoors.models(kind)) {
                deployment.addInputStream(model.getURL().getPath().replaceAll(".*/((?:processes|forms)/)", "$1"), model.getInputStream());
            }
        }
        deployment.deploy();
        Drive.with(engine);
    }

    @Bean
    ProcessEnginePlugin ear() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                List<BpmnParseListener> ears =
                        new ArrayList<>(engine.getCustomPostBPMNParseListeners() == null ? List.of() : engine.getCustomPostBPMNParseListeners());
                ears.add(new Ear());
                engine.setCustomPostBPMNParseListeners(ears);
            }
        };
    }

    @Bean
    RouterFunction<ServerResponse> driver() {
        return DriveDoor.to(Drive::run);
    }
}

package dev.afterflow.engine;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the engine into the application; the engine starts after the migrations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    @Bean
    static Delegates delegates(ListableBeanFactory beans) {
        return new BeanDelegates(beans);
    }

    @Bean
    @DependsOnDatabaseInitialization
    static EngineRules engineRules(EngineSettings settings, Delegates delegates) {
        return new EngineRules(settings, delegates);
    }
}

package dev.afterflow.engine;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the engine into the application; the engine starts after the migrations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    @Bean
    static Delegates delegates(ListableBeanFactory beans) {
        return new BeanDelegates(beans);
    }

    @Bean
    static Guard guard(Delegates delegates) {
        return new Guard(delegates);
    }

    @Bean
    static ModelRules modelRules(Guard guard) {
        return new ModelRules(guard);
    }

    @Bean
    static Releases releases(RepositoryService repository, ModelRules rules, EngineSettings settings, ObjectProvider<Releases.Opening> opening,
                             JdbcClient sql, PlatformTransactionManager transactions) {
        return new Releases(repository, new RuleBook(), rules, settings.deploy(), opening, sql, transactions);
    }

    @Bean
    static RuleHits ruleHits() {
        return new RuleHits();
    }

    @Bean
    @DependsOnDatabaseInitialization
    static EngineRules engineRules(EngineSettings settings, Delegates delegates, Guard guard, RuleHits hits, JdbcClient sql,
                                   HandOverExecutor jobs, ObjectProvider<BpmnParseListener> listeners) {
        FlowHistory flow = new FlowHistory(sql, settings.historyBoth());
        return new EngineRules(settings, delegates, guard, hits, flow, jobs, listeners.orderedStream().toList());
    }

    /** Lazy, since a delegate may ask for decisions while the engine is being made. */
    @Bean
    static Decisions decisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository, RuleHits hits) {
        return new Decisions(decisions, hits, new RuleTexts(repository));
    }
}

package dev.afterflow.engine;

import dev.afterflow.Afterflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The whole product on the engine as its starter sets it up, for comparison: full history in the engine's own tables, the
 * starter's job executor, the engine's random ids. What keeps models and variables safe stays, since the rooms are built on it.
 */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = Afterflow.class, excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = StarterApp.Left.class))
@Import(StarterApp.Engine.class)
public class StarterApp {

    public static void main(String[] arguments) {
        SpringApplication.run(StarterApp.class, arguments);
    }

    /** Left out: the product's own engine set-up with what watches it, its main class, and what only tests use. */
    static final class Left implements TypeFilter {

        private static final Set<String> OURS = Stream.of(Afterflow.class, EngineConfiguration.class, JobConfiguration.class, OwnLocks.class,
                        EngineFigures.class, JobsHealthIndicator.class)
                .map(Class::getName).collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            String name = reader.getClassMetadata().getClassName();
            return OURS.contains(name) || reader.getResource().getURL().getPath().contains("test-classes");
        }
    }

    @EnableConfigurationProperties(EngineSettings.class)
    static class Engine {

        @Bean
        static Delegates delegates(ListableBeanFactory beans) {
            return EngineConfiguration.delegates(beans);
        }

        @Bean
        static Guard guard(Delegates delegates) {
            return EngineConfiguration.guard(delegates);
        }

        @Bean
        static ModelRules modelRules(Guard guard) {
            return EngineConfiguration.modelRules(guard);
        }

        @Bean
        static Releases releases(RepositoryService repository, ModelRules rules, EngineSettings settings,
                                 ObjectProvider<Releases.Opening> opening, JdbcClient sql, PlatformTransactionManager transactions) {
            return EngineConfiguration.releases(repository, rules, settings, opening, sql, transactions);
        }

        @Bean
        static RuleHits ruleHits() {
            return EngineConfiguration.ruleHits();
        }

        @Bean
        static Decisions decisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository, RuleHits hits) {
            return EngineConfiguration.decisions(decisions, repository, hits);
        }

        @Bean
        static Defaults defaults(Delegates delegates, Guard guard, RuleHits hits, ObjectProvider<BpmnParseListener> listeners) {
            return new Defaults(delegates, guard, hits, listeners);
        }
    }

    /** Models, variables and listeners as the rooms need them; everything else, its FEEL too, is left as the starter has it. */
    private static final class Defaults extends AbstractCamundaConfiguration {

        private final Delegates delegates;
        private final Guard guard;
        private final RuleHits hits;
        private final ObjectProvider<BpmnParseListener> listeners;

        Defaults(Delegates delegates, Guard guard, RuleHits hits, ObjectProvider<BpmnParseListener> listeners) {
            this.delegates = delegates;
            this.guard = guard;
            this.hits = hits;
            this.listeners = listeners;
        }

        @Override
        public void preInit(SpringProcessEngineConfiguration engine) {
            EngineRules.closeDoors(engine, delegates, guard, hits);
            engine.setDmnEngineConfiguration(EngineRules.tables(new PlainFeel(new ScalaFeelEngineFactory()), hits));
            engine.setVariableTypes(PlainVariables.only(new PlainVariables.Answer()));
            engine.setCustomPostBPMNParseListeners(new ArrayList<>(engine.getCustomPostBPMNParseListeners()));
            engine.getCustomPostBPMNParseListeners().addAll(listeners.orderedStream().toList());
            engine.setHistoryTimeToLive("P180D");
        }
    }
}

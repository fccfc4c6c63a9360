package dev.afterflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Puts a door that does nothing in the place of every delegate the shipped models name, except those of {@link Doors}. */
class EmptyDoors implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Map<String, Consumer<DelegateExecution>> spoken = Doors.spoken();
        for (Resource model : models("processes/*/*.bpmn")) {
            Matcher named = DELEGATE.matcher(text(model));
            while (named.find()) {
                String name = named.group(1);
                if (!registry.containsBeanDefinition(name)) {
                    Consumer<DelegateExecution> door = spoken.getOrDefault(name, step -> { });
                    registry.registerBeanDefinition(name, new RootBeanDefinition(JavaDelegate.class,
                            () -> step -> Drive.through(name, step, door)));
                }
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // the definitions are all there is to add
    }

    static Resource[] models(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource model) {
        try {
            return model.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

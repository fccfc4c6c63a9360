package dev.afterflow.faults;

import dev.afterflow.Afterflow;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The product with two things a fault run needs of it: a clock that can be set wrong ({@link WrongClock}), and a door for what rooms ask of
 * marketplaces ({@link Hand}). {@link #broken} starts it with one bean's class replaced.
 */
public final class House {

    private static final String CLOCK = "clock";

    private House() {
    }

    public static void main(String[] arguments) {
        start(null, null, arguments);
    }

    public static void broken(String bean, Class<?> broken, String... arguments) {
        start(bean, broken, arguments);
    }

    private static void start(String bean, Class<?> broken, String... arguments) {
        SpringApplication house = new SpringApplication(Afterflow.class);
        house.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
            ((GenericApplicationContext) context).registerBean(Hand.DOOR, Hand.class);
            ((GenericApplicationContext) context).registerBean(Hand.Proof.class);
            context.addBeanFactoryPostProcessor(beans -> {
                setTheClock(beans);
                if (bean != null) {
                    ((AbstractBeanDefinition) beans.getBeanDefinition(bean)).setBeanClass(broken);
                }
            });
        });
        house.run(arguments);
    }

    private static void setTheClock(ConfigurableListableBeanFactory beans) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
        registry.removeBeanDefinition(CLOCK);
        registry.registerBeanDefinition(CLOCK, new RootBeanDefinition(Clock.class, WrongClock::ofThisNode));
    }

    /** What tests have for themselves is no part of it. */
    private static final class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURI().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }
}

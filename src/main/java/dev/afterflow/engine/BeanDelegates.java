package dev.afterflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/** The application's delegates: made late, since they need rooms that need the engine. */
class BeanDelegates implements Delegates {

    private final ListableBeanFactory beans;
    private volatile Set<String> names;

    BeanDelegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Set<String> names() {
        if (names == null) {
            names = Set.of(beans.getBeanNamesForType(JavaDelegate.class, false, false));
        }
        return names;
    }

    @Override
    public Class<?> type(String name) {
        return beans.getType(name, false);
    }

    @Override
    public JavaDelegate get(String name) {
        return beans.getBean(name, JavaDelegate.class);
    }
}

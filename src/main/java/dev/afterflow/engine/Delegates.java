package dev.afterflow.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The delegates a model may name, and nothing else of the application. */
interface Delegates {

    /** Bean names, which are activity ids. */
    Set<String> names();

    /** The delegate's class, known without making the delegate. */
    Class<?> type(String name);

    JavaDelegate get(String name);

    /** Fixed delegates, for engines outside the application. */
    static Delegates of(Map<String, ? extends JavaDelegate> delegates) {
        return new Delegates() {
            @Override
            public Set<String> names() {
                return delegates.keySet();
            }

            @Override
            public Class<?> type(String name) {
                return delegates.get(name).getClass();
            }

            @Override
            public JavaDelegate get(String name) {
                return delegates.get(name);
            }
        };
    }

    /** A read-only look at the delegates in the shape the engine's resolver asks for; makes each one when it is needed. */
    default Map<Object, Object> asMap() {
        return new AbstractMap<>() {
            @Override
            public boolean containsKey(Object name) {
                return name instanceof String text && names().contains(text);
            }

            @Override
            public Object get(Object name) {
                return containsKey(name) ? Delegates.this.get((String) name) : null;
            }

            @Override
            public Set<Entry<Object, Object>> entrySet() {
                return names().stream().map(name -> Map.entry((Object) name, (Object) Delegates.this.get(name)))
                        .collect(Collectors.toUnmodifiableSet());
            }
        };
    }
}

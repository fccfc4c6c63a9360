package dev.afterflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Puts a part of our own in the place of one of the engine's, for each command anew. */
record Sessions<T extends Session>(Class<? super T> type, Supplier<T> made) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return made.get();
    }
}

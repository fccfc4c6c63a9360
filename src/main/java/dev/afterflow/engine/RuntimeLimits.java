package dev.afterflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Stops a process that runs away although its model looked harmless: steps a command, repetitions a step. */
class RuntimeLimits extends AbstractBpmnParseListener implements SessionFactory {

    static final int MOST_STEPS = 1_000;
    static final int MOST_REPETITIONS = 200;

    /** Steps entered by the command that runs in this thread. */
    static class Steps implements Session {

        private int entered;

        void enter(String activityId) {
            if (++entered > MOST_STEPS) {
                throw new ProcessEngineException("More than " + MOST_STEPS + " steps in one go, the last at " + activityId);
            }
        }

        @Override
        public void flush() {
            // nothing is stored
        }

        @Override
        public void close() {
            entered = 0;
        }
    }

    @Override
    public Class<?> getSessionType() {
        return Steps.class;
    }

    @Override
    public Session openSession() {
        return new Steps();
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        limit(process);
    }

    private static void limit(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    Context.getCommandContext().getSession(Steps.class).enter(execution.getCurrentActivityId()));
            if (activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior repeated && repeated.getLoopCardinalityExpression() != null) {
                repeated.setLoopCardinalityExpression(new BoundedCount(repeated.getLoopCardinalityExpression(), MOST_REPETITIONS));
            }
            limit(activity);
        }
    }
}

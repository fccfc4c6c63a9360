package dev.afterflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of this room's tests in the running application: does what the test asked for its business key, else nothing. */
@Component("probe")
class Probe implements JavaDelegate {

    static final Map<String, JavaDelegate> WORK = new ConcurrentHashMap<>();

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        JavaDelegate work = WORK.get(execution.getProcessBusinessKey());
        if (work != null) {
            work.execute(execution);
        }
    }
}

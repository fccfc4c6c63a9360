package dev.afterflow.tasks;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings news to the tokens of a case, in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Tokens {

    private final RuntimeService runtime;

    Tokens(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Whoever waits in any process of the case hears it, with these answers; false when nobody does. */
    public boolean tell(String caseNumber, String message, Map<String, Object> answers) {
        return heard(runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber), answers);
    }

    /** As {@link #tell}; too early for the token, it throws: the event that brought the news stays open and is delivered again. */
    public void deliver(String caseNumber, String message, Map<String, Object> answers) {
        if (!tell(caseNumber, message, answers)) {
            throw nobody(caseNumber, message);
        }
    }

    /** As {@link #deliver}; only the case's own instance of this process hears it, whatever it has called. */
    public void deliverTo(String process, String caseNumber, String message, Map<String, Object> answers) {
        ProcessInstance own = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey(process).singleResult();
        if (own == null || !heard(runtime.createMessageCorrelation(message).processInstanceId(own.getId()), answers)) {
            throw nobody(caseNumber, message);
        }
    }

    private static boolean heard(MessageCorrelationBuilder news, Map<String, Object> answers) {
        return !news.setVariables(answers).correlateAllWithResult().isEmpty();
    }

    private static IllegalStateException nobody(String caseNumber, String message) {
        return new IllegalStateException("Nobody in case " + caseNumber + " waits for " + message + " yet");
    }
}

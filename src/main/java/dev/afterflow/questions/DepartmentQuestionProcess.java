package dev.afterflow.questions;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process department-question; a case may have several, told apart by the question's number. */
@Component
class DepartmentQuestionProcess {

    static final String KEY = "department-question";
    static final String WITHDREW = "questions.askerWithdrew";
    static final String NUMBER = "questionNo";

    private final RuntimeService runtime;
    private final TaskService tasks;

    DepartmentQuestionProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void begin(Question question) {
        runtime.startProcessInstanceByKey(KEY, question.caseNumber(), Map.of(NUMBER, question.id(),
                "questionTeam", question.team(), "answerBy", Date.from(question.dueAt())));
    }

    void withdraw(Question question) {
        runtime.createMessageCorrelation(WITHDREW).processInstanceBusinessKey(question.caseNumber())
                .processInstanceVariableEquals(NUMBER, question.id()).correlateAllWithResult();
    }

    /** Which question a task asks. */
    long questionOf(String taskId) {
        return (Long) tasks.getVariable(taskId, NUMBER);
    }
}

package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether the wrong goods are back. */
@Component("concludeWrongItem")
class ConcludeWrongItemDelegate implements JavaDelegate {

    private final Redress redress;

    ConcludeWrongItemDelegate(Redress redress) {
        this.redress = redress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("wrongItemBack", redress.isBack(execution.getProcessBusinessKey()));
    }
}

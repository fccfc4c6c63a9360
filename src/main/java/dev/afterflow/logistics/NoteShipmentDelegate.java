package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the shipment and tells the seller's own books. */
@Component("noteShipment")
class NoteShipmentDelegate implements JavaDelegate {

    private final Replacing replacing;

    NoteShipmentDelegate(Replacing replacing) {
        this.replacing = replacing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("deliveryBy", replacing.noteShipment(execution.getProcessBusinessKey()));
        execution.setVariable("replacement", "shipped");
    }
}

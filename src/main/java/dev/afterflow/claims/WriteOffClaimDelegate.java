package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books off what two people gave up. */
@Component("writeOffClaim")
class WriteOffClaimDelegate implements JavaDelegate {

    private final Ending ending;

    WriteOffClaimDelegate(Ending ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.writeOff(claimNo(execution));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}

package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what follows from the carrier's silence. */
@Component("weighCarrierSilence")
class WeighCarrierSilenceDelegate implements JavaDelegate {

    private final Deciding deciding;

    WeighCarrierSilenceDelegate(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(deciding.silence(claimNo(execution)));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}

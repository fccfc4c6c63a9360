package dev.afterflow.claims;

import dev.afterflow.engine.OutsideEffect;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the claim, its appeal or more evidence, whichever is next; answers until when the carrier has to speak. */
@Component("fileCarrierClaim")
@OutsideEffect
class FileCarrierClaimDelegate implements JavaDelegate {

    private final ClaimFiling filing;

    FileCarrierClaimDelegate(ClaimFiling filing) {
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(CarrierClaimProcess.BY, Date.from(filing.file(claimNo(execution))));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}

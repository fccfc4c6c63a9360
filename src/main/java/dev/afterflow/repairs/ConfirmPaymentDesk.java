package dev.afterflow.repairs;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of confirmPayment: the money came when a person says so by its proof. */
@Component
class ConfirmPaymentDesk implements DeskWork {

    private final RepairForm form;
    private final Quotes quotes;

    ConfirmPaymentDesk(RepairForm form, Quotes quotes) {
        this.form = form;
        this.quotes = quotes;
    }

    @Override
    public String task() {
        return "confirmPayment";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.open(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String payment = Rows.text(input, "payment");
        if (!"received".equals(payment)) {
            return Map.of("payment", "missing");
        }
        if (Rows.texts(input, "evidence").isEmpty()) {
            throw Problem.invalid("evidence", "required", "请附上收款凭证", "Attach the proof of the payment");
        }
        quotes.paid(caseNumber, Rows.text(input, "reference"), who);
        return Map.of("payment", payment);
    }
}

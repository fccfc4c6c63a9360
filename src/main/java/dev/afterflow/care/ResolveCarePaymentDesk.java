package dev.afterflow.care;

import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundView;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of resolveCarePayment. */
@Component
class ResolveCarePaymentDesk implements DeskWork {

    private final Payouts payouts;
    private final Payments payments;

    ResolveCarePaymentDesk(Payouts payouts, Payments payments) {
        this.payouts = payouts;
        this.payments = payments;
    }

    @Override
    public String task() {
        return "resolveCarePayment";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Payout payout = payouts.latest(caseNumber);
        return Map.of("amount", Words.money(payout.amount()), "reason", Words.of(payout.kind().name()), "payments",
                payments.of(caseNumber).stream().filter(refund -> refund.seq() == payout.seq()).map(ResolveCarePaymentDesk::line)
                        .collect(Collectors.joining("\n")));
    }

    private static String line(RefundView refund) {
        return "%s  %s  %s".formatted(refund.refundNo(), Words.money(refund.amount()), refund.state());
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String payment = Words.text(input, "payment");
        String note = Words.text(input, "note");
        if (!payment.equals("check")) {
            Who.demandFreshCode();
        }
        switch (payment) {
            case "check" -> payouts.recheck(caseNumber, note, who);
            case "again" -> payouts.again(caseNumber, note, who);
            case "otherwise" -> payouts.otherwise(caseNumber, note, Words.files(input), who);
            default -> throw Problem.invalid("payment", "values", "请选择处理方式", "Choose how to go on");
        }
        return Map.of("payment", payment);
    }
}

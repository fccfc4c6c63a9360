package dev.afterflow.returns;

import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundView;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of resolvePayout. */
@Component
class ResolvePayoutDesk implements DeskWork {

    private final JdbcReturns store;
    private final Payments payments;
    private final Unpaid unpaid;

    ResolvePayoutDesk(JdbcReturns store, Payments payments, Unpaid unpaid) {
        this.store = store;
        this.payments = payments;
        this.unpaid = unpaid;
    }

    @Override
    public String task() {
        return "resolvePayout";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("request"));
        return Map.of("agreed", Words.of(known.agreed()), "reason", Words.of(known.finding().reasonType()),
                "payments", payments.of(caseNumber).stream().map(ResolvePayoutDesk::line).collect(Collectors.joining("\n")));
    }

    private static String line(RefundView refund) {
        return "%s  %s  %s".formatted(refund.refundNo(), Words.of(refund.amount()), Words.of(refund.state()));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String resolution = ReviewRequestDesk.text(input, "resolution");
        String note = ReviewRequestDesk.text(input, "note");
        if (!resolution.equals("check")) {
            Who.demandFreshCode();
        }
        switch (resolution) {
            case "check" -> unpaid.recheck(caseNumber, note, who);
            case "again" -> unpaid.again(caseNumber, note, who);
            case "otherwise" -> unpaid.otherwise(caseNumber, note, ReviewRequestDesk.files(input), who);
            default -> throw Problem.invalid("resolution", "values", "请选择处理方式", "Choose how to go on");
        }
        return Map.of("resolution", resolution);
    }
}

package dev.afterflow.books;

import dev.afterflow.cases.Cases;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of chaseRefund: what waits for a person, and what they can do about it. */
@Component
class ChaseRefundDesk implements DeskWork {

    private static final String TASK = "chaseRefund";

    private final Payments payments;
    private final Cases cases;

    ChaseRefundDesk(Payments payments, Cases cases) {
        this.payments = payments;
        this.cases = cases;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        boolean chinese = Vocabulary.chinese();
        return Map.of("advice", payments.waiting(caseNumber).stream()
            .map(each -> each.amount().display(chinese) + "（" + each.refundNo() + "）\n" + (chinese ? each.zh() : each.en())).collect(Collectors.joining("\n\n")));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        cases.file(caseNumber, TASK, new Cases.Title("追查退款", "Chase the refund"), input, who);
        return Map.of();
    }
}

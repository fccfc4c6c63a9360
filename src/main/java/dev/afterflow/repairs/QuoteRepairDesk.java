package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of quoteRepair: the price and why it is not free. */
@Component
class QuoteRepairDesk implements DeskWork {

    private final RepairForm form;
    private final Quotes quotes;
    private final Repairs repairs;

    QuoteRepairDesk(RepairForm form, Quotes quotes, Repairs repairs) {
        this.form = form;
        this.quotes = quotes;
        this.repairs = repairs;
    }

    @Override
    public String task() {
        return "quoteRepair";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return form.open(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Money price = Rows.money(input, "price", repairs.find(caseNumber).currency());
        if (price == null || !price.isPositive()) {
            throw Problem.invalid("price", "positive", "报价须大于零", "A price is more than nothing");
        }
        Quotes.Plan plan = quotes.offer(caseNumber, price, Rows.text(input, "words"), who);
        return Map.of("remindAt", Date.from(plan.remindAt()), "quoteUntil", Date.from(plan.until()));
    }
}

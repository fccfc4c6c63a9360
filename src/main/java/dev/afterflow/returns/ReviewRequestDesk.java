package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of reviewRequest. */
@Component
class ReviewRequestDesk implements DeskWork {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Reviewing reviewing;

    ReviewRequestDesk(JdbcReturns store, Gathering gathering, Reviewing reviewing) {
        this.store = store;
        this.gathering = gathering;
        this.reviewing = reviewing;
    }

    @Override
    public String task() {
        return "reviewRequest";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("request"));
        Facts facts = gathering.of(caseNumber);
        Case asked = facts.asked();
        RefundRule rule = known.finding().rule();
        Money owed = rule.owed(facts);
        Map<String, Object> form = new HashMap<>();
        form.put("asked", Words.of(asked.kind().name()) + " " + Words.of(asked.askedAmount()));
        form.put("due", Words.of(rule.due(facts)));
        form.put("reason", Words.of(known.finding().reasonType()));
        form.put("finding", Words.of(known.finding()));
        form.put("buyerWords", asked.reasonText() == null ? "" : asked.reasonText());
        form.put("sentBackNote", known.approval().note());
        form.put("amount", owed.isPositive() ? Words.plain(owed) : "");
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Reviewing.Typed typed = new Reviewing.Typed(text(input, "amount"), Boolean.TRUE.equals(input.get("buyerConsents")),
                text(input, "ground"), text(input, "words"), text(input, "note"), files(input));
        String decision = text(input, "decision");
        return switch (decision) {
            case "agree" -> {
                reviewing.agree(caseNumber, typed, who);
                yield Map.of("decision", decision);
            }
            case "refuse" -> waiting(decision, reviewing.refuse(caseNumber, typed, who));
            case "askEvidence" -> waiting(decision, reviewing.askBuyer(caseNumber, typed, who));
            default -> throw Problem.invalid("decision", "values", "请选择处理结果", "Choose a decision");
        };
    }

    private static Map<String, Object> waiting(String decision, Instant until) {
        return Map.of("decision", decision, "buyerUntil", Date.from(until));
    }

    static String text(Map<String, Object> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static List<String> files(Map<String, Object> input) {
        return input.get("evidence") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
    }
}

package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of reviewRequest. */
@Component
class ReviewRequestDesk implements DeskWork {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Reviewing reviewing;
    private final Remedying remedying;
    private final Remedies remedies;
    private final MarketRule market;
    private final MarketWord word;

    ReviewRequestDesk(JdbcReturns store, Gathering gathering, Reviewing reviewing, Remedying remedying, Remedies remedies,
                      MarketRule market, MarketWord word) {
        this.store = store;
        this.gathering = gathering;
        this.reviewing = reviewing;
        this.remedying = remedying;
        this.remedies = remedies;
        this.market = market;
        this.word = word;
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
        List<Remedies.Option> options = remedies.options(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("asked", Words.of(asked.kind().name()) + " " + Words.of(asked.askedAmount()));
        form.put("due", Words.of(rule.due(facts)));
        form.put("reason", Words.of(known.finding().reasonType()));
        form.put("finding", Words.of(known.finding()));
        form.put("buyerWords", asked.reasonText() == null ? "" : asked.reasonText());
        form.put("sentBackNote", known.approval().note());
        form.put("marketRule", market.note(caseNumber));
        form.put("saidAt", word.waiting(caseNumber).stream().findFirst().map(now -> Words.of(now.platform())).orElse(""));
        form.put("marketGrounds", word.grounds(caseNumber));
        form.put("ranked", options.stream().map(Choices::ranked).collect(Collectors.joining("\n")));
        form.put("offerable", options.stream().map(Choices::offerable).toList());
        form.put("remedy", Remedying.asked(asked.kind()));
        form.put("amount", owed.isPositive() ? Words.plain(owed) : "");
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Reviewing.Typed typed = new Reviewing.Typed(text(input, "amount"), Boolean.TRUE.equals(input.get("buyerConsents")),
                text(input, "ground"), text(input, "marketGround"), text(input, "words"), text(input, "note"), files(input));
        String decision = text(input, "decision");
        return switch (decision) {
            case "agree" -> agree(caseNumber, text(input, "remedy"), typed, who);
            case "offer" -> offer(caseNumber, input, typed, who);
            case "refuse" -> waiting(decision, "refused", reviewing.refuse(caseNumber, typed, who));
            case "askEvidence" -> waiting(decision, null, reviewing.askBuyer(caseNumber, typed, who));
            default -> throw Problem.invalid("decision", "values", "请选择处理结果", "Choose a decision");
        };
    }

    /** Without a remedy named it is what the buyer asked for. */
    private Map<String, Object> agree(String caseNumber, String named, Reviewing.Typed typed, Who who) {
        String remedy = named == null ? Remedying.asked(gathering.of(caseNumber).asked().kind()) : named;
        if (remedy.equals(Remedying.REFUND)) {
            reviewing.agree(caseNumber, typed, who);
        } else {
            reviewing.agreeGoods(caseNumber, remedy, typed, who);
        }
        return Map.of("decision", "agree", "agreedRemedy", remedy);
    }

    private Map<String, Object> offer(String caseNumber, Map<String, Object> input, Reviewing.Typed typed, Who who) {
        List<String> codes = input.get("offers") instanceof List<?> chosen ? chosen.stream().map(Object::toString).toList() : List.of();
        String part = text(input, "offerAmount");
        Map<String, Money> amounts = part == null ? Map.of() : Choices.amounts(remedies.options(caseNumber), codes, part,
                store.find(caseNumber).orElseThrow().currency());
        reviewing.offered(caseNumber, typed, who);
        return waiting("offer", null, remedying.offer(caseNumber, codes, amounts));
    }

    private static Map<String, Object> waiting(String decision, String remedy, Instant until) {
        Map<String, Object> answers = new HashMap<>(Map.of("decision", decision, "buyerUntil", Date.from(until)));
        if (remedy != null) {
            answers.put("agreedRemedy", remedy);
        }
        return answers;
    }

    static String text(Map<String, Object> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static List<String> files(Map<String, Object> input) {
        return input.get("evidence") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
    }
}

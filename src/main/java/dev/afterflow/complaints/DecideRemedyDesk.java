package dev.afterflow.complaints;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of decideRemedy: the options by cost, and one of them, or nothing with a reason. */
@Component
class DecideRemedyDesk implements DeskWork {

    private final ComplaintDecision decision;
    private final Complaints complaints;
    private final ComplaintSheet sheet;
    private final Remedies remedies;

    DecideRemedyDesk(ComplaintDecision decision, Complaints complaints, ComplaintSheet sheet, Remedies remedies) {
        this.decision = decision;
        this.complaints = complaints;
        this.sheet = sheet;
        this.remedies = remedies;
    }

    @Override
    public String task() {
        return "decideRemedy";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        List<Remedies.Option> options = remedies.options(caseNumber);
        Map<String, Object> form = new HashMap<>(sheet.head(known));
        form.put("daysLate", String.valueOf(sheet.daysLate(known)));
        form.put("ranked", options.stream().map(DecideRemedyDesk::ranked).collect(Collectors.joining("\n")));
        List<Map<String, Object>> choices = new ArrayList<>();
        options.forEach(option -> choices.add(Map.of("label", title(option), "value", option.code())));
        choices.add(Map.of("label", Vocabulary.chinese() ? "不再补救，写明理由" : "Nothing, with the reason", "value", ComplaintDecision.NONE));
        form.put("choices", choices);
        form.put("amount", suggested(known, options));
        if (known.isSeized()) {
            form.put("warning", Vocabulary.chinese() ? "先已联系承运商。被安检没收的货不得再承诺走航空" : "The carrier was asked first. Never promise what security seized by air again");
        }
        return form;
    }

    /** The middle of what the standard gives; a VIP or a second problem gets the most of it. */
    private static String suggested(Complaint known, List<Remedies.Option> options) {
        boolean oneUp = known.way() != null && "oneUp".equals(known.way().compensation());
        return options.stream().filter(option -> option.most() != null).findFirst()
                .map(option -> plain(oneUp ? option.most() : option.gets())).orElse("");
    }

    private static String ranked(Remedies.Option option) {
        boolean chinese = Vocabulary.chinese();
        String gets = option.gets() == null ? "" : (chinese ? "，退 " : ", buyer gets ") + Words.of(option.gets());
        return "%d. %s%s%s%s%s".formatted(option.rank(), title(option), gets, chinese ? "，成本 " : ", costs us ", Words.of(option.cost()),
                chinese ? "（" + option.groundZh() + "）" : " (" + option.groundEn() + ")");
    }

    private static String title(Remedies.Option option) {
        String range = option.most() == null ? "" : " " + plain(option.least()) + "–" + plain(option.most());
        return (Vocabulary.chinese() ? option.titleZh() : option.titleEn()) + range;
    }

    private static String plain(Money money) {
        return money == null ? "" : BigDecimal.valueOf(money.minor(), Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits())).toPlainString();
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String code = Inputs.word(input, "remedy");
        Remedies.Option option = remedies.options(caseNumber).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        Money amount = option == null || option.whole() ? null : amount(Inputs.text(input, "amount"), option.most().currency());
        return Map.of("agreedRemedy", decision.decide(caseNumber, new ComplaintDecision.Chosen(code, amount, Boolean.TRUE.equals(input.get("byGround")),
                Inputs.said(input, code)), who));
    }

    private static Money amount(String typed, String currency) {
        try {
            return typed == null ? null : Money.parse(typed, currency);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("amount", "amount", "请填写金额，如 12.50", "Give an amount such as 12.50");
        }
    }
}

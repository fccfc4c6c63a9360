package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remedies as the reviewer reads and ticks them. */
final class Choices {

    private Choices() {
    }

    /** One line: place, remedy, what the buyer gets, what it costs us, and its ground. */
    static String ranked(Remedies.Option option) {
        boolean chinese = Vocabulary.chinese();
        String gets = option.gets() == null ? "" : (chinese ? "，退 " : ", buyer gets ") + Words.of(option.gets());
        return "%d. %s%s%s%s%s".formatted(option.rank(), title(option), gets, chinese ? "，成本 " : ", costs us ", Words.of(option.cost()),
                chinese ? "（" + option.groundZh() + "）" : " (" + option.groundEn() + ")");
    }

    static Map<String, Object> offerable(Remedies.Option option) {
        String range = option.least() == null ? "" : " " + Words.plain(option.least()) + "–" + Words.plain(option.most());
        return Map.of("label", title(option) + range, "value", option.code());
    }

    private static String title(Remedies.Option option) {
        return Vocabulary.chinese() ? option.titleZh() : option.titleEn();
    }

    /** The typed amount goes to the offered options whose amount people agree on. */
    static Map<String, Money> amounts(List<Remedies.Option> options, List<String> codes, String typed, String currency) {
        Money amount = Reviewing.amount(typed, currency);
        Map<String, Money> amounts = new HashMap<>();
        options.stream().filter(option -> option.least() != null && codes.contains(option.code())).forEach(option -> amounts.put(option.code(), amount));
        return amounts;
    }
}

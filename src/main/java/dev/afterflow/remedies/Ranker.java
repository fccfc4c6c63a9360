package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies.Option;
import dev.afterflow.words.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts a price on each remedy the table proposes and orders them by what they cost the seller. */
@Component
class Ranker {

    private final Pricing pricing;

    Ranker(Pricing pricing) {
        this.pricing = pricing;
    }

    /** A row of {@code remedy-options} with its price; {@code order} decides between equal costs. */
    private record Priced(String remedy, String rule, long order, boolean needsReview, String ground, Pricing.Price price) {
    }

    /** The lawful options, the cheapest for the seller first. */
    List<Option> rank(List<Map<String, Object>> rows, Circumstances known, Liability settled) {
        List<Priced> priced = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            String remedy = (String) row.get("remedy");
            String rule = (String) row.get("amountRule");
            pricing.of(remedy, rule, known, settled).filter(price -> lawful(remedy, rule, price, known, settled))
                    .ifPresent(price -> priced.add(new Priced(remedy, rule, ((Number) row.get("rank")).longValue(),
                            Boolean.TRUE.equals(row.get("needsReview")), (String) row.get("ground"), price)));
        }
        priced.sort(Comparator.comparing((Priced each) -> each.price().cost().minor()).thenComparing(Priced::order).thenComparing(Priced::remedy)
                .thenComparing(Priced::rule).thenComparing(Priced::needsReview));
        return numbered(priced);
    }

    /** Faulty goods are made good at the seller's cost (Consumer Protection Law 24): no way back at the buyer's, no less than was paid. */
    private static boolean lawful(String remedy, String rule, Pricing.Price price, Circumstances known, Liability settled) {
        boolean fault = Pricing.isFault(settled);
        boolean goesBack = remedy.equals("returnRefund") || remedy.equals("exchange");
        boolean buyerPaysWay = settled.freight() != null && settled.freight().wayBack() == Liability.Payer.BUYER;
        boolean tooLittle = (rule.equals("FULL") || rule.equals("PROMISED"))
                && (price.gets() == null || price.gets().compareTo(known.value().min(known.left())) < 0);
        return !tooLittle && !(fault && goesBack && buyerPaysWay);
    }

    /** The same remedy by the same rule counts once; a second rule of a remedy makes its code longer. */
    private static List<Option> numbered(List<Priced> priced) {
        List<Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Priced each : priced) {
            if (!seen.add(each.remedy() + each.rule())) {
                continue;
            }
            boolean second = options.stream().anyMatch(option -> option.remedy().equals(each.remedy()) && !option.amountRule().equals(each.rule()));
            boolean twice = second || priced.stream().anyMatch(other -> other.remedy().equals(each.remedy()) && !other.rule().equals(each.rule()));
            boolean plain = each.rule().equals("FULL") || each.rule().equals("NONE") || !twice;
            String code = plain ? each.remedy() : each.remedy() + each.rule().charAt(0) + each.rule().substring(1).toLowerCase(Locale.ROOT);
            Pricing.Price price = each.price();
            options.add(new Option(code, each.remedy(), each.rule(), options.size() + 1, price.cost(), price.gets(), price.least(), price.most(),
                    each.needsReview(), Vocabulary.half(each.ground(), true), Vocabulary.half(each.ground(), false)));
        }
        return List.copyOf(options);
    }
}

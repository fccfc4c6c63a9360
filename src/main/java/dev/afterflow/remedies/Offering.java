package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies.Line;
import dev.afterflow.remedies.Remedies.Option;
import dev.afterflow.security.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What of the options may be put before a buyer: never less than the law grants, never anything for a review. */
final class Offering {

    private static final int MOST = 9;

    private Offering() {
    }

    /** The lines of an offer in the order of the codes; 422 with what is wrong. */
    static List<Line> demand(Circumstances known, List<Option> options, List<String> codes, Map<String, Money> amounts) {
        if (codes.isEmpty() || codes.size() > MOST || new HashSet<>(codes).size() != codes.size()) {
            throw Problem.invalid("options", "count", "请选择 1 到 9 个不同的方案", "Choose 1 to 9 different options");
        }
        List<Option> chosen = codes.stream().map(code -> options.stream().filter(option -> option.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.invalid("options", "remedies.unknownOption", "没有这个方案：" + code, "There is no such option: " + code))).toList();
        demandWhole(known, options, chosen);
        List<Line> lines = new ArrayList<>();
        for (Option option : chosen) {
            Money gets = amount(known, option, amounts.get(option.code()));
            lines.add(new Line(lines.size() + 1, option.code(), option.remedy(), gets, option.titleZh(), option.titleEn()));
        }
        return lines;
    }

    /** Where the law makes the matter good, an offer holds that too; and what was rightfully asked for is not left out. */
    private static void demandWhole(Circumstances known, List<Option> options, List<Option> chosen) {
        if (options.stream().anyMatch(Option::whole) && chosen.stream().noneMatch(Option::whole)) {
            throw Problem.invalid("options", "remedies.belowLaw", "不能只提出低于法定的方案，请加上一种完整的办法",
                    "An offer must not stay below what the law grants; add a remedy that makes the matter good");
        }
        String asked = Remedies.asked(known.asked().kind());
        boolean rightful = options.stream().anyMatch(option -> option.remedy().equals(asked) && option.whole() && !option.needsReview());
        if (rightful && chosen.stream().noneMatch(option -> option.remedy().equals(asked) && option.whole())) {
            throw Problem.invalid("options", "remedies.askedLeftOut", "买家有权要求的办法不能缺少：" + Words.remedy(asked, "FULL", true),
                    "What the buyer rightfully asked for must be among them: " + Words.remedy(asked, "FULL", false));
        }
    }

    private static Money amount(Circumstances known, Option option, Money typed) {
        if (option.whole()) {
            if (typed != null) {
                throw Problem.invalid("amounts", "remedies.fixedAmount", "这个方案的金额不能改", "The amount of this option is not to be agreed");
            }
            return option.gets();
        }
        Money gets = typed == null ? option.gets() : typed;
        if (gets == null || !gets.isPositive() || !gets.currency().equals(option.most().currency())
                || gets.compareTo(option.least()) < 0 || gets.compareTo(option.most()) > 0) {
            throw Problem.invalid("amounts", "remedies.outsideStandard", "金额须在 " + option.least().display(true) + " 到 " + option.most().display(true)
                    + " 之间", "The amount is between " + option.least().display(false) + " and " + option.most().display(false));
        }
        if (ReviewTie.in(known)) {
            throw Problem.invalid("options", "remedies.reviewTied", "补偿不得与评价挂钩，请先解决商品问题（反不正当竞争法9）",
                    "No compensation may hang on a review; make the goods good instead (Anti-Unfair Competition Law 9)");
        }
        return gets;
    }
}

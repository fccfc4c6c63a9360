package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a buyer says about a parcel, heard out of their own words; the first sort that fits counts. */
final class Statement {

    private static final Map<String, Pattern> SORTS = new LinkedHashMap<>();

    static {
        sort("SEIZED", "安检|没收(?!到)|查扣|航空禁运|seized|confiscat|security check");
        sort("LEFT_WITHOUT_CONSENT", "驿站|代收|快递柜|丰巢|菜鸟|自提|没经过?我?同意|未经.{0,4}同意|locker|pick-?up point|without (my )?consent|left_without");
        sort("DAMAGED", "破损|损坏|碎|压坏|压扁|damage|broken|crushed");
        sort("SHORT", "少件|少了|漏发|少发|缺件|空包|short|missing|empty");
        sort("NOT_RECEIVED", "没收到|没有收到|未收到|收不到|虚假签收|不是我签|没签收|丢|not.?received|never (got|came|arrived)|undelivered|false sign|lost");
        sort("LATE", "慢|停滞|不动|没动|没更新|不更新|没物流|延误|太久|催|多久|late|slow|stuck|delay|no update|stand(s|ing) still");
    }

    private static final Pattern DENIAL = Pattern.compile("没收到|没有收到|未收到|收不到|不是我|没签|没有签|没看到|没拿到|找不到|not.?(mine|received|got|there)|n't (get|got|receive|have)|never|nothing (came|there)");

    private Statement() {
    }

    static String of(Case asked) {
        String words = ((asked.reasonCode() == null ? "" : asked.reasonCode()) + " " + (asked.reasonText() == null ? "" : asked.reasonText())).toLowerCase(Locale.ROOT);
        return SORTS.entrySet().stream().filter(sort -> sort.getValue().matcher(words).find()).map(Map.Entry::getKey).findFirst()
                .orElse(words.isBlank() ? "" : "OTHER");
    }

    /** Does the buyer say it is not there? */
    static boolean denies(String words) {
        return words != null && DENIAL.matcher(words.toLowerCase(Locale.ROOT)).find();
    }

    private static void sort(String name, String words) {
        SORTS.put(name, Pattern.compile(words));
    }
}

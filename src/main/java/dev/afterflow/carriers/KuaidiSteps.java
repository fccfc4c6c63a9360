package dev.afterflow.carriers;

import dev.afterflow.carriers.Trace.Step;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kuaidi100's states and sub-states (its document of the real-time query, "resultv2") in our words, by number or by the Chinese name
 * that older answers carry instead.
 */
final class KuaidiSteps {

    private static final Map<String, Step> BY_NUMBER = Map.ofEntries(
        Map.entry("0", Step.MOVING), Map.entry("1001", Step.MOVING), Map.entry("1002", Step.MOVING), Map.entry("1003", Step.MOVING),
        Map.entry("1", Step.PICKED_UP), Map.entry("101", Step.ANNOUNCED), Map.entry("102", Step.ANNOUNCED), Map.entry("103", Step.PICKED_UP),
        Map.entry("2", Step.TROUBLE), Map.entry("201", Step.STALLED), Map.entry("202", Step.STALLED), Map.entry("203", Step.REFUSED),
        Map.entry("204", Step.TROUBLE), Map.entry("205", Step.NOT_COLLECTED), Map.entry("206", Step.NOBODY_HOME), Map.entry("207", Step.WRONG_ADDRESS),
        Map.entry("208", Step.STALLED), Map.entry("209", Step.DAMAGED), Map.entry("210", Step.TROUBLE),
        Map.entry("3", Step.SIGNED), Map.entry("301", Step.SIGNED), Map.entry("302", Step.SIGNED_AFTER_TROUBLE), Map.entry("303", Step.SIGNED_BY_OTHER),
        Map.entry("304", Step.SIGNED_AT_POINT),
        Map.entry("4", Step.RETURNED), Map.entry("401", Step.TROUBLE), Map.entry("14", Step.REFUSED),
        Map.entry("5", Step.DELIVERING), Map.entry("501", Step.AT_POINT), Map.entry("6", Step.RETURNING), Map.entry("7", Step.TRANSFERRED),
        Map.entry("8", Step.CUSTOMS), Map.entry("10", Step.CUSTOMS), Map.entry("11", Step.CUSTOMS), Map.entry("12", Step.CUSTOMS_CLEARED),
        Map.entry("13", Step.CUSTOMS_HELD));
    private static final Map<String, String> NUMBERS = Map.ofEntries(Map.entry("在途", "0"), Map.entry("揽收", "1"), Map.entry("疑难", "2"), Map.entry("签收", "3"),
        Map.entry("退签", "4"), Map.entry("派件", "5"), Map.entry("退回", "6"), Map.entry("转投", "7"), Map.entry("转单", "7"), Map.entry("清关", "8"),
        Map.entry("待清关", "10"), Map.entry("清关中", "11"), Map.entry("已清关", "12"), Map.entry("清关异常", "13"), Map.entry("拒签", "14"),
        Map.entry("投柜或驿站", "501"), Map.entry("本人签收", "301"), Map.entry("派件异常后签收", "302"), Map.entry("代签", "303"), Map.entry("投柜或站签收", "304"),
        Map.entry("干线", "1002"), Map.entry("到达派件城市", "1001"), Map.entry("已揽收", "103"), Map.entry("待揽收", "102"), Map.entry("已下单", "101"));
    private static final Pattern SEIZED = Pattern.compile("安检(不通过|退回|未通过)|航空禁运|查扣|违禁品|禁寄");
    private static final Pattern LOST = Pattern.compile("(快件|包裹|邮件)?(已|确认)?(遗失|丢失)");

    private KuaidiSteps() {
    }

    /** Empty for a number or name that Kuaidi100 has added since. */
    static Optional<Step> of(String numberOrName) {
        return Optional.ofNullable(BY_NUMBER.get(NUMBERS.getOrDefault(numberOrName, numberOrName)));
    }

    /** What the words of a scan in trouble say more; numbers do not tell a seizure or a loss. */
    static Step finer(Step step, String words) {
        if (step.state() == Trace.State.PROBLEM || step == Step.MOVING || step == Step.RETURNING) {
            return SEIZED.matcher(words).find() ? Step.SEIZED : step == Step.TROUBLE && LOST.matcher(words).find() ? Step.LOST : step;
        }
        return step;
    }
}

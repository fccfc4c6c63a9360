package dev.afterflow.cases;

import java.util.Map;

/** How a case ended, in words; an outcome that a process owner invented stands for itself. */
final class Outcomes {

    private record Word(String chinese, String english) {
    }

    private static final Map<String, Word> WORDS = Map.ofEntries(
            word("REFUNDED", "已退款", "refunded"), word("REFUSED", "已拒绝", "refused"),
            word("WITHDRAWN", "买家已撤回", "withdrawn by the buyer"),
            word("PLATFORM_CLOSED", "平台已关闭", "closed by the marketplace"),
            word("PLATFORM_PAID", "平台已退款", "refunded by the marketplace"),
            word("PLATFORM_DISMISSED", "平台支持商家", "decided for the seller by the marketplace"),
            word("REPLACED", "已换货或补寄", "replaced or sent again"),
            word("REPAIRED", "已修好", "repaired"), word("NOT_REPAIRED", "未修，已寄还", "not repaired, sent back"),
            word("NOTHING_SENT", "买家未寄回", "nothing was sent back"), word("SILENT", "买家未答复", "the buyer did not answer"),
            word("OTHERWISE", "另行解决", "settled otherwise"), word("SOLVED", "已解决", "solved"),
            word("COMPENSATED", "已另行补偿或退款", "compensated or refunded otherwise"),
            word("EXPLAINED", "差异已说明", "difference explained"), word("CORRECTED", "差异已更正入账", "difference corrected in the books"),
            word("MATCHED", "与对账单对上", "matched by the statement"),
            word("HANDED_OVER", "已转入另一工单", "goes on in another case"), word("SHIPPED", "已发货", "shipped"),
            word("CHANGED", "订单已修改", "the order was changed"), word("CONFIRMED", "买家已确认", "confirmed by the buyer"),
            word("DELIVERED", "已签收", "delivered"), word("REFUSED_AT_DOOR", "买家拒收", "refused at the door"), word("CANCELLED", "订单已取消", "the order was cancelled"),
            word("REVIEW_CHANGED", "评价已改或已删", "the review was changed or deleted"), word("REVIEW_KEPT", "评价未改", "the review was kept"),
            word("REVIEW_REMOVED", "投诉成立，评价已处理", "the complaint was upheld"), word("REVIEW_NOTED", "已转主管部门", "passed on to its owner"),
            word("WON", "判定支持我方", "won"), word("LOST", "判定支持对方", "lost"), word("PART", "部分支持", "decided in part"),
            word("ACCEPTED", "已接受", "accepted"),
            word("NOTHING_TO_DO", "无需处理", "nothing to do"),
            word("DUPLICATE", "与其他工单重复", "duplicate of another case"));

    private Outcomes() {
    }

    static String chinese(String outcome) {
        return of(outcome).chinese();
    }

    static String english(String outcome) {
        return of(outcome).english();
    }

    private static Word of(String outcome) {
        return WORDS.getOrDefault(outcome, new Word(outcome, outcome));
    }

    private static Map.Entry<String, Word> word(String outcome, String chinese, String english) {
        return Map.entry(outcome, new Word(chinese, english));
    }
}

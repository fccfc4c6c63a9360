package dev.afterflow.returns;

import dev.afterflow.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** What forms and messages say, in the reader's language. */
final class Words {

    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("REFUND_ONLY", "仅退款", "Refund only"), text("RETURN_REFUND", "退货退款", "Return and refund"),
            text("EXCHANGE", "换货", "Exchange"), text("REPAIR", "维修", "Repair"), text("RESHIP", "补寄", "Reship"),
            text("refund", "退款", "Refund"), text("returnRefund", "退货退款", "Return and refund"), text("exchange", "换货", "Exchange"),
            text("reship", "补寄", "Send again"), text("intact", "完好", "Intact"), text("deduct", "完好，但有缺少", "Intact, something missing"),
            text("notIntact", "不完好", "Not intact"), text("part", "只退回一部分", "Only part came back"),
            text("wrongGoods", "退回的是别的货", "Other goods came back"), text("empty", "空包裹", "Empty parcel"),
            text("lost", "途中丢失", "Lost on the way back"), text("nothingSent", "未寄回", "Nothing sent back"),
            text("NO_REASON", "七天无理由", "No reason"), text("QUALITY", "质量问题", "Quality defect"),
            text("NOT_AS_DESCRIBED", "描述不符", "Not as described"), text("COUNTERFEIT", "假货", "Counterfeit"),
            text("SHORT", "少件", "Short"), text("WRONG_ITEM", "发错货", "Wrong item"), text("DAMAGED", "破损", "Damaged"),
            text("NOT_RECEIVED", "未收到货", "Not received"), text("BUYER_CANCEL", "买家取消", "Cancelled by the buyer"),
            text("SERVICE", "发票或赠品", "Invoice or gift"), text("AFTERSALE_LATE", "售后期已过", "After-sales period over"),
            text("OTHER", "其他", "Other"), text("eligible", "可退款", "May be refunded"),
            text("withReturn", "退回商品后可退款", "May be refunded against the goods"),
            text("notEligible", "不符合条件", "Not eligible"), text("person", "由人判断", "A person decides"),
            text("NONE", "无需审批", "No approval"), text("AGENT", "客服", "Agent"), text("LEAD", "组长", "Team lead"),
            text("SUPERVISOR", "主管", "Supervisor"), text("MANAGER", "经理", "Manager"), text("DIRECTOR", "总监", "Director"),
            text("LEGAL", "法务", "Legal"), text("RULE", "系统规则", "A rule"),
            text("REVIEW", "审核中", "under review"), text("ASKED", "请买家补充", "the buyer is asked for proof"),
            text("OFFERED", "请买家选择", "the buyer is asked to choose"), text("REFUSED", "已拒绝", "refused"),
            text("AGREED", "已同意退款", "refund agreed"), text("GOODS", "退换货进行中", "goods under way"),
            text("DECIDED", "退款已下达", "refund decided"),
            text("REQUESTED", "待发送", "to be sent"), text("SENT", "已发送", "sent"),
            text("PROCESSING", "处理中", "in progress"), text("SUCCEEDED", "已到账", "paid"), text("REJECTED", "被拒绝", "rejected"),
            text("CLOSED", "已关闭", "closed"), text("ABNORMAL", "异常", "abnormal"), text("RETURNED", "被退回", "returned"));

    private Words() {
    }

    static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** The word for a code; an unknown code stands for itself. */
    static String of(String code) {
        String[] texts = code == null ? null : TEXTS.get(code);
        return texts == null ? code : texts[chinese() ? 0 : 1];
    }

    static String chinese(String code) {
        return TEXTS.containsKey(code) ? TEXTS.get(code)[0] : code;
    }

    static String english(String code) {
        return TEXTS.containsKey(code) ? TEXTS.get(code)[1] : code;
    }

    /** A finding with its ground, such as 不符合条件：消法25…; a ground that says no more is left out. */
    static String of(Return.Finding finding) {
        if (finding.eligibility() == null) {
            return "";
        }
        String word = of(finding.eligibility());
        String ground = half(finding.ground(), chinese());
        return ground.isEmpty() || ground.equalsIgnoreCase(word) ? word : word + (chinese() ? "：" : ": ") + ground;
    }

    /** The Chinese or English half of a text written as "中文 / English". */
    static String half(String both, boolean chinese) {
        if (both == null) {
            return "";
        }
        int cut = both.indexOf(" / ");
        return cut < 0 ? both : chinese ? both.substring(0, cut) : both.substring(cut + 3);
    }

    static String of(Money money) {
        return money == null ? "" : chinese() ? inChinese(money) : inEnglish(money);
    }

    static String inChinese(Money money) {
        return money.display(Locale.CHINA);
    }

    /** As the screens write it: ¥129.50, not CN¥129.50. */
    static String inEnglish(Money money) {
        return money.display(Locale.ENGLISH).replaceFirst("[A-Z]{2}(?=\\p{Sc})", "");
    }

    /** The amount as a field takes it, {@code 129.50}. */
    static String plain(Money money) {
        int places = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), places).toPlainString();
    }

    private static Map.Entry<String, String[]> text(String code, String chinese, String english) {
        return Map.entry(code, new String[] {chinese, english});
    }
}

package dev.afterflow.complaints;

import dev.afterflow.money.Money;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** What this room's forms, messages and timeline say. */
final class Words {

    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("DELAY", "延误", "Late"), text("DELAY_TOTAL", "彻底延误", "Total delay"), text("LOST", "丢失", "Lost"),
            text("DAMAGED", "破损", "Damaged"), text("SHORT", "内件短少", "Contents missing"), text("FALSE_SIGNATURE", "虚假签收", "False signature"),
            text("UNAUTHORISED_DROP", "未经同意投放", "Left without consent"), text("SECURITY_SEIZED", "安检没收", "Seized by security"),
            text("REFUSED", "拒收", "Refused"), text("RETURNED", "退回", "Gone back"), text("CUSTOMS", "清关受阻", "Held at customs"),
            text("NOT_PICKED", "未揽收", "Not picked up"), text("DELIVERED", "已签收", "Delivered"), text("FOUND", "退款后找到", "Found after it was made good"),
            text("UNCLEAR", "待查清", "To be found out"),
            text("NOT_RECEIVED", "没收到", "Not received"), text("LATE", "太慢或不动", "Slow or standing still"),
            text("LEFT_WITHOUT_CONSENT", "未经同意放代收点", "Left at a pick-up point without consent"), text("SEIZED", "被安检没收", "Taken by security"),
            text("OTHER", "其他", "Other"),
            text("choice", "退款或补寄，由买家选", "Refund or re-ship, as the buyer chooses"), text("part", "补寄缺少的部分", "The missing part is sent"),
            text("proof", "24小时内取得签收凭证", "Proof of delivery within 24 hours"), text("redeliver", "送货上门，否则退款", "Re-delivered to the door, else a refund"),
            text("resend", "买家付运费后重寄", "Sent again against freight"), text("documents", "请买家提供清关材料", "Documents for customs are asked for"),
            text("wait", "说明情况并催件", "Explain and chase"), text("goodwill", "按标准补偿", "Compensation by the standard"),
            text("return", "商定送达还是退回", "Deliver or send back, by agreement"), text("person", "由人决定", "A person decides"),
            text("none", "无须补救", "Nothing to make good"),
            text("UNKNOWN", "没有轨迹", "No trace"), text("MOVING", "运输中", "On its way"), text("DELIVERING", "派送中", "Out for delivery"),
            text("AT_POINT", "在代收点", "At a pick-up point"), text("SIGNED", "已签收", "Signed"), text("PROBLEM", "异常", "Trouble"),
            text("RETURNING", "退回途中", "Going back"), text("refund", "退款", "Refund"), text("reship", "补寄", "Re-shipment"));

    private Words() {
    }

    static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** The word for a code in the reader's language; an unknown code stands for itself. */
    static String of(String code) {
        return of(code, chinese());
    }

    static String of(String code, boolean chinese) {
        String[] texts = code == null ? null : TEXTS.get(code);
        return texts == null ? code : texts[chinese ? 0 : 1];
    }

    static String of(Money money) {
        return money == null ? "" : money.display(chinese() ? Locale.CHINA : Locale.ENGLISH);
    }

    /** The Chinese or English half of a text written as "中文 / English". */
    static String half(String both, boolean chinese) {
        if (both == null) {
            return "";
        }
        int cut = both.indexOf(" / ");
        return cut < 0 ? both : chinese ? both.substring(0, cut) : both.substring(cut + 3);
    }

    private static Map.Entry<String, String[]> text(String code, String chinese, String english) {
        return Map.entry(code, new String[] {chinese, english});
    }
}

package dev.afterflow.logistics;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** What this room's forms and timeline say. */
final class Words {

    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("intact", "完好", "Intact"), text("deduct", "可退，需扣款", "May be refunded less a deduction"),
            text("notIntact", "不完好", "Not intact"), text("wrongGoods", "退回的不是应退的货", "Other goods came back"),
            text("empty", "空包", "An empty parcel"), text("part", "少件", "Fewer pieces came back"),
            text("PICKED_UP", "已揽收", "Picked up"), text("IN_TRANSIT", "运输中", "In transit"),
            text("OUT_FOR_DELIVERY", "派送中", "Out for delivery"), text("DELIVERED", "已签收", "Delivered"),
            text("EXCEPTION", "承运商报告异常", "The carrier told trouble"), text("RETURNING", "退回途中", "Going back"),
            text("RETURNED", "已退回寄件人", "Went back to the sender"),
            text("exchange", "换货", "Exchange"), text("reship", "补寄", "Re-shipment"), text("sendBack", "寄还买家", "Back to the buyer"));

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

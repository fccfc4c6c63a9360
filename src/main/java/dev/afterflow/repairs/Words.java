package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** What this room's forms and timeline say. */
final class Words {

    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("WAREHOUSE", "仓库", "the warehouse"), text("CARRIER", "承运商", "the carrier"), text("SUPPLIER", "供应商", "the supplier"),
            text("UNPROVED", "主张未证实", "not proved"), text("UNCLEAR", "无法查明", "cannot be told"),
            text("claimSHORT", "少件", "Pieces are missing"), text("claimEMPTY", "空包", "The parcel was empty"), text("claimWRONG", "发错货", "Other goods came"),
            text("reship", "补寄缺件", "send the missing pieces"), text("refund", "退款", "refund"), text("exchange", "换货", "exchange"),
            text("refuse", "依法拒绝", "refused"), text("settled", "另行了结", "settled otherwise"),
            text("wantedSHORT", "面单、外箱和收到的全部物品的照片", "pictures of the label, the box and everything you received"),
            text("wantedEMPTY", "面单、外箱六面和箱内的照片", "pictures of the label, all sides of the box and its inside"),
            text("wantedWRONG", "面单和收到的商品（含型号标签）的照片", "pictures of the label and of the goods you received, their model label included"),
            text("whyNotPaid", "退款未完成（被审批退回或付款不成），请重新商定", "The refund was not made (sent back by the approver, or not paid); decide anew"),
            text("whyNOTHING_SENT", "买家没有寄回错发的货，请重新商定", "The buyer did not send the wrong goods back; decide anew"),
            text("anyRemedy", "七天内，退换修由买家选", "Within seven days, the buyer chooses"), text("exchangeOrRepair", "十五天内，换或修", "Within fifteen days, exchange or repair"),
            text("repair", "保修内，免费维修", "Under warranty, free"), text("outside", "保修外，先报价", "Outside the warranty, quoted first"),
            text("nothing", "未发现故障", "No fault found"), text("person", "由人判断", "A person judges"), text("unknown", "不明", "unknown"),
            text("wishREPAIR", "寄来维修", "sent in for repair"), text("wishEXCHANGE", "寄来换货", "sent in for an exchange"),
            text("wishREFUND", "寄来退款", "sent in for a refund"), text("wishSOLVED", "已解决", "solved"),
            text("foundFAULT", "有故障", "a fault"), text("foundABUSE", "人为损坏", "misuse"), text("foundNONE", "没有故障", "no fault"),
            text("workREPAIRED", "修好", "repaired"), text("workWAIT_PART", "等零件", "waiting for a part"), text("workNO_PART", "没有零件", "no part to be had"),
            text("workIRREPARABLE", "无法修复", "beyond repair"), text("costPARTS", "零件成本", "Cost of parts"), text("costLABOUR", "人工成本", "Cost of labour"),
            text("costFEE_BACK", "修不成，须退还已收维修费", "Beyond repair, the fee received has to be given back:"),
            text("insteadEXCHANGE", "换货", "an exchange"), text("insteadREFUND", "退款", "the money"), text("insteadWAIT", "再等等", "to wait on"),
            text("whyWRONG_GOODS", "寄来的不是该修的货或是空包，请与买家核实后重新受理", "Other goods or an empty parcel came; ask the buyer and take it in anew"),
            text("whyFAILED_AGAIN", "修后又坏，请核对是否同一故障", "It failed again; see whether it is the same fault"),
            text("whyLATE", "维修已超过三十天", "More than thirty days in repair"), text("whyPARTS_LATE", "缺件已超过九十天", "More than ninety days without a part"),
            text("whyWAITS_PART", "等待零件中", "Waiting for a part"), text("whyOUT_OF_STOCK", "没有可换的货，请买家另选", "None left to exchange; let the buyer choose again"),
            text("whyNOT_PAID", "退款没有完成，请重新商定", "The refund was not made; agree anew"),
            text("whyEMPTY_BACK", "退回的包裹是空的，请重新商定", "The parcel that came back was empty; decide anew"));

    private Words() {
    }

    static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    static String of(String code) {
        return of(code, chinese());
    }

    /** The word for a code; an unknown code stands for itself. */
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

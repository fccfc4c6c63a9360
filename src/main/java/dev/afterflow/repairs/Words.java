package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.words.Vocabulary;
import java.math.BigDecimal;
import java.util.Currency;

/** What this room's forms and timeline say. */
final class Words {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("WAREHOUSE", "仓库", "the warehouse"), Vocabulary.text("CARRIER", "承运商", "the carrier"), Vocabulary.text("SUPPLIER", "供应商", "the supplier"),
            Vocabulary.text("UNPROVED", "主张未证实", "not proved"), Vocabulary.text("UNCLEAR", "无法查明", "cannot be told"),
            Vocabulary.text("claimSHORT", "少件", "Pieces are missing"), Vocabulary.text("claimEMPTY", "空包", "The parcel was empty"), Vocabulary.text("claimWRONG", "发错货", "Other goods came"),
            Vocabulary.text("reship", "补寄缺件", "send the missing pieces"), Vocabulary.text("refund", "退款", "refund"), Vocabulary.text("exchange", "换货", "exchange"),
            Vocabulary.text("refuse", "依法拒绝", "refused"), Vocabulary.text("settled", "另行了结", "settled otherwise"),
            Vocabulary.text("wantedSHORT", "面单、外箱和收到的全部物品的照片", "pictures of the label, the box and everything you received"),
            Vocabulary.text("wantedEMPTY", "面单、外箱六面和箱内的照片", "pictures of the label, all sides of the box and its inside"),
            Vocabulary.text("wantedWRONG", "面单和收到的商品（含型号标签）的照片", "pictures of the label and of the goods you received, their model label included"),
            Vocabulary.text("whyNotPaid", "退款未完成（被审批退回或付款不成），请重新商定", "The refund was not made (sent back by the approver, or not paid); decide anew"),
            Vocabulary.text("whyNOTHING_SENT", "买家没有寄回错发的货，请重新商定", "The buyer did not send the wrong goods back; decide anew"),
            Vocabulary.text("anyRemedy", "七天内，退换修由买家选", "Within seven days, the buyer chooses"), Vocabulary.text("exchangeOrRepair", "十五天内，换或修", "Within fifteen days, exchange or repair"),
            Vocabulary.text("repair", "保修内，免费维修", "Under warranty, free"), Vocabulary.text("outside", "保修外，先报价", "Outside the warranty, quoted first"),
            Vocabulary.text("nothing", "未发现故障", "No fault found"), Vocabulary.text("person", "由人判断", "A person judges"), Vocabulary.text("unknown", "不明", "unknown"),
            Vocabulary.text("wishREPAIR", "寄来维修", "sent in for repair"), Vocabulary.text("wishEXCHANGE", "寄来换货", "sent in for an exchange"),
            Vocabulary.text("wishREFUND", "寄来退款", "sent in for a refund"), Vocabulary.text("wishSOLVED", "已解决", "solved"),
            Vocabulary.text("foundFAULT", "有故障", "a fault"), Vocabulary.text("foundABUSE", "人为损坏", "misuse"), Vocabulary.text("foundNONE", "没有故障", "no fault"),
            Vocabulary.text("workREPAIRED", "修好", "repaired"), Vocabulary.text("workWAIT_PART", "等零件", "waiting for a part"), Vocabulary.text("workNO_PART", "没有零件", "no part to be had"),
            Vocabulary.text("workIRREPARABLE", "无法修复", "beyond repair"), Vocabulary.text("costPARTS", "零件成本", "Cost of parts"), Vocabulary.text("costLABOUR", "人工成本", "Cost of labour"),
            Vocabulary.text("costFEE_BACK", "修不成，须退还已收维修费", "Beyond repair, the fee received has to be given back:"),
            Vocabulary.text("insteadEXCHANGE", "换货", "an exchange"), Vocabulary.text("insteadREFUND", "退款", "the money"), Vocabulary.text("insteadWAIT", "再等等", "to wait on"),
            Vocabulary.text("whyWRONG_GOODS", "寄来的不是该修的货或是空包，请与买家核实后重新受理", "Other goods or an empty parcel came; ask the buyer and take it in anew"),
            Vocabulary.text("whyFAILED_AGAIN", "修后又坏，请核对是否同一故障", "It failed again; see whether it is the same fault"),
            Vocabulary.text("whyLATE", "维修已超过三十天", "More than thirty days in repair"), Vocabulary.text("whyPARTS_LATE", "缺件已超过九十天", "More than ninety days without a part"),
            Vocabulary.text("whyWAITS_PART", "等待零件中", "Waiting for a part"), Vocabulary.text("whyOUT_OF_STOCK", "没有可换的货，请买家另选", "None left to exchange; let the buyer choose again"),
            Vocabulary.text("whyNOT_PAID", "退款没有完成，请重新商定", "The refund was not made; agree anew"),
            Vocabulary.text("whyEMPTY_BACK", "退回的包裹是空的，请重新商定", "The parcel that came back was empty; decide anew"));

    private Words() {
    }

    static String of(String code) {
        return of(code, Vocabulary.chinese());
    }

    /** The word for a code; an unknown code stands for itself. */
    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }

    static String inChinese(Money money) {
        return money.display(true);
    }

    static String inEnglish(Money money) {
        return money.display(false);
    }

    /** The amount as a field takes it, {@code 129.50}. */
    static String plain(Money money) {
        int places = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), places).toPlainString();
    }
}

package dev.afterflow.remedies;

import java.util.Map;

/** What forms, messages and the case screen say, in Chinese and English. */
final class Words {

    private static final Map<String, String[]> TEXTS = Map.ofEntries(
            text("SELLER", "卖家", "seller"), text("BUYER", "买家", "buyer"), text("CARRIER", "快递", "carrier"),
            text("WAREHOUSE", "仓库", "warehouse"), text("SUPPLIER", "供应商", "supplier"), text("OPERATIONS", "运营（页面信息）", "operations (listing)"),
            text("PLATFORM", "平台", "platform"), text("UNCLEAR", "无法判断", "unclear"),
            text("QUALITY", "质量问题", "Quality defect"), text("NOT_AS_DESCRIBED", "描述不符", "Not as described"),
            text("COUNTERFEIT", "假货", "Counterfeit"), text("SHORT", "少件", "Short"), text("WRONG_ITEM", "发错货", "Wrong item"),
            text("DAMAGED", "破损", "Damaged"), text("NOT_RECEIVED", "未收到货", "Not received"), text("NOT_DELIVERED", "没有交付", "Not delivered"), text("NO_REASON", "七天无理由", "No reason"),
            text("BUYER_CANCEL", "买家取消", "Cancelled by the buyer"), text("SERVICE", "发票或赠品", "Invoice or gift"),
            text("AFTERSALE_LATE", "售后期已过", "After-sales period over"), text("OTHER", "其他", "Other"),
            text("REPAIR", "维修", "Repair"), text("EXCHANGE", "换货", "Exchange"),
            text("showQUALITY", "能看清问题的照片或视频", "pictures or a video that show the problem"),
            text("showNOT_AS_DESCRIBED", "商品实物照片，最好与页面描述对照", "pictures of the goods, next to the listing if you can"),
            text("showDAMAGED", "外箱各面、内包装和商品破损处的照片", "pictures of all sides of the box, of the padding and of the damage"),
            text("showSHORT", "开箱照片或视频，以及收到的全部物品的合影", "pictures or a video of the unpacking and of everything that came"),
            text("showWRONG_ITEM", "收到的商品和面单的照片", "pictures of the goods that came and of the label"),
            text("refund.FULL", "仅退款", "Refund only"), text("refund.PIECE", "退缺少部分的款", "Refund of what is missing"),
            text("refund.AGREED", "部分退款，保留商品", "Partial refund, keep the goods"), text("refund.STANDARD", "补偿", "Compensation"),
            text("returnRefund", "退货退款", "Return and refund"), text("exchange", "换货", "Exchange"), text("reship", "补寄", "Reship"));

    private Words() {
    }

    /** The text for a code; an unknown code stands for itself. */
    static String of(String code, boolean chinese) {
        String[] texts = TEXTS.get(code);
        return texts == null ? code : texts[chinese ? 0 : 1];
    }

    /** What a remedy is called; by its rule of money where that makes another thing of it. */
    static String remedy(String remedy, String amountRule, boolean chinese) {
        String exact = remedy + "." + amountRule;
        return of(TEXTS.containsKey(exact) ? exact : remedy, chinese);
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

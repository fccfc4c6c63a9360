package dev.afterflow.remedies;

import dev.afterflow.words.Vocabulary;

/** What forms, messages and the case screen say, in Chinese and English. */
final class Words {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("SELLER", "卖家", "seller"), Vocabulary.text("BUYER", "买家", "buyer"), Vocabulary.text("CARRIER", "快递", "carrier"),
            Vocabulary.text("WAREHOUSE", "仓库", "warehouse"), Vocabulary.text("SUPPLIER", "供应商", "supplier"), Vocabulary.text("OPERATIONS", "运营（页面信息）", "operations (listing)"),
            Vocabulary.text("PLATFORM", "平台", "platform"), Vocabulary.text("UNCLEAR", "无法判断", "unclear"),
            Vocabulary.text("QUALITY", "质量问题", "Quality defect"), Vocabulary.text("NOT_AS_DESCRIBED", "描述不符", "Not as described"),
            Vocabulary.text("COUNTERFEIT", "假货", "Counterfeit"), Vocabulary.text("SHORT", "少件", "Short"), Vocabulary.text("WRONG_ITEM", "发错货", "Wrong item"),
            Vocabulary.text("DAMAGED", "破损", "Damaged"), Vocabulary.text("NOT_RECEIVED", "未收到货", "Not received"), Vocabulary.text("NOT_DELIVERED", "没有交付", "Not delivered"), Vocabulary.text("NO_REASON", "七天无理由", "No reason"),
            Vocabulary.text("BUYER_CANCEL", "买家取消", "Cancelled by the buyer"), Vocabulary.text("SERVICE", "发票或赠品", "Invoice or gift"),
            Vocabulary.text("AFTERSALE_LATE", "售后期已过", "After-sales period over"), Vocabulary.text("OTHER", "其他", "Other"),
            Vocabulary.text("REPAIR", "维修", "Repair"), Vocabulary.text("EXCHANGE", "换货", "Exchange"),
            Vocabulary.text("showQUALITY", "能看清问题的照片或视频", "pictures or a video that show the problem"),
            Vocabulary.text("showNOT_AS_DESCRIBED", "商品实物照片，最好与页面描述对照", "pictures of the goods, next to the listing if you can"),
            Vocabulary.text("showDAMAGED", "外箱各面、内包装和商品破损处的照片", "pictures of all sides of the box, of the padding and of the damage"),
            Vocabulary.text("showSHORT", "开箱照片或视频，以及收到的全部物品的合影", "pictures or a video of the unpacking and of everything that came"),
            Vocabulary.text("showWRONG_ITEM", "收到的商品和面单的照片", "pictures of the goods that came and of the label"),
            Vocabulary.text("refund.FULL", "仅退款", "Refund only"), Vocabulary.text("refund.PIECE", "退缺少部分的款", "Refund of what is missing"),
            Vocabulary.text("refund.AGREED", "部分退款，保留商品", "Partial refund, keep the goods"), Vocabulary.text("refund.STANDARD", "补偿", "Compensation"),
            Vocabulary.text("returnRefund", "退货退款", "Return and refund"), Vocabulary.text("exchange", "换货", "Exchange"), Vocabulary.text("reship", "补寄", "Reship"));

    private Words() {
    }

    /** The text for a code; an unknown code stands for itself. */
    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }

    /** What a remedy is called; by its rule of money where that makes another thing of it. */
    static String remedy(String remedy, String amountRule, boolean chinese) {
        String exact = remedy + "." + amountRule;
        return of(TEXTS.knows(exact) ? exact : remedy, chinese);
    }
}

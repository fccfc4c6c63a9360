package dev.afterflow.disputes;

import dev.afterflow.words.Vocabulary;

/** What this room's forms, pack and timeline say. */
final class DisputeWords {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("PLATFORM", "平台介入", "Platform intervention"), Vocabulary.text("CHARGEBACK", "银行卡拒付", "Card chargeback"), Vocabulary.text("INQUIRY", "拒付问询", "Inquiry"),
            Vocabulary.text("A_TO_Z", "A-to-z 索赔", "A-to-z claim"), Vocabulary.text("PAYPAL", "PayPal 争议", "PayPal dispute"),
            Vocabulary.text("NOT_RECEIVED", "未收到货", "Not received"), Vocabulary.text("NO_REASON", "七天无理由", "No-reason return"), Vocabulary.text("QUALITY", "质量问题", "Quality"),
            Vocabulary.text("NOT_AS_DESCRIBED", "描述不符", "Not as described"), Vocabulary.text("SHORT", "少件", "Short"), Vocabulary.text("WRONG_ITEM", "错发", "Wrong item"),
            Vocabulary.text("COUNTERFEIT", "假货", "Counterfeit"), Vocabulary.text("FRAUDULENT", "盗刷", "Fraudulent"), Vocabulary.text("CREDIT_NOT_PROCESSED", "退款未到", "Credit not processed"),
            Vocabulary.text("DUPLICATE", "重复扣款", "Duplicate"), Vocabulary.text("SUBSCRIPTION", "订阅取消", "Subscription cancelled"), Vocabulary.text("UNRECOGNIZED", "不认识的交易", "Unrecognised"),
            Vocabulary.text("REFUSED", "拒收", "Refused delivery"), Vocabulary.text("EXTORTION", "勒索", "Extortion"), Vocabulary.text("GENERAL", "其他", "Other"),
            Vocabulary.text("ACCEPT", "接受", "Accept"), Vocabulary.text("CONTEST", "抗辩", "Contest"),
            Vocabulary.text("WON", "支持我方", "For us"), Vocabulary.text("LOST", "支持对方", "Against us"), Vocabulary.text("PART", "部分支持", "In part"),
            Vocabulary.text("OPEN", "待决定", "To be decided"), Vocabulary.text("ANSWERING", "备证中", "Being answered"), Vocabulary.text("ANSWERED", "已答复", "Answered"),
            Vocabulary.text("DEFAULTED", "未按时答复", "Not answered in time"), Vocabulary.text("DECIDED", "已判定", "Decided"), Vocabulary.text("ENDED", "已结束", "Ended"),
            Vocabulary.text("EVIDENCE", "举证", "Evidence"), Vocabulary.text("APPEAL", "申诉", "Appeal"));

    private DisputeWords() {
    }

    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }

    static String of(String code) {
        return of(code, Vocabulary.chinese());
    }
}

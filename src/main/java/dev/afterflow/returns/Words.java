package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.words.Vocabulary;
import java.math.BigDecimal;
import java.util.Currency;

/** What forms and messages say, in the reader's language. */
final class Words {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("REFUND_ONLY", "仅退款", "Refund only"), Vocabulary.text("RETURN_REFUND", "退货退款", "Return and refund"),
            Vocabulary.text("EXCHANGE", "换货", "Exchange"), Vocabulary.text("REPAIR", "维修", "Repair"), Vocabulary.text("RESHIP", "补寄", "Reship"),
            Vocabulary.text("refund", "退款", "Refund"), Vocabulary.text("returnRefund", "退货退款", "Return and refund"), Vocabulary.text("exchange", "换货", "Exchange"),
            Vocabulary.text("reship", "补寄", "Send again"), Vocabulary.text("intact", "完好", "Intact"), Vocabulary.text("deduct", "完好，但有缺少", "Intact, something missing"),
            Vocabulary.text("notIntact", "不完好", "Not intact"), Vocabulary.text("part", "只退回一部分", "Only part came back"),
            Vocabulary.text("wrongGoods", "退回的是别的货", "Other goods came back"), Vocabulary.text("empty", "空包裹", "Empty parcel"),
            Vocabulary.text("lost", "途中丢失", "Lost on the way back"), Vocabulary.text("nothingSent", "未寄回", "Nothing sent back"),
            Vocabulary.text("NO_REASON", "七天无理由", "No reason"), Vocabulary.text("QUALITY", "质量问题", "Quality defect"),
            Vocabulary.text("NOT_AS_DESCRIBED", "描述不符", "Not as described"), Vocabulary.text("COUNTERFEIT", "假货", "Counterfeit"),
            Vocabulary.text("SHORT", "少件", "Short"), Vocabulary.text("WRONG_ITEM", "发错货", "Wrong item"), Vocabulary.text("DAMAGED", "破损", "Damaged"),
            Vocabulary.text("NOT_RECEIVED", "未收到货", "Not received"), Vocabulary.text("BUYER_CANCEL", "买家取消", "Cancelled by the buyer"),
            Vocabulary.text("SERVICE", "发票或赠品", "Invoice or gift"), Vocabulary.text("AFTERSALE_LATE", "售后期已过", "After-sales period over"),
            Vocabulary.text("SELLER_CANCEL", "发不了货", "Cannot be shipped"), Vocabulary.text("COMPENSATION", "违约赔付", "Compensation for a broken promise"),
            Vocabulary.text("OTHER", "其他", "Other"), Vocabulary.text("eligible", "可退款", "May be refunded"),
            Vocabulary.text("withReturn", "退回商品后可退款", "May be refunded against the goods"),
            Vocabulary.text("notEligible", "不符合条件", "Not eligible"), Vocabulary.text("person", "由人判断", "A person decides"),
            Vocabulary.text("taobao", "淘宝 / 天猫", "Taobao / Tmall"), Vocabulary.text("shopify", "Shopify", "Shopify"),
            Vocabulary.text("NONE", "无需审批", "No approval"), Vocabulary.text("AGENT", "客服", "Agent"), Vocabulary.text("LEAD", "组长", "Team lead"),
            Vocabulary.text("SUPERVISOR", "主管", "Supervisor"), Vocabulary.text("MANAGER", "经理", "Manager"), Vocabulary.text("DIRECTOR", "总监", "Director"),
            Vocabulary.text("LEGAL", "法务", "Legal"), Vocabulary.text("RULE", "系统规则", "A rule"),
            Vocabulary.text("REVIEW", "审核中", "under review"), Vocabulary.text("ASKED", "请买家补充", "the buyer is asked for proof"),
            Vocabulary.text("OFFERED", "请买家选择", "the buyer is asked to choose"), Vocabulary.text("REFUSED", "已拒绝", "refused"),
            Vocabulary.text("AGREED", "已同意退款", "refund agreed"), Vocabulary.text("GOODS", "退换货进行中", "goods under way"),
            Vocabulary.text("DECIDED", "退款已下达", "refund decided"),
            Vocabulary.text("REQUESTED", "待发送", "to be sent"), Vocabulary.text("SENT", "已发送", "sent"),
            Vocabulary.text("PROCESSING", "处理中", "in progress"), Vocabulary.text("SUCCEEDED", "已到账", "paid"), Vocabulary.text("REJECTED", "被拒绝", "rejected"),
            Vocabulary.text("CLOSED", "已关闭", "closed"), Vocabulary.text("ABNORMAL", "异常", "abnormal"), Vocabulary.text("RETURNED", "被退回", "returned"));

    private Words() {
    }

    /** The word for a code; an unknown code stands for itself. */
    static String of(String code) {
        return TEXTS.of(code);
    }

    static String chinese(String code) {
        return TEXTS.of(code, true);
    }

    static String english(String code) {
        return TEXTS.of(code, false);
    }

    /** A finding with its ground, such as 不符合条件：消法25…; a ground that says no more is left out. */
    static String of(Return.Finding finding) {
        if (finding.eligibility() == null) {
            return "";
        }
        String word = of(finding.eligibility());
        String ground = Vocabulary.half(finding.ground(), Vocabulary.chinese());
        return ground.isEmpty() || ground.equalsIgnoreCase(word) ? word : word + (Vocabulary.chinese() ? "：" : ": ") + ground;
    }

    static String of(Money money) {
        return money == null ? "" : Vocabulary.chinese() ? inChinese(money) : inEnglish(money);
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

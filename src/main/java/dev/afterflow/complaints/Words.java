package dev.afterflow.complaints;

import dev.afterflow.money.Money;
import dev.afterflow.words.Vocabulary;

/** What this room's forms, messages and timeline say. */
final class Words {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("DELAY", "延误", "Late"), Vocabulary.text("DELAY_TOTAL", "彻底延误", "Total delay"), Vocabulary.text("LOST", "丢失", "Lost"),
            Vocabulary.text("DAMAGED", "破损", "Damaged"), Vocabulary.text("SHORT", "内件短少", "Contents missing"), Vocabulary.text("FALSE_SIGNATURE", "虚假签收", "False signature"),
            Vocabulary.text("UNAUTHORISED_DROP", "未经同意投放", "Left without consent"), Vocabulary.text("SECURITY_SEIZED", "安检没收", "Seized by security"),
            Vocabulary.text("REFUSED", "拒收", "Refused"), Vocabulary.text("RETURNED", "退回", "Gone back"), Vocabulary.text("CUSTOMS", "清关受阻", "Held at customs"),
            Vocabulary.text("NOT_PICKED", "未揽收", "Not picked up"), Vocabulary.text("DELIVERED", "已签收", "Delivered"), Vocabulary.text("FOUND", "退款后找到", "Found after it was made good"),
            Vocabulary.text("UNCLEAR", "待查清", "To be found out"),
            Vocabulary.text("NOT_RECEIVED", "没收到", "Not received"), Vocabulary.text("LATE", "太慢或不动", "Slow or standing still"),
            Vocabulary.text("LEFT_WITHOUT_CONSENT", "未经同意放代收点", "Left at a pick-up point without consent"), Vocabulary.text("SEIZED", "被安检没收", "Taken by security"),
            Vocabulary.text("OTHER", "其他", "Other"),
            Vocabulary.text("choice", "退款或补寄，由买家选", "Refund or re-ship, as the buyer chooses"), Vocabulary.text("part", "补寄缺少的部分", "The missing part is sent"),
            Vocabulary.text("proof", "24小时内取得签收凭证", "Proof of delivery within 24 hours"), Vocabulary.text("redeliver", "送货上门，否则退款", "Re-delivered to the door, else a refund"),
            Vocabulary.text("resend", "买家付运费后重寄", "Sent again against freight"), Vocabulary.text("documents", "请买家提供清关材料", "Documents for customs are asked for"),
            Vocabulary.text("wait", "说明情况并催件", "Explain and chase"), Vocabulary.text("goodwill", "按标准补偿", "Compensation by the standard"),
            Vocabulary.text("return", "商定送达还是退回", "Deliver or send back, by agreement"), Vocabulary.text("person", "由人决定", "A person decides"),
            Vocabulary.text("none", "无须补救", "Nothing to make good"),
            Vocabulary.text("UNKNOWN", "没有轨迹", "No trace"), Vocabulary.text("MOVING", "运输中", "On its way"), Vocabulary.text("DELIVERING", "派送中", "Out for delivery"),
            Vocabulary.text("AT_POINT", "在代收点", "At a pick-up point"), Vocabulary.text("SIGNED", "已签收", "Signed"), Vocabulary.text("PROBLEM", "异常", "Trouble"),
            Vocabulary.text("RETURNING", "退回途中", "Going back"), Vocabulary.text("refund", "退款", "Refund"), Vocabulary.text("reship", "补寄", "Re-shipment"));

    private Words() {
    }

    /** The word for a code in the reader's language; an unknown code stands for itself. */
    static String of(String code) {
        return of(code, Vocabulary.chinese());
    }

    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }

    static String of(Money money) {
        return money == null ? "" : money.display(Vocabulary.chinese());
    }
}

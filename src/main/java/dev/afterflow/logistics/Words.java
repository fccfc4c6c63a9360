package dev.afterflow.logistics;

import dev.afterflow.words.Vocabulary;

/** What this room's forms and timeline say. */
final class Words {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("intact", "完好", "Intact"), Vocabulary.text("deduct", "可退，需扣款", "May be refunded less a deduction"),
            Vocabulary.text("notIntact", "不完好", "Not intact"), Vocabulary.text("wrongGoods", "退回的不是应退的货", "Other goods came back"),
            Vocabulary.text("empty", "空包", "An empty parcel"), Vocabulary.text("part", "少件", "Fewer pieces came back"),
            Vocabulary.text("PICKED_UP", "已揽收", "Picked up"), Vocabulary.text("IN_TRANSIT", "运输中", "In transit"),
            Vocabulary.text("OUT_FOR_DELIVERY", "派送中", "Out for delivery"), Vocabulary.text("DELIVERED", "已签收", "Delivered"),
            Vocabulary.text("EXCEPTION", "承运商报告异常", "The carrier told trouble"), Vocabulary.text("RETURNING", "退回途中", "Going back"),
            Vocabulary.text("RETURNED", "已退回寄件人", "Went back to the sender"),
            Vocabulary.text("exchange", "换货", "Exchange"), Vocabulary.text("reship", "补寄", "Re-shipment"), Vocabulary.text("sendBack", "寄还买家", "Back to the buyer"));

    private Words() {
    }

    /** The word for a code in the reader's language; an unknown code stands for itself. */
    static String of(String code) {
        return of(code, Vocabulary.chinese());
    }

    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }
}

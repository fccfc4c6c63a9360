package dev.afterflow.books;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.payments.Mismatches.Said;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What a difference is, in the reader's language. */
final class Telling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Vocabulary WORDS = new Vocabulary(
        Vocabulary.text("MATCH", "已对上", "Matches"),
        Vocabulary.text("AMOUNT_DIFF", "渠道退款金额与我方不同", "The provider refunded another amount than ours"),
        Vocabulary.text("ONLY_OURS", "我方已记账，对账单没有", "Booked by us, missing from the statement"),
        Vocabulary.text("ONLY_THEIRS", "对账单有，我方没有记账", "On the statement, not booked by us"),
        Vocabulary.text("DUPLICATE_THEIRS", "渠道重复退款", "The provider refunded it once more"),
        Vocabulary.text("explained", "已说明", "explained"), Vocabulary.text("correction", "更正入账", "correct the books"), Vocabulary.text("claim", "向渠道追回", "claim back"),
        Vocabulary.text("confirmed", "同意更正", "correction confirmed"), Vocabulary.text("sentBack", "退回重新核对", "sent back"));

    private Telling() {
    }

    /** Such as 渠道重复退款：¥129.50（支付宝，2026-11-21）. */
    static String of(Item item, boolean chinese) {
        String what = word(item.verdict().name(), chinese);
        return chinese ? "%s：%s（%s，%s）".formatted(what, money(amount(item), true), item.providerName(true), item.day())
            : "%s: %s (%s, %s)".formatted(what, money(amount(item), false), item.providerName(false), item.day());
    }

    /** The difference without its sign. */
    static Money amount(Item item) {
        return new Money(Math.abs(item.difference().minor()), item.difference().currency());
    }

    static String ours(Item item) {
        if (item.ours() == null) {
            String named = item.refundNo() == null ? "" : " " + item.refundNo();
            return Vocabulary.chinese() ? "没有记账" + named : "Nothing booked" + named;
        }
        String where = item.refundCase() == null ? "" : (Vocabulary.chinese() ? "，工单 " : ", case ") + item.refundCase();
        return money(item.ours(), Vocabulary.chinese()) + (Vocabulary.chinese() ? "，" : ", ") + item.refundNo() + where;
    }

    static String theirs(Item item, ZoneId zone) {
        if (item.theirs() == null) {
            return Vocabulary.chinese() ? item.day() + " 及次日的对账单都没有这一笔" : "Not on the statements of " + item.day() + " and the day after";
        }
        return String.join(Vocabulary.chinese() ? "，" : ", ", money(item.theirs(), Vocabulary.chinese()), item.lineId(), at(item.movedAt(), zone) + " " + zone);
    }

    static String said(Said said, ZoneId zone) {
        return at(said.at(), zone) + "  " + said.by() + "  " + word(said.answer(), Vocabulary.chinese()) + (Vocabulary.chinese() ? "：" : ": ") + said.note();
    }

    private static String at(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String money(Money money, boolean chinese) {
        return money.display(chinese);
    }

    private static String word(String code, boolean chinese) {
        return WORDS.of(code, chinese);
    }
}

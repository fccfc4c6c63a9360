package dev.afterflow.disputes;

import dev.afterflow.payments.Chargebacks.Answered;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.payments.Chargebacks.Verdict;

/**
 * A bank's answer in our words.
 *
 * @param taken the bank has evidence or our acceptance now
 * @param over the bank decided before it came
 */
record CardWord(boolean taken, boolean over, String zh, String en) {

    static CardWord of(Answered said) {
        if (said.verdict() == Verdict.DONE) {
            return said.verb() == Verb.ACCEPT ? new CardWord(true, false, "银行已记录接受", "The bank has taken the acceptance")
                    : new CardWord(true, false, "银行已收下证据", "The bank has taken the evidence");
        }
        if (said.verdict() == Verdict.NEEDS_PERSON) {
            return new CardWord(false, false, "支付渠道没有答清楚（" + said.code() + "），请到它的后台查看", "The provider gave no clear answer (" + said.code() + "): look at its own desk");
        }
        return switch (String.valueOf(said.code())) {
            case "SUBMITTED_BEFORE" -> new CardWord(true, false, "银行此前已收过证据，这一份没有再送", "The bank had evidence before; this one was not sent");
            case "OVER" -> new CardWord(false, true, "银行已有结果，没有再送", "The bank had decided; nothing was sent");
            case "NO_PAPERS" -> new CardWord(false, false, "没有证据包，没有送出", "There was no pack; nothing was sent");
            default -> new CardWord(false, false, "支付渠道没有收下：" + said.code(), "The provider did not take it: " + said.code());
        };
    }

    String both() {
        return zh + " / " + en;
    }
}

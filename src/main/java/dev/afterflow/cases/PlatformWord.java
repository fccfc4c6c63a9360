package dev.afterflow.cases;

import dev.afterflow.intake.Fields;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.Optional;

/** What a marketplace says about its own stepping into a case: until when we may answer, or whom it decided for and what it paid. */
record PlatformWord(Step step, Instant deadline, Verdict verdict, Money paid, String words) {

    enum Step { STEPPED_IN, DECIDED }

    /** BUYER: the marketplace gave the buyer money back itself, {@code paid} says how much. SELLER: the request is turned down. */
    enum Verdict { BUYER, SELLER }

    /** The object {@code platform} of a request or dispute; empty if there is none. Look at the fields' faults before using it. */
    static Optional<PlatformWord> read(Fields row) {
        return row.object("platform").map(PlatformWord::told);
    }

    private static PlatformWord told(Fields platform) {
        PlatformWord word = new PlatformWord(platform.oneOf("step", Step.class), platform.optionalInstant("deadline"),
                platform.optionalOneOf("verdict", Verdict.class), platform.optionalMoney("paid"),
                platform.optionalText("words", RequestFields.LONGEST_WORDS));
        if (word.step == Step.DECIDED && word.verdict == null) {
            platform.fault("verdict", "required", "请写明判定结果 BUYER 或 SELLER", "Say whom it was decided for: BUYER or SELLER");
        } else if (word.verdict == Verdict.BUYER && word.paid == null) {
            platform.fault("paid", "required", "请写明平台已退给买家的金额", "Say how much the marketplace gave back to the buyer");
        } else if (word.step == Step.STEPPED_IN && word.verdict != null) {
            platform.fault("verdict", "tooEarly", "判定结果只随 DECIDED 提交", "A verdict comes with the step DECIDED only");
        }
        return word;
    }
}

package dev.afterflow.notifications;

import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.notifications.Verdict.Finding;
import dev.afterflow.notifications.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Judges every message to a buyer: by the red lines in the code, by the data (a review near it), and what a person typed by what
 * it joins and by its likeness to known messages too; the decision {@code message-guard} may only add to them:
 * of both verdicts the stricter holds.
 */
@Component
class MessageGuard {

    private static final String TABLE = "message-guard";
    private static final int SHORTEST_SECRET = 5;
    private static final Pattern MONEY = Pattern.compile("返|退|赔|补偿|红包|优惠券|赠|礼|奖励|现金|免单|打折|半价|coupon|refund|gift|voucher"
        + "|cash|discount|compensat|reward|rebate");
    private static final Pattern REVIEW = Pattern.compile("评|星|晒|反馈|留言|review|rating|comment|feedback|star");
    private static final Pattern REWARD = Pattern.compile("返现|返还|返利|补偿|红包|优惠券|代金券|赠品|赠送|礼品|礼物|奖励|现金|免单|打折|半价"
        + "|coupon|gift|voucher|cash|discount|reward|rebate");

    private final Decisions decisions;

    MessageGuard(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What the words say, whoever reads them and whenever; {@code consent}: the buyer agreed to marketing. */
    List<Finding> judge(String text, String own, Message.About about, boolean consent) {
        List<Finding> findings = own(text, own, about, consent);
        owners(PlainText.of(text).whole(), about, findings);
        return findings;
    }

    /** What the code says, which no table loosens. */
    static List<Finding> own(String text, String own, Message.About about, boolean consent) {
        PlainText plain = PlainText.of(text);
        List<Finding> findings = new ArrayList<>();
        RedLines.in(plain).stream().filter(hit -> !(consent && hit.strength().equals(RedLines.MARKETING)))
            .map(hit -> Finding.of(hit.line(), outcome(hit.strength()), hit.words())).forEach(findings::add);
        about.secrets().stream().map(secret -> PlainText.of(secret).whole())
            .filter(secret -> secret.length() >= SHORTEST_SECRET && plain.whole().replace("至", "").contains(secret))
            .map(secret -> Finding.of(RedLine.G5, Outcome.BLOCK, secret)).forEach(findings::add);
        if (about.reviewId() != null) {
            linked(plain.whole(), about, findings);
        }
        near(own, about, findings);
        suspected(own, about, consent, findings);
        return findings;
    }

    /** In a message linked to a review a reward is out, and money owed anyway is looked at by a person first. */
    private static void linked(String text, Message.About about, List<Finding> findings) {
        if (REWARD.matcher(text).find()) {
            findings.add(Finding.of(RedLine.G1, Outcome.BLOCK, "reward + review " + about.reviewId()));
        } else if (about.offers() || MONEY.matcher(text).find()) {
            findings.add(Finding.of(RedLine.G1, Outcome.LEGAL_REVIEW, "money + review " + about.reviewId()));
        }
    }

    /**
     * A review stands near by the data: words of a person on money wait for legal, whatever they say of it, and so do words on the
     * review, unless they plainly ask for nothing: an apology for the trouble that it told of.
     */
    private static void near(String own, Message.About about, List<Finding> findings) {
        if (about.near().isEmpty()) {
            return;
        }
        String read = PlainText.of(own).whole();
        if (about.offers() || MONEY.matcher(read).find() || REVIEW.matcher(read).find() && !Judge.shipped().plain(own)) {
            findings.add(Finding.of(RedLine.G1, Outcome.LEGAL_REVIEW, "review " + about.near().get(0)));
        }
    }

    /** Words of a person that no rule stopped are weighed: by what they join, and by their likeness to what is known. */
    private static void suspected(String own, Message.About about, boolean consent, List<Finding> findings) {
        if (findings.isEmpty()) {
            Judge.shipped().suspects(own, !about.near().isEmpty() || about.reviewId() != null)
                .filter(like -> !(consent && (about.marketing() || like.line() == RedLine.G15)))
                .ifPresent(like -> findings.addAll(suspicions(own, like)));
        }
    }

    /** A person reads which words a red line joins; where none are named, which known message these are like. */
    private static List<Finding> suspicions(String own, Judge.Likeness like) {
        List<Finding> joined = Relations.in(Speech.of(own)).stream().map(hit -> Finding.of(hit.line(), Outcome.LEGAL_REVIEW, hit.words())).toList();
        return joined.isEmpty() ? List.of(Finding.of(like.line(), Outcome.LEGAL_REVIEW, "≈ " + like.example())) : joined;
    }

    private void owners(String text, Message.About about, List<Finding> findings) {
        Decided said = decisions.decide(TABLE, Map.of("text", text, "reviewLinked", about.reviewId() != null));
        String verdict = said.text("verdict");
        if (verdict != null && !verdict.equals(Outcome.ALLOW.name())) {
            String[] why = said.ruleText().split(" / ", 2);
            findings.add(Finding.of(line(said.text("line")), outcome(verdict), said.ruleId(), why[0], why[why.length - 1],
                said.text("source")));
        }
    }

    /** A word nobody knows is not leave to send. */
    private static Outcome outcome(String word) {
        return word.equals(Outcome.LEGAL_REVIEW.name()) ? Outcome.LEGAL_REVIEW : Outcome.BLOCK;
    }

    private static RedLine line(String name) {
        return Arrays.stream(RedLine.values()).filter(line -> line.name().equals(name)).findFirst().orElse(RedLine.HOUSE);
    }
}

package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What TOP says is wrong (its document of error codes). Only what it calls our own fault is final; all else may have been taken. */
class TopFault extends Exception {

    private static final int LIMITED = 7;
    private static final Set<Integer> PERMISSION = Set.of(26, 27);
    /** Nothing was looked at: signature, app, rights, time or the form of the call. */
    private static final Set<Integer> DOOR = Set.of(11, 12, 13, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31, 32, 33, 34);
    private static final Set<Integer> WORDS = Set.of(40, 41);
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})\\s*more seconds");

    private final int code;
    private final String sub;
    private final String words;

    TopFault(JsonNode error) {
        super(error.path("code").asInt(0) + " " + error.path("sub_code").asString(""), null, false, false);
        this.code = error.path("code").asInt(0);
        this.sub = error.path("sub_code").asString("");
        this.words = error.path("sub_msg").asString(error.path("msg").asString(""));
    }

    boolean isPermission() {
        return PERMISSION.contains(code) || sub.equals("isv.invalid-session") || sub.equals("invalid-sessionkey");
    }

    /** How long to leave it alone, where it says so. */
    Optional<Duration> pause() {
        if (code != LIMITED && !sub.startsWith("accesscontrol.limited-by")) {
            return Optional.empty();
        }
        Matcher told = SECONDS.matcher(words);
        return Optional.of(Duration.ofSeconds(told.find() ? Math.max(1, Long.parseLong(told.group(1))) : 1));
    }

    boolean isGone() {
        return sub.contains("not-exist") || sub.contains("not-found");
    }

    String word() {
        return sub.isEmpty() ? "TOP_" + code : sub;
    }

    /** What it means for a write. */
    Outcome outcome() {
        if (isPermission() || DOOR.contains(code)) {
            return Outcome.of(Result.UNSENT, word(), "", "");
        }
        if (sub.startsWith("isv.") && sub.contains("version")) {
            return Outcome.of(Result.CHANGED, word(), "买家或平台刚修改过该退款，请重新查看后再决定", "The buyer or the marketplace has just changed it: look at it and decide again");
        }
        if (sub.startsWith("isv.") || WORDS.contains(code)) {
            return Outcome.of(Result.REFUSED, word(), "平台拒绝：" + words, "The marketplace refused: " + words);
        }
        return Outcome.of(Result.UNKNOWN, word(), "", "");
    }

    /** What it means for a question. */
    Marketplace.Away away() {
        return new Marketplace.Away(word(), true);
    }
}

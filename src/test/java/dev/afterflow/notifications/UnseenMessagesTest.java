package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.notifications.Verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the guard fares with messages it has not seen. Each set of messages was written and sealed before the guard was touched again
 * and measured once; then it was opened, joined the messages that teach, and a new one was sealed. Of the last set the guard's figures
 * stand here as lines it may not fall behind; it is to be 0 left and 3 % stopped. The guard before it let 5 of the same 42 leave and
 * held 22 of the same 76.
 */
class UnseenMessagesTest {

    private static final Guards GUARD = Guards.shipped();

    private record Figures(int unlawful, int left, int lawful, int stopped) {

        @Override
        public String toString() {
            return "unlawful %d, stopped or held %d, left %d (%.1f %%); lawful %d, stopped or held %d (%.1f %%)".formatted(unlawful,
                unlawful - left, left, 100.0 * left / unlawful, lawful, stopped, 100.0 * stopped / lawful);
        }
    }

    @AfterAll
    static void close() {
        GUARD.close();
    }

    @Test
    void theMessagesThatTaughtTheGuard() {
        Figures figures = figures("tuned");
        System.out.println("guard, known messages: " + figures);
        assertThat(figures.left()).isZero();
        assertThat(figures.stopped()).isLessThanOrEqualTo(figures.lawful() * 3 / 100);
    }

    @Test
    void theSealedMessages() {
        Figures figures = figures("sealed");
        System.out.println("guard, sealed messages: " + figures);
        assertThat(figures.left()).as("%s", figures).isLessThanOrEqualTo(3);
        assertThat(figures.stopped()).as("%s", figures).isLessThanOrEqualTo(3);
    }

    /**
     * Three sets in English, Portuguese and Chinese of one who tried to say it as nobody had. "fresh" was measured once before the guard
     * was touched (12 of 30 left, 6 of 30 lawful held); what it missed taught by other words. "second" and "third" were sealed then and
     * measured once: 13 of 30 and 6 of 20 left, 0 of 30 and 3 of 20 held, where the guard before let 19 of the 30 leave. Words that
     * told too little were taken out again for the five folds. Far from 0 left: a second look stays people's work.
     * "fourth", "fifth" and "sixth" were written in one go from the red lines alone, forty and forty each, a quarter in Chinese,
     * in traditional Chinese, in English and in Portuguese, and dealt out by lot. The guard before let 1, 2 and 3 of them leave and held
     * 6, 4 and 8 lawful ones; "fourth" then taught, the others were only measured. "seventh" is forty and sixty by the one who made the
     * judge weigh everything, sealed before its bars were chosen and measured once: 3 left, 4 held. It is to be 0 and 3.
     */
    @ParameterizedTest
    @CsvSource({"fresh, 5, 0", "second, 6, 1", "third, 7, 4", "fourth, 1, 3", "fifth, 0, 1", "sixth, 1, 6", "seventh, 3, 4"})
    void messagesOfOneWhoTriedToSlipPast(String set, int left, int stopped) {
        Figures figures = figures(set);
        System.out.println("guard, " + set + ": " + figures);
        assertThat(figures.left()).as("%s", figures).isLessThanOrEqualTo(left);
        assertThat(figures.stopped()).as("%s", figures).isLessThanOrEqualTo(stopped);
    }

    /**
     * A judge that learned from four fifths weighs the last fifth, five times over; the lawful examples are full of traps. Of the 4589
     * older ones 54 of 1939 left and 189 of 2650 were held, of the 1156 newest, the hardest, 50 of 555 and 84 of 601.
     */
    @Test
    void eachFifthJudgedByTheOthers() {
        List<Judge.Example> all = Judge.examples();
        int unlawful = 0;
        int left = 0;
        int lawful = 0;
        int stopped = 0;
        Map<String, Map<String, Double>> read = new HashMap<>();
        for (int part = 0; part < 5; part++) {
            List<Judge.Example> taught = new ArrayList<>();
            List<Judge.Example> asked = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                (i % 5 == part ? asked : taught).add(all.get(i));
            }
            Judge judge = new Judge(taught, text -> read.computeIfAbsent(text, Traits::of));
            for (Judge.Example each : asked) {
                boolean held = !RedLines.in(PlainText.of(each.text())).isEmpty() || judge.suspects(each.text(), false).isPresent();
                unlawful += each.line() == null ? 0 : 1;
                left += each.line() != null && !held ? 1 : 0;
                lawful += each.line() == null ? 1 : 0;
                stopped += each.line() == null && held ? 1 : 0;
            }
        }
        Figures figures = new Figures(unlawful, left, lawful, stopped);
        System.out.println("guard, five folds: " + figures);
        assertThat(left).as("%s", figures).isLessThanOrEqualTo(unlawful * 5 / 100);
        assertThat(stopped).as("%s", figures).isLessThanOrEqualTo(lawful * 9 / 100);
    }

    @Test
    void aSentenceHiddenAmongLawfulOnesIsFound() {
        List<String> hidden = Guards.corpus("tuned-unlawful.tsv").stream().map(line -> line.split("\t"))
            .filter(part -> Guards.byCode("您好，您的订单已经发出。" + part[2] + "。感谢您的耐心等待。", Guards.about(part[1])).outcome() == Outcome.ALLOW)
            .map(part -> part[2]).toList();
        System.out.println("guard, hidden among lawful sentences: left " + hidden);
        assertThat(hidden).isEmpty();
    }

    @Test
    void disguisesChangeNothing() {
        List<String> unlawful = Guards.corpus("tuned-unlawful.tsv").stream().filter(line -> line.split("\t")[2].matches(".*\\p{IsHan}.*")).toList();
        List<String> through = new ArrayList<>();
        for (String line : unlawful) {
            String[] part = line.split("\t");
            for (Disguise disguise : Disguise.values()) {
                String text = disguise.of(part[2]);
                if (Guards.byCode(text, Guards.about(part[1])).outcome() == Outcome.ALLOW) {
                    through.add(disguise + ": " + text);
                }
            }
        }
        System.out.println("guard, disguised: " + unlawful.size() * Disguise.values().length + ", left " + through);
        assertThat(through).isEmpty();
    }

    private static Figures figures(String half) {
        List<String> unlawful = Guards.corpus(half + "-unlawful.tsv");
        List<String> lawful = Guards.corpus(half + "-lawful.tsv");
        int left = (int) unlawful.stream().map(line -> line.split("\t"))
            .filter(part -> GUARD.of(part[2], Guards.about(part[1])).outcome() == Outcome.ALLOW).count();
        int stopped = (int) lawful.stream().map(line -> line.split("\t"))
            .filter(part -> GUARD.of(part[1], Guards.about(part[0])).outcome() != Outcome.ALLOW).count();
        return new Figures(unlawful.size(), left, lawful.size(), stopped);
    }
}

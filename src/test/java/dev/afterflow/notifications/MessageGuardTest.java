package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.afterflow.notifications.Verdict.Finding;
import dev.afterflow.notifications.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageGuardTest {

    private static final Guards GUARD = Guards.shipped();
    private static final Guards OWNERS = Guards.shipped();

    @AfterAll
    static void close() {
        GUARD.close();
        OWNERS.close();
    }

    @Test
    void noneOfTheUnlawfulLeaves() {
        List<Judge.Example> unlawful = Guards.unlawful();
        assertThat(unlawful).hasSizeGreaterThanOrEqualTo(400);
        List<String> left = new ArrayList<>();
        long named = 0;
        for (Judge.Example each : unlawful) {
            Verdict verdict = Guards.byCode(each.text(), Message.About.NOTHING);
            named += Guards.lines(verdict).contains(each.line()) ? 1 : 0;
            if (verdict.outcome() == Outcome.ALLOW) {
                left.add(each.text());
            }
        }
        assertThat(left).isEmpty();
        assertThat(named).isGreaterThan(unlawful.size() * 85L / 100);
    }

    @Test
    void everyRedLineIsCrossedByTheCorpus() {
        Set<RedLine> crossed = Guards.unlawful().stream().map(Judge.Example::line)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RedLine.class)));
        assertThat(crossed).isEqualTo(EnumSet.complementOf(EnumSet.of(RedLine.HOUSE)));
    }

    @Test
    void atMostThreePercentOfTheLawfulAreStopped() {
        List<String> lawful = Guards.lawful();
        List<String> stopped = lawful.stream().filter(text -> GUARD.of(text).outcome() != Outcome.ALLOW).toList();
        assertThat(lawful).hasSizeGreaterThanOrEqualTo(400);
        assertThat(stopped).as("%s", stopped).hasSizeLessThanOrEqualTo(lawful.size() * 3 / 100);
    }

    @Test
    void aFindingSaysWhichLineWhichWordsWhyAndWhereItIsWritten() {
        Finding finding = GUARD.of("您把差评删了，我们给您退 5 0 元").findings().get(0);
        assertThat(finding.line()).isEqualTo(RedLine.G1);
        assertThat(finding.outcome()).isEqualTo(Outcome.BLOCK);
        assertThat(finding.words()).contains("差评");
        assertThat(finding.reasonZh()).contains("换取好评");
        assertThat(finding.reasonEn()).contains("may depend on a review");
        assertThat(finding.source()).contains("反不正当竞争法");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        五星级酒店同款            | ALLOW
        感谢您的评价              | ALLOW
        您的退款已原路退回        | ALLOW
        好评截图返现              | BLOCK
        写评价送积分              | LEGAL_REVIEW
        """)
    void wordsAloneAreLawfulTheirMeaningTogetherIsNot(String text, Outcome outcome) {
        assertThat(GUARD.of(text).outcome()).isEqualTo(outcome);
    }

    @Test
    void moneyIsJudgedByItsLinkToAReview() {
        Message.About linked = new Message.About("R-1", false, false, Set.of());
        assertThat(GUARD.of("我们为您退款30元").outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(GUARD.of("我们为您退款30元", linked).outcome()).isEqualTo(Outcome.LEGAL_REVIEW);
        assertThat(GUARD.of("送您一张优惠券", linked).outcome()).isEqualTo(Outcome.BLOCK);
        assertThat(GUARD.of("已为您处理", new Message.About("R-1", true, false, Set.of())).outcome()).isEqualTo(Outcome.LEGAL_REVIEW);
        assertThat(GUARD.of("抱歉给您带来不便，请问具体是什么问题？", linked).outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void theBuyersOwnDataDoesNotStandInAMessage() {
        Message.About secret = new Message.About(null, false, false, Set.of("13800001234"));
        assertThat(Guards.lines(GUARD.of("请确认号码 138-0000-1234", secret))).containsExactly(RedLine.G5);
        assertThat(GUARD.of("请确认号码 138****1234", secret).outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void marketingNeedsConsent() {
        assertThat(Guards.lines(GUARD.of("双十一大促，新品上新，进店抢购"))).contains(RedLine.G15);
        assertThat(GUARD.consented("双十一大促，新品上新，进店抢购").outcome()).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "words"})
    void everyTemplatePassesInBothLanguages(String with) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/notifications"))) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(templates).hasSizeGreaterThanOrEqualTo(12);
            for (Path file : templates) {
                String text = Files.readString(file);
                String told = with.equals("template") ? text : text.replaceAll("\\{amount}", "¥129.50").replaceAll("\\{\\w+}", "T2611210001");
                assertThat(GUARD.ofTheHouse(told)).as("%s", file).extracting(Verdict::outcome).isEqualTo(Outcome.ALLOW);
            }
        }
    }

    @Test
    void ownersAddWordsOfTheirOwn() {
        Guards owners = OWNERS.owned(Guards.row("cheap", "contains(?, \"跳楼价\")", "BLOCK", "HOUSE")
            + Guards.row("care", "contains(?, \"老客户\")", "LEGAL_REVIEW", "G15"));
        assertThat(owners.of("跳 楼 價清仓").findings()).contains(Finding.of(RedLine.HOUSE, Outcome.BLOCK, "cheap", "店铺规则", "rule of the shop", "house"));
        assertThat(owners.of("老客户您好").outcome()).isEqualTo(Outcome.LEGAL_REVIEW);
        assertThat(owners.of("您好").outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aTableThatAllowsEverythingWeakensNoRedLine() {
        Guards weak = OWNERS.owned(Guards.row("all", "", "ALLOW", "G1"));
        assertThat(Guards.corpus("tuned-unlawful.tsv").stream().map(line -> line.split("\t"))
            .filter(part -> weak.of(part[2], Guards.about(part[1])).outcome() == Outcome.ALLOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOW", "LEGAL_REVIEW", "NOTHING", ""})
    void whateverATableSaysABlockStaysABlock(String verdict) {
        Guards weak = OWNERS.owned(Guards.row("all", "", verdict, "G1"));
        assertThat(weak.of("好评返现").outcome()).isEqualTo(Outcome.BLOCK);
        assertThat(weak.of("签收即视为认可商品质量").outcome()).isEqualTo(Outcome.BLOCK);
    }

    @Test
    void aWordTheGuardDoesNotKnowIsNoLeaveToSend() {
        Guards odd = OWNERS.owned(Guards.row("odd", "", "MAYBE", "G99"));
        assertThat(odd.of("您好").outcome()).isEqualTo(Outcome.BLOCK);
        assertThat(Guards.lines(odd.of("您好"))).containsExactly(RedLine.HOUSE);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T08:59,2026-11-21T09:00", "2026-11-21T09:00,", "2026-11-21T19:59,", "2026-11-21T20:00,2026-11-22T09:00",
        "2026-11-22T03:00,2026-11-22T09:00"})
    void contactAboutAReviewKeepsTheShopsDay(String now, String then) {
        ZonedDateTime time = ZonedDateTime.parse(now + ":00+08:00[Asia/Shanghai]");
        assertThat(ContactRules.later(time)).isEqualTo(then == null ? null : ZonedDateTime.parse(then + ":00+08:00[Asia/Shanghai]").toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"好评", "a", "给", "质量问题运费", "不要差评", "refund review ", "5星", "我们把", "tuikuan", "haoping fanxian "})
    void noTextKeepsTheGuardBusy(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(GUARD.of(piece.repeat(4000 / piece.length())).outcome()).isNotNull());
    }
}

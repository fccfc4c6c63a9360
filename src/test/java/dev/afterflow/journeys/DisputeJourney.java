package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer says before the platform that nothing came; the pack with the signed receipt leaves five hours before the deadline, and wins. */
@RoomTest
class DisputeJourney extends Journey {

    private static final String ORDER = "DJ2611300001";
    private Stall stall;
    private final Bilingual both = new Bilingual(this, "lin");
    private String number;

    @Test
    void aPlatformDisputeIsWonWithAPackSentFiveHoursBeforeTheDeadline() throws IOException {
        stall = new Stall(this, "dispute-j", "DPJ", "争议小铺");
        signedFor();
        disputed(1, Duration.ofHours(48), "");
        number = caseOf(ORDER);
        Visit lin = comes("lin", "/");
        opens(lin, "decideDispute");
        assertThat(lin.field("过往判定").locator("textarea, input")).hasValue("本店同平台同原因抗辩 0 件，胜 0 件；不满 20 件，样本太少，按规则表建议");
        both.looks(lin, "dispute-decide", "422");
        lin.page().getByLabel("抗辩").check();
        lin.page().getByLabel("理由").fill("承运商显示本人签收");
        finishes(lin);
        disputed(2, Duration.ofHours(5), "");
        until("the deadline is moved", () -> dueAt().isBefore(Instant.now().plus(Duration.ofHours(6))));

        gathers(lin);
        Visit zhou = comes("zhou", "/");
        opens(zhou, "approvePack");
        packIsRead(zhou);
        zhou.page().getByLabel("可以", new Page.GetByLabelOptions().setExact(true)).check();
        finishes(zhou);
        opens(lin, "submitByHand");
        lin.page().getByLabel("已在平台提交").check();
        lin.page().getByLabel("平台的受理编号").fill("TB-WQ-20261130");
        finishes(lin);
        assertThat(Duration.between(Instant.parse(dispute().at("/dispute/times/answeredAt").asString()), dueAt())).isCloseTo(Duration.ofHours(5), Duration.ofMinutes(5));

        disputed(3, Duration.ofHours(5), ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"SELLER\",\"words\":\"签收凭证有效\"}");
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        lin.open("/cases/" + number);
        lin.reads("工单已结案：判定支持我方");
        assertThat(lin.part("争议")).containsText("签收凭证有效");
        both.looks(lin, "dispute-won", "422");
        lin.nothingWentWrong("401", "422");
        zhou.nothingWentWrong("401");
    }

    /** The list is red until the receipt lies there. */
    private void gathers(Visit lin) {
        opens(lin, "gatherEvidence");
        lin.page().getByLabel("我方陈述").fill("包裹于前日由收件人本人签收，签收底单见附件。");
        lin.press("完成");
        assertThat(lin.field("缺的为什么拿不出")).containsText("签收凭证");
        lin.picture("dispute-red");
        Visitor.Answer added = as("lin").upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "签收底单.png", "image/png", Photograph.png("SIGNED FOR BY THE RECEIVER"))));
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        Locator item = lin.part("争议").locator("ul.items > li").filter(new Locator.FilterOptions().setHasText("签收凭证"));
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("补充")).click();
        lin.page().getByLabel("证据文件").click();
        lin.page().locator(".ant-select-dropdown:visible .ant-select-item-option-content").getByText("签收底单.png").click();
        lin.keys("Escape");
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(item).containsText("签收底单.png");
        assertThat(item.locator(".tag").first()).hasText("有");
        both.looks(lin, "dispute-gather", "422");
        lin.page().getByLabel("我方陈述").fill("包裹于前日由收件人本人签收，签收底单见附件。");
        finishes(lin);
    }

    private static void packIsRead(Visit zhou) throws IOException {
        Download pdf = zhou.page().waitForDownload(() -> zhou.part("争议").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("PDF").setExact(true)).click());
        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes());
        zhou.picture("dispute-approve");
    }

    private JsonNode dispute() {
        return as("lin").get("/api/cases/" + number + "/dispute").json();
    }

    private Instant dueAt() {
        return Instant.parse(dispute().at("/dispute/times/dueAt").asString());
    }

    private void opens(Visit visit, String task) {
        visit.open("/desk/" + taskOf(number, task).path("taskId").asString() + "?view=all");
        visit.press("认领");
        assertThat(visit.button("放回")).isVisible();
        assertThat(visit.page().locator(".task-form-readonly")).hasCount(0);
    }

    private void finishes(Visit visit) {
        visit.press("完成");
        visit.reads(number + " 已完成");
    }

    private void signedFor() {
        stall.sells(ORDER, "令狐未收");
        stall.tell("tracking", """
                {"eventId":"S-%1$s","carrier":"sf","waybill":"SF%1$s","code":"DELIVERED","at":"%2$s","place":"杭州","text":"已签收，签收人：本人"}
                """.formatted(ORDER, Stall.from(Duration.ofDays(-2))));
    }

    private void disputed(int version, Duration left, String more) {
        stall.tell("disputes", """
                {"disputeId":"DP-%1$s","version":"%2$d","orderId":"%1$s","kind":"PLATFORM","reasonCode":"NOT_RECEIVED","reasonText":"没有收到货，快递说签收了",
                 "amount":{"minor":9900,"currency":"CNY"},"deadline":"%3$s","createdAt":"%4$s","status":"OPEN"%5$s}
                """.formatted(ORDER, version, Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS), Stall.from(Duration.ZERO), more));
    }
}

package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.afterflow.RoomTest;
import dev.afterflow.cases.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures come onto a case as people bring them: pasted from a chat, dragged from the desktop; each tells when its camera took it. */
@RoomTest
class EvidenceJourney extends Journey {

    @TempDir
    Path desktop;

    @Test
    void whatIsPastedOrDraggedOntoACaseBecomesItsEvidence() throws IOException {
        Stall stall = new Stall(this, "evidence-walk", "EVW", "凭证小铺");
        stall.sells("EV2611300001", "司马青衫");
        stall.asks("EV2611300001", Duration.ofDays(2));
        Visit lin = comes("lin", "/cases/" + caseOf("EV2611300001"));
        lin.page().locator("#tab-evidence").click();
        Locator panel = lin.page().locator(".evidence-panel");
        assertThat(panel).containsText("还没有凭证");

        lin.pastes(Photograph.png("PASTED from the buyer's chat"));
        lin.reads("已添加 1 个文件");
        assertThat(panel.locator("img")).hasCount(1);

        Path photograph = Files.write(desktop.resolve("开箱.jpg"), Samples.jpegTakenAt("2026:11:28 14:02:31"));
        lin.drags(photograph, panel, "dragEnter", "dragOver");
        assertThat(lin.page().locator(".drop-over")).hasText("松开即可添加为凭证");
        lin.picture("evidence-dragged");
        lin.drags(photograph, panel, "drop");
        assertThat(lin.page().locator(".drop-over")).hasCount(0);
        assertThat(panel.locator("img")).hasCount(2);
        assertThat(lin.item(".evidence-panel li", "开箱.jpg")).containsText("相机时间 11/28 14:02");
        lin.picture("evidence-taken");

        lin.item(".evidence-panel li", "开箱.jpg").locator("button").click();
        assertThat(lin.page().locator(".viewer-who")).containsText("相机时间 11/28 14:02");
        lin.picture("evidence-viewer-taken");
        lin.keys("Escape");
        lin.nothingWentWrong("401");
    }
}

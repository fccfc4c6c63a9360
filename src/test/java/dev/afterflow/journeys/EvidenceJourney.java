package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.afterflow.RoomTest;
import dev.afterflow.cases.Samples;
import dev.afterflow.intake.Sender;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures come onto a case as people bring them, pasted or dragged, tell when they were taken, and are held against the shop's own. */
@RoomTest
class EvidenceJourney extends Journey {

    @TempDir
    Path desktop;

    @Test
    void whatIsPastedOrDraggedOntoACaseBecomesItsEvidence() throws IOException {
        Stall stall = new Stall(this, "evidence-walk", "EVW", "凭证小铺");
        stall.sells("EV2611300001", "司马青衫");
        stall.asks("EV2611300001", Duration.ofDays(2));
        theShopShowsItsBlanket(stall);
        Visit lin = comes("lin", "/cases/" + caseOf("EV2611300001"));
        lin.page().waitForFunction("() => document.querySelector('.item-picture')?.naturalWidth === 640");
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
        besideTheProduct(lin);
        lin.keys("Escape");
        lin.nothingWentWrong("401");
    }

    /** What the buyer shows on the left, what the shop sells on the right; each is turned and enlarged by itself. */
    private static void besideTheProduct(Visit lin) {
        lin.keys("KeyB");
        Locator panes = lin.page().locator(".viewer-pane");
        assertThat(panes).hasCount(2);
        assertThat(panes.nth(0).locator("img")).hasAttribute("alt", "开箱.jpg");
        assertThat(panes.nth(1)).containsText("商品图");
        lin.page().waitForFunction("() => document.querySelectorAll('.viewer-stage img')[1].naturalWidth === 640");
        lin.keys("KeyX", "Equal", "KeyR");
        assertThat(panes.nth(1).locator("img")).hasAttribute("style", Pattern.compile("rotate\\(90deg\\) scale\\(1\\.25\\)"));
        assertThat(panes.nth(0).locator("img")).hasAttribute("style", Pattern.compile("rotate\\(0deg\\) scale\\(1\\)"));
        lin.picture("evidence-beside-product");
    }

    private void theShopShowsItsBlanket(Stall stall) {
        stall.tell("products", "{\"productId\":\"P-1\",\"title\":\"羊毛毯 150×200cm\"}");
        String key = Sender.key(port, stall.shop, "products");
        assertThat(Visitor.stranger(port).send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake/products/P-1/picture"))
                .header("Authorization", "Bearer " + key).PUT(BodyPublishers.ofByteArray(Photograph.png("THE BLANKET"))).build()).status()).isEqualTo(204);
    }
}

package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A team lead brings in a year of orders and reviews as files, sees them arrive, and may do so twice. */
@RoomTest
class ImportJourney extends Journey {

    private final OlistFiles files = new OlistFiles("twice");

    @Test
    void linkedFilesArriveWithTheirCountsAndARepeatChangesNothing() throws IOException {
        Visit zhao = comes("zhao", "/imports");
        begins(zhao, "Olist 订单(巴西公开数据集)", "旅程订单一", files.orders());
        zhao.press("预览前 20 行");
        zhao.reads("前 20 行全部通过");
        zhao.picture("import-preview");
        zhao.press("开始导入");
        ended(zhao, "旅程订单一", "接收 " + OlistFiles.GOOD, "重复 0", "拒收 1");
        errorsNameRowAndField(zhao, "旅程订单一");
        assertThat(stored(files.order(7))).contains("São Paulo");

        begins(zhao, "Olist 订单(巴西公开数据集)", "旅程订单二", files.orders());
        zhao.press("开始导入");
        ended(zhao, "旅程订单二", "接收 0", "重复 " + OlistFiles.GOOD, "拒收 1");
        zhao.picture("import-repeat");
        zhao.nothingWentWrong("401");
    }

    @Test
    void reviewsKeepTheirLineBreaksAndQuotes() {
        Visit zhao = comes("zhao", "/imports");
        begins(zhao, "Olist 评价", "旅程评价", files.reviews());
        zhao.press("预览前 20 行");
        zhao.reads("前 12 行全部通过");
        assertThat(zhao.part("预览前 20 行")).containsText("disse \"amanhã\"");
        zhao.press("开始导入");
        ended(zhao, "旅程评价", "接收 12", "重复 0", "拒收 0");
        zhao.nothingWentWrong("401");
    }

    private static void begins(Visit zhao, String preset, String name, FilePayload... chosen) {
        zhao.press("新建导入");
        Locator drawer = zhao.page().getByRole(AriaRole.DIALOG);
        zhao.pick("映射方案", preset);
        zhao.pick("店铺", "Verde Brasil");
        drawer.getByLabel("任务名称").fill(name);
        drawer.locator("input[type=file]").setInputFiles(chosen);
        assertThat(drawer.locator(".chosen-files li")).hasCount(chosen.length);
    }

    private static void ended(Visit zhao, String name, String... counts) {
        Locator job = job(zhao, name);
        assertThat(job.locator(".tag")).hasText("已完成", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(job.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "100");
        for (String count : counts) {
            assertThat(job.locator(".import-counts span").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + count + "$")))).hasCount(1);
        }
    }

    private static Locator job(Visit zhao, String name) {
        return zhao.page().locator("li.import").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void errorsNameRowAndField(Visit zhao, String name) throws IOException {
        Download errors = zhao.page().waitForDownload(() -> job(zhao, name).getByText("下载错误明细").click());
        String text = Files.readString(errors.path(), StandardCharsets.UTF_8);
        assertThat(text).contains(files.bad()).contains("state");
        assertThat(errors.suggestedFilename()).endsWith(".csv");
    }

    private String stored(String order) {
        return as("zhao").get("/api/orders/verde/" + order).body();
    }
}

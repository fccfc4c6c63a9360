package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.afterflow.cluster.Installation;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator goes live: from an empty database over the console's link to the first request that becomes a case. */
class GoLiveJourney {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void fromAnEmptyDatabaseToTheFirstCase() {
        Path folder = Path.of("target", "production", "live-" + ProcessHandle.current().pid());
        try (Installation house = new Installation(folder)) {
            Node node = house.node("node1", Map.of()).start().awaitReady();
            String home = "http://localhost:" + node.port();
            String link = Installation.link(node);
            assertThat(link).startsWith(home + "/first-admin#");
            try (Visit boss = new Visit(home)) {
                throughTheLink(boss, link.substring(home.length()));
                keepsACopy(boss);
                boss.nothingWentWrong("401");
            }
            firstCase(node);
            try (Visit late = new Visit(home)) {
                tooLate(late, link.substring(home.length()));
            }
            try (Visit mei = new Visit(home)) {
                worksOnIt(mei);
            }
        }
    }

    private static void throughTheLink(Visit boss, String link) {
        boss.open(link);
        boss.reads("设置第一位管理员");
        boss.picture("first-admin");
        boss.page().locator("#first-login").fill("boss");
        boss.page().locator("#first-name").fill("王总");
        boss.page().locator("#first-password").fill(PASSWORD);
        boss.page().locator("#first-again").fill(PASSWORD + "!");
        boss.reads("两次输入的密码不一致");
        boss.page().locator("#first-again").fill(PASSWORD);
        boss.press("创建并登录");
        assertThat(boss.page().locator(".top .person")).isVisible();
        assertThat(boss.page().getByText("沙箱")).hasCount(0);
    }

    private static void keepsACopy(Visit boss) {
        boss.open("/backups");
        boss.reads("正常：退款和消息会发出");
        boss.press("立即备份");
        assertThat(boss.page().locator(".backups .table tbody tr")).hasCount(1);
        boss.reads("已完成");
        boss.picture("backups");
        boss.page().locator("#freeze-reason").fill("盘点");
        boss.page().locator(".freeze-form button[type=submit]").click();
        boss.reads("已冻结：退款和消息都不会发出");
        assertThat(boss.page().locator(".freeze-banner")).isVisible();
        boss.picture("frozen");
        boss.page().locator("#freeze-reason").fill("盘点完毕");
        boss.page().locator(".freeze-form button[type=submit]").click();
        boss.reads("正常：退款和消息会发出");
    }

    private static void firstCase(Node node) {
        Visitor boss = Visitor.as("boss", PASSWORD, node.port());
        must(boss.post("/api/shops", """
                {"id":"first","prefix":"FS","name":"第一家店","brand":"第一","platform":"taobao","timeZone":"Asia/Shanghai","currency":"CNY",
                 "jurisdiction":"CN","language":"zh-CN"}"""), 201);
        must(boss.post("/api/people", """
                {"login":"mei","name":"梅","password":"%s","roles":["AGENT"],"shops":["first"],"teams":["returns-desk"],"everyShop":false,
                 "dismissed":false}""".formatted(PASSWORD)), 201);
        String key = must(boss.post("/api/keys", """
                {"name":"ERP","grants":[{"shop":"first","scopes":["intake:orders","intake:requests"]}]}"""), 201).json().get("key").asString();
        machine(node, key, "orders", """
                {"orderId":"E-1","version":"2026-11-20T10:00:00Z","state":"PAID","currency":"CNY","createdAt":"2026-11-20T09:00:00Z",
                 "paidAt":"2026-11-20T09:01:00Z","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-1","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"茶杯","quantity":1,"paid":{"minor":12950,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-E-1","provider":"wechat","method":"wallet","paid":{"minor":12950,"currency":"CNY"},
                 "paidAt":"2026-11-20T09:01:00Z"}],"shipments":[]}""");
        machine(node, key, "requests", """
                {"requestId":"RQ-1","version":"1","orderId":"E-1","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"BUYER_CANCEL",
                 "reasonText":"拍错了","goodsReceived":false,"lines":[{"lineId":"1","quantity":1}],"askedAmount":{"minor":12950,"currency":"CNY"},
                 "createdAt":"2026-11-20T11:00:00Z","platformDeadline":null,"status":"OPEN"}""");
        Visitor mei = Visitor.as("mei", PASSWORD, node.port());
        Patience.until("the case is there", Duration.ofSeconds(20), () -> mei.get("/api/cases?q=E-1").json().path("items").size() == 1);
    }

    private static void machine(Node node, String key, String kind, String row) {
        Answer answer = must(Visitor.stranger(node.port()).send("POST", "/api/intake/" + kind, row, "Authorization", "Bearer " + key), 200);
        assertThat(answer.body()).contains("\"accepted\"");
    }

    private static void tooLate(Visit late, String link) {
        late.open(link);
        late.page().locator("#first-login").fill("thief");
        late.page().locator("#first-name").fill("贼");
        late.page().locator("#first-password").fill(PASSWORD);
        late.page().locator("#first-again").fill(PASSWORD);
        late.press("创建并登录");
        late.reads("链接已失效");
        late.nothingWentWrong("410");
    }

    private static void worksOnIt(Visit mei) {
        mei.open("/cases?q=E-1");
        mei.page().locator("#login").fill("mei");
        mei.page().locator("#password").fill(PASSWORD);
        mei.page().locator(".login-form button[type=submit]").click();
        Locator found = mei.page().getByText("E-1", new Page.GetByTextOptions().setExact(true)).first();
        assertThat(found).isVisible();
        mei.picture("first-case");
        mei.nothingWentWrong();
    }

    private static Answer must(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}

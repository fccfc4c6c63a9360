package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.studio.ModelerTool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two owners change who pays the way back of faulty goods, from a file and from Camunda Modeler; running cases keep their row. */
@RoomTest
class StudioJourney extends Journey {

    private static final String TABLE = "freight-payer.dmn";
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    private Stall stall;
    private String first;

    @BeforeEach
    void theTableAsItIs() {
        first = text();
    }

    @Test
    void aChangedRowIsReleasedByASecondOwnerAndTakenBack() {
        stall = new Stall(this, "studio-journey", "STJ", "工作室小铺");
        String old = waits("SJ1");
        Visit owner = comes("owner", "/studio");
        theFileIsRefusedThenProposed(owner);

        Visit fang = comes("fang", "/studio/proposals");
        releases(fang);
        String fresh = waits("SJ2");
        assertThat(settled(old)).isEqualTo("seller");
        assertThat(settled(fresh)).isEqualTo("insurer");

        HttpResponse<String> filed = new ModelerTool(port, ModelerTool.basic("owner", "afterflow-demo")).deploys("freight-payer", TABLE,
                text().replace("责任方 / Liable party", "谁的责任 / Liable party"));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
        fang.open("/studio/proposals");
        assertThat(fang.item("tr", "Camunda Modeler: freight-payer")).hasCount(1);
        releases(fang);
        assertThat(text()).contains("谁的责任 / Liable party");

        theFirstVersionComesBack(owner);
        releases(fang);
        assertThat(text()).isEqualTo(first);
        fang.open("/studio/releases");
        fang.reads("欧阳静 提出，方圆 发布");
        fang.picture("studio-releases");
        owner.nothingWentWrong("401", "422");
        fang.nothingWentWrong("401");
    }

    private void theFileIsRefusedThenProposed(Visit owner) {
        owner.page().getByLabel("名称 / 文件 / 作者").fill("freight");
        owner.keys("Enter");
        owner.follow("运费承担");
        owner.reads("质量、不符、破损、错发、少件、假货");
        owner.picture("studio-table");
        owner.open("/studio");
        owner.press("发布修改");
        chooses(owner, first.replaceFirst("expressionLanguage=\"feel\"", "expressionLanguage=\"juel\""));
        owner.page().getByLabel("改了什么、为什么").fill("运费险承担质量问题的退回运费");
        owner.press("提交方案");
        owner.reads("文件没有通过检查");
        owner.reads("决策表只用 FEEL");
        owner.picture("studio-refused");
        chooses(owner, insured());
        owner.press("提交方案");
        assertThat(owner.page()).hasURL(java.util.regex.Pattern.compile(".*/studio/proposals/[0-9]+"));
        owner.reads("退回 \"seller\" → \"insurer\"");
        owner.reads("这是您提出的，需要另一位流程负责人发布。");
        assertThat(owner.page().getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发布").setExact(true))).hasCount(0);
        owner.picture("studio-proposed");
    }

    private static void chooses(Visit owner, String content) {
        owner.page().locator(".ant-modal input[type=file]").setInputFiles(new FilePayload(TABLE, "text/xml", content.getBytes(StandardCharsets.UTF_8)));
        assertThat(owner.page().locator(".studio-files li")).hasCount(1);
    }

    /** Opens the newest proposal and releases it. */
    private static void releases(Visit second) {
        second.open("/studio/proposals");
        second.page().locator("table a.number").first().click();
        Locator release = second.page().getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发布").setExact(true));
        assertThat(release).isVisible();
        second.press("看修改后");
        assertThat(second.page().locator(".decision-table tbody tr").first()).isVisible();
        second.picture("studio-second");
        release.click();
        assertThat(second.page().locator(".proposal .tag-green").first()).hasText("已发布");
    }

    private static void theFirstVersionComesBack(Visit owner) {
        owner.open("/studio/models/" + TABLE + "?version=1");
        owner.reads("旧版本");
        owner.press("退回此版本");
        owner.page().getByLabel("改了什么、为什么").fill("保险到期");
        owner.press("提交方案");
        owner.reads("退回旧版本 #");
        owner.picture("studio-roll-back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyScreenHolds(String language) {
        assertThat(as("owner").put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
        Visit owner = stranger(1440);
        Inspection inspection = new Inspection(owner, language);
        owner.open("/studio");
        owner.enter("owner");
        assertThat(owner.page().locator(".model").first()).isVisible();
        inspection.look("studio-library");
        owner.open("/studio/models/return-exchange.bpmn");
        assertThat(owner.page().locator(".picture svg .djs-element").first()).isVisible();
        owner.page().locator(".picture-steps").selectOption("reviewReturn");
        assertThat(owner.page().locator(".picture-about")).isVisible();
        inspection.look("studio-process");
        owner.showsWatermark(".bjs-powered-by");
        owner.open("/studio/models/" + TABLE);
        assertThat(owner.page().locator(".decision-table tbody tr").first()).isVisible();
        inspection.look("studio-decision");
        owner.open("/studio/models/settleLiability.form");
        assertThat(owner.page().locator(".form-preview .fjs-form-field").first()).isVisible();
        inspection.look("studio-form");
        owner.open("/studio/releases");
        owner.page().locator(".release button").first().click();
        assertThat(owner.page().locator(".record")).isVisible();
        inspection.look("studio-releases");
        theProposals(owner, inspection);
        theConflicts(owner, inspection);
        owner.open("/studio");
        owner.page().locator(".page-head button").first().click();
        assertThat(owner.page().locator(".modeler-steps")).isVisible();
        inspection.look("studio-modeler");
        inspection.nothingFound("422");
    }

    private void theProposals(Visit owner, Inspection inspection) {
        owner.open("/studio");
        owner.page().locator(".page-head button").nth(1).click();
        chooses(owner, first.replaceFirst("expressionLanguage=\"feel\"", "expressionLanguage=\"juel\""));
        owner.page().locator("#propose-note").fill("新的一行 / a new row");
        owner.page().locator(".ant-modal-footer button").last().click();
        assertThat(owner.page().locator(".findings li").first()).isVisible();
        inspection.look("studio-refused");
        chooses(owner, insured());
        owner.page().locator(".ant-modal-footer button").last().click();
        assertThat(owner.page().locator(".changes li")).hasCount(1);
        owner.page().locator(".looked button").last().click();
        assertThat(owner.page().locator(".decision-table tr.changed")).hasCount(1);
        inspection.look("studio-proposal");
        owner.open("/studio/proposals");
        assertThat(owner.page().locator(".table tbody tr").first()).isVisible();
        inspection.look("studio-proposals");
    }

    /** As if the software had brought the proposed version while ours started from one with another label. */
    private void theConflicts(Visit owner, Inspection inspection) {
        String other = first.replace("责任方 / Liable party", "谁的责任 / Liable party");
        long proposal = as("owner").upload("/api/studio/proposals", List.of(new Visitor.Part("note", null, "text/plain", "x".getBytes(StandardCharsets.UTF_8)),
                new Visitor.Part("files", TABLE, "text/xml", other.getBytes(StandardCharsets.UTF_8)))).json().path("id").asLong();
        software("(select hash from studio.proposal_file where proposal = " + proposal + ")",
                "(select hash from studio.proposal_file where proposal < " + proposal + " and name = software_file.name order by proposal desc limit 1)");
        owner.open("/studio/conflicts");
        assertThat(owner.page().locator(".conflict .changes li").first()).isVisible();
        inspection.look("studio-conflicts");
        software("(select hash from studio.release_file where name = software_file.name order by release limit 1)",
                "(select hash from studio.release_file where name = software_file.name order by release limit 1)");
        assertThat(as("owner").post("/api/studio/proposals/" + proposal + "/withdraw", null).status()).isEqualTo(204);
    }

    private void software(String base, String shipped) {
        transaction.executeWithoutResult(status -> sql.sql("update studio.software_file set base = " + base + ", shipped = " + shipped + " where name like '%/" + TABLE + "'").update());
    }

    @AfterEach
    void chineseAgain() {
        as("owner").put("/api/session/language", "{\"language\":\"zh-CN\"}");
    }

    private String text() {
        return as("owner").get("/api/studio/models/" + TABLE).json().path("text").asString();
    }

    private String insured() {
        return first.replaceFirst("(freightPayer_fault_out_freightPayer\">\\s*<text>)\"seller\"", "$1\"insurer\"");
    }

    /** A return of faulty goods that waits for the buyer's pictures. */
    private String waits(String order) {
        String at = Stall.from(Duration.ofDays(-1));
        stall.tell("products", """
                {"productId":"P-9","version":"%s","title":"羊毛毯","category":"家纺","class":"STANDARD","supplier":"云锦纺织","warrantyDays":90,"warrantyFrom":"DELIVERY"}
                """.formatted(Stall.from(Duration.ZERO)));
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-%1$s","name":"张三","phone":"13800001234","language":"zh-CN","address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-9","sku":"P-9-A","title":"羊毛毯","quantity":1,"paid":{"minor":9900,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":9900,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%1$s","shippedAt":"%2$s","deliveredAt":"%3$s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, Stall.from(Duration.ofDays(-3)), at));
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"RETURN_REFUND","askedRemedy":"","reasonCode":"质量问题","reasonText":"一洗就掉毛","goodsReceived":true,
                 "lines":[{"lineId":"1","quantity":1}],"askedAmount":null,"createdAt":"%2$s","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, Stall.from(Duration.ZERO)));
        String number = caseOf(order);
        until("evidence asked for in " + number, () -> "AWAITING_EVIDENCE".equals(liability(number, "state")));
        return number;
    }

    private String settled(String number) {
        Visitor.Answer added = as("lin").upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "掉毛.png", "image/png", Photograph.png("FLUFF after the first wash"))));
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        until("liability settled in " + number, () -> !liability(number, "returnFreightPayer").isEmpty());
        return liability(number, "returnFreightPayer");
    }

    private String liability(String number, String field) {
        return as("lin").get("/api/cases/" + number + "/remedies").json().at("/liability/" + field).asString("");
    }
}

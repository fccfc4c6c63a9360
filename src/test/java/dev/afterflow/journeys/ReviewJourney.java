package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A bad review is rescued lawfully: its cause is made good and nobody asks for a better one; an extortionate one is taken down with evidence. */
@RoomTest
class ReviewJourney extends Journey {

    private static final String RESCUED = "RJ2611300001";
    private static final String EXTORTED = "RJ2611300002";
    private Stall stall;
    private final Bilingual both = new Bilingual(this, "lin");
    private String number;

    @BeforeEach
    void aShop() {
        stall = new Stall(this, "review-j", "RVJ", "好评小铺");
        stall.tell("products", """
                {"productId":"RJ-1","title":"电动牙刷","category":"小家电","class":"STANDARD","noReasonExcluded":false,"warrantyDays":365,
                 "warrantyFrom":"DELIVERY","supplier":"北方电器","durable":true,"weightGrams":400,"serials":[]}""");
    }

    @Test
    void aBadReviewIsRescuedLawfully() {
        sold(RESCUED);
        stall.tell("packing", """
                {"waybill":"OUT%s","version":"1","weightGrams":480,"packedAt":"%s","packedBy":"he","pictures":[],"lines":[{"lineId":"1","quantity":1}]}
                """.formatted(RESCUED, Stall.from(Duration.ofDays(-4))));
        reviewed(RESCUED, 1, 1, "打开少了一支，太让人失望");
        number = reviewOf(RESCUED);
        Visit lin = comes("lin", "/");
        opens(lin, "analyseReview");
        assertThat(lin.part("评价")).containsText("打开少了一支");
        both.looks(lin, "review-analyse", "422");
        lin.choose("差评原因", "错发或少发");
        lin.page().getByLabel("先解决原因").check();
        lin.choose("问哪个部门", "不问");
        lin.page().getByLabel("查到了什么").fill("出库 480 克，少装一支");
        finishes(lin);

        opens(lin, "contactBuyer");
        lin.page().getByLabel("同意处理").check();
        lin.choose("按什么处理", "少件补发");
        lin.page().getByLabel("记录").fill("电话中买家同意补寄");
        lin.picture("review-contact");
        finishes(lin);
        missingPieceIsSent(lin);

        opens(lin, "writeReply");
        assertThat(lin.field("人工提交").locator("textarea")).hasValue("本店的平台接口不做这一步：写好后由人在卖家中心提交");
        lin.page().getByLabel("公开回复", exactly()).check();
        lin.page().getByLabel("回复内容").fill("改成好评我们返现二十元");
        lin.press("完成");
        assertThat(lin.field("回复内容").locator(".fjs-form-field-error")).isVisible();
        lin.picture("review-reply-refused");
        lin.page().getByLabel("回复内容").fill("您好，少装的一支已经补寄并签收，我们已在打包处加了称重复核。");
        finishes(lin);
        opens(lin, "postReplyByHand");
        lin.page().getByLabel("已在卖家中心发出").check();
        finishes(lin);
        reviewed(RESCUED, 2, 5, "补发很快，客服负责");

        isClosed();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：评价已改或已删");
        assertThat(lin.part("评价")).containsText("已改或已删");
        both.looks(lin, "review-rescued", "422");
        lin.nothingWentWrong("401", "422");
    }

    /** What became of the cause is decided by its own rules, in a case of its own. */
    private void missingPieceIsSent(Visit lin) {
        until("the cause has a case", () -> !cause().isEmpty());
        String review = number;
        number = cause();
        opens(lin, "decideShortage");
        lin.page().getByLabel("补寄缺件").check();
        finishes(lin);
        Visit he = comes("he", "/");
        opens(he, "pickGoods");
        he.page().getByLabel("已拣齐并打包").check();
        he.page().getByLabel("已拣件数").fill("1");
        he.page().getByLabel("扫到的货号").fill("RJ-1-A");
        he.page().getByLabel("承运商").fill("sf");
        he.page().getByLabel("新运单号").fill("NEWRVJ1");
        finishes(he);
        stall.tell("tracking", "{\"eventId\":\"D-NEWRVJ1\",\"waybill\":\"NEWRVJ1\",\"code\":\"DELIVERED\",\"at\":\"%s\"}".formatted(Stall.from(Duration.ZERO)));
        isClosed();
        number = review;
    }

    private String cause() {
        return as("lin").get("/api/cases/" + number + "/review").json().at("/review/causeCase").asString("");
    }

    @Test
    void anExtortionReviewIsTakenDownWithEvidence() {
        sold(EXTORTED);
        stall.tell("messages", """
                {"messageId":"M-%1$s","orderId":"%1$s","from":"BUYER","text":"不给我转账50元红包我就给你差评","sentAt":"%2$s"}""".formatted(EXTORTED, Stall.from(Duration.ofDays(-1))));
        reviewed(EXTORTED, 1, 1, "差");
        number = reviewOf(EXTORTED);
        Visit lin = comes("lin", "/");
        opens(lin, "analyseReview");
        assertThat(lin.field("初判").locator("textarea")).hasValue(Pattern.compile("投诉：.+"));
        lin.choose("差评原因", "恶意评价");
        lin.page().getByLabel("投诉恶意评价").check();
        lin.choose("投诉类别", "胁迫或不合理要求");
        lin.choose("问哪个部门", "不问");
        lin.page().getByLabel("查到了什么").fill("买家在聊天中以差评要挟红包");
        lin.picture("review-malicious");
        finishes(lin);

        opens(lin, "fileComplaint");
        both.looks(lin, "review-complaint", "422");
        lin.page().getByLabel("投诉", exactly()).check();
        lin.page().getByLabel("投诉说明").fill("买家在平台聊天中以差评要挟转账，见截图。");
        lin.press("完成");
        assertThat(lin.page().locator(".fjs-form-field-evidence")).containsText("投诉须附证据");
        lin.page().locator(".fjs-form-field-evidence input[type=file]").setInputFiles(new FilePayload("聊天截图.png", "image/png", Photograph.png("PAY 50 OR ONE STAR")));
        assertThat(lin.page().locator(".evidence-strip img")).hasAttribute("alt", "聊天截图.png");
        finishes(lin);
        opens(lin, "fileComplaintByHand");
        lin.page().getByLabel("平台的受理编号").fill("TB-TS-90211");
        finishes(lin);

        lin.open("/cases/" + number);
        lin.press("登记平台的结论");
        lin.page().getByLabel("平台的理由").fill("聊天记录属实，评价已屏蔽");
        lin.picture("review-verdict");
        lin.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记").setExact(true)).click();
        isClosed();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：投诉成立，评价已处理");
        assertThat(lin.part("评价")).containsText("成立");
        both.looks(lin, "review-removed", "422");
        lin.nothingWentWrong("401", "422");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void sold(String order) {
        stall.tell("orders", """
                {"orderId":"%1$s","version":"1","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"公孙不满","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"RJ-1","sku":"RJ-1-A","title":"电动牙刷","quantity":2,"paid":{"minor":20000,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":20000,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%3$s","deliveredAt":"%4$s","lines":[{"lineId":"1","quantity":2}]}]}
                """.formatted(order, Stall.from(Duration.ofDays(-6)), Stall.from(Duration.ofDays(-4)), Stall.from(Duration.ofDays(-2))));
    }

    private void reviewed(String order, int version, int score, String words) {
        stall.tell("reviews", """
                {"reviewId":"V-%1$s","version":"%2$d","orderId":"%1$s","score":%3$d,"title":null,"text":"%4$s","createdAt":"%5$s","answeredAt":null}
                """.formatted(order, version, score, words, Stall.from(Duration.ofDays(-1))));
    }

    /** The case of an order's review; what its buyer wrote may have one of its own. */
    private String reviewOf(String order) {
        until("a review of " + order, () -> !found(order).isMissingNode());
        return found(order).path("number").asString();
    }

    private JsonNode found(String order) {
        return as("lin").get("/api/cases?q=" + order).json().path("items").valueStream().filter(each -> each.path("kind").asString().equals("REVIEW")).findFirst().orElse(json.missingNode());
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

    private void isClosed() {
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
    }
}

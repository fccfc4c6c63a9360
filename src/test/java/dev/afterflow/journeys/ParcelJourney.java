package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parcels that go wrong, as the logistics desk sees them on a narrow screen: seized by security, and signed by nobody. */
@RoomTest
class ParcelJourney extends Journey {

    private static final String SEIZED = "PJ2611300001";
    private static final String SIGNED = "PJ2611300002";
    private static final int NARROW = 1280;

    private Stall stall;
    private String number;

    @BeforeEach
    void aShop() {
        stall = new Stall(this, "parcel-journey", "PCJ", "远方小铺");
    }

    private void complains(String order, String words) {
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"LOGISTICS","askedRemedy":null,"reasonCode":null,"reasonText":"%2$s",
                 "goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%3$s","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, words, Stall.from(Duration.ZERO)));
        number = caseOf(order);
    }

    private void scanned(String order, String code, String place, String words) {
        stall.tell("tracking", """
                {"eventId":"T-%1$s","carrier":"sf","waybill":"SF%1$s","code":"%2$s","at":"%3$s","place":"%4$s","text":"%5$s"}
                """.formatted(order, code, Stall.from(Duration.ofHours(-5)), place, words));
    }

    @Test
    void aSeizedParcelAsksTheCarrierFirstAndIsNeverPromisedByAirAgain() {
        stall.sells(SEIZED, "欧阳安检", 5_900);
        scanned(SEIZED, "EXCEPTION", "杭州机场", "安检退回，航空禁运");
        complains(SEIZED, "快递说充电宝被安检没收了，怎么办");
        Visit lin = arrives("lin");
        opens(lin, "decideRemedy");
        assertThat(lin.field("问题").locator("input")).hasValue("安检没收");
        assertThat(lin.field("注意").locator("textarea")).hasValue("先已联系承运商。被安检没收的货不得再承诺走航空");
        assertThat(lin.part("包裹")).containsText("安检退回，航空禁运");
        lin.picture("parcel-seized");

        lin.choose("决定", "补寄");
        lin.field("理由或记录").locator("textarea").fill("给买家再寄一个");
        lin.press("完成");
        lin.reads("被安检没收的货不得再走航空");
        lin.picture("parcel-seized-refused");
        lin.choose("决定", "仅退款");
        lin.field("理由或记录").locator("textarea").fill("买家同意退款");
        lin.press("完成");
        lin.reads(number + " 已完成");

        until("the money is back", () -> outcome().equals("REFUNDED"));
        lin.open("/cases/" + number);
        assertThat(lin.part("包裹")).containsText("安检没收");
        lin.reads("已请承运商查件");
        lin.reads("发起理赔：顺丰速运 SF" + SEIZED + "，安检查扣");
        lin.picture("parcel-seized-made-good");
        assertThat(taskOf(number, "approveClaim").path("team").asString()).as("goods that may have been forbidden: a lead looks before anything is claimed").isEqualTo("returns-leads");
        lin.nothingWentWrong("401", "422");
    }

    @Test
    void aFalseSignatureWithoutProofIsMadeGoodAndClaimed() {
        stall.sells(SIGNED, "司徒签收");
        scanned(SIGNED, "DELIVERED", "杭州西湖", "已签收，签收人：门口");
        complains(SIGNED, "显示签收了，可是我没收到");
        Visit lin = arrives("lin");
        opens(lin, "checkAddress");
        assertThat(lin.field("订单地址").locator("textarea")).hasValue(Pattern.compile(".*文一路1号.*"));
        lin.page().getByLabel("一致", new Page.GetByLabelOptions().setExact(true)).check();
        lin.picture("parcel-address");
        lin.press("完成");
        lin.reads(number + " 已完成");

        opens(lin, "getProof");
        lin.page().getByLabel("有：签收底单、照片或红章证明").check();
        lin.press("完成");
        lin.reads("请附上");
        lin.picture("parcel-proof-wanted");
        lin.page().getByLabel("没有", new Page.GetByLabelOptions().setExact(true)).check();
        lin.field("承运商的说法").locator("textarea").fill("网点说放门口了，没有照片");
        lin.press("完成");
        lin.reads(number + " 已完成");

        lin.open("/cases/" + number);
        assertThat(lin.part("包裹")).containsText("虚假签收");
        until("the buyer has a choice", () -> as("lin").get("/api/cases/" + number + "/parcel").json().at("/complaint/state").asString().equals("OFFERED"));
        stall.tell("messages", """
                {"messageId":"M-%s","caseNumber":"%s","from":"BUYER","text":"2","sentAt":"%s"}
                """.formatted(SIGNED, number, Stall.from(Duration.ofSeconds(1))));
        Visit zhou = arrives("zhou");
        opens(zhou, "approveRefund");
        zhou.picture("parcel-signed-approval");
        zhou.page().getByLabel("批准", new Page.GetByLabelOptions().setExact(true)).check();
        zhou.press("完成");
        zhou.reads(number + " 已完成");

        until("the money is back", () -> outcome().equals("REFUNDED"));
        lin.open("/cases/" + number);
        assertThat(lin.part("包裹")).containsText("没有凭证");
        lin.reads("发起理赔：顺丰速运 SF" + SIGNED + "，虚假签收");
        lin.picture("parcel-signed-made-good");
        lin.nothingWentWrong("401", "422");
    }

    private Visit arrives(String login) {
        Visit visit = stranger(NARROW);
        visit.open("/");
        visit.enter(login);
        return visit;
    }

    private void opens(Visit visit, String task) {
        visit.open("/desk/" + taskOf(number, task).path("taskId").asString() + "?view=all");
        visit.press("认领");
        assertThat(visit.button("放回")).isVisible();
        assertThat(visit.page().locator(".task-form-readonly")).hasCount(0);
    }

    private String outcome() {
        return as("lin").get("/api/cases/" + number + "/parcel").json().at("/complaint/outcome").asString("");
    }
}

package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.payments.ProviderTill;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A bank takes a card payment back; the evidence goes to it once, by machine; it is lost all the same, and the loss stands in the book and on the case. */
@RoomTest
class ChargebackJourney extends Journey {

    private static final String ORDER = "BJ2611300001";
    private static final String PAYMENT = "PAY-" + ORDER;
    private Stall stall;
    private final Bilingual both = new Bilingual(this, "lin");
    private String number;

    @Test
    void aChargebackIsLostAndBooked() {
        stall = new Stall(this, "chargeback-j", "CBJ", "拒付小铺");
        paidByCard();
        Visit bank = comes("chen", "/sandbox");
        Locator payment = line(bank, PAYMENT);
        payment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("拒付").setExact(true)).click();
        until("the house hears of it", Duration.ofMinutes(3), () -> cases() > 0);
        number = caseOf(ORDER);

        Visit lin = comes("lin", "/");
        opens(lin, "decideDispute");
        assertThat(lin.part("争议")).containsText("银行卡拒付");
        assertThat(lin.part("争议")).containsText("银行给出");
        assertThat(lin.part("争议")).containsText("product_not_received · 13.1");
        both.looks(lin, "chargeback-decide");
        lin.page().getByLabel("抗辩").check();
        lin.page().getByLabel("理由").fill("承运商显示本人签收");
        finishes(lin);
        proofIsThere();
        opens(lin, "gatherEvidence");
        lin.page().getByLabel("我方陈述").fill("包裹于前日由收件人本人签收，签收底单见附件。");
        finishes(lin);
        Visit zhou = comes("zhou", "/");
        opens(zhou, "approvePack");
        zhou.page().getByLabel("可以", new Page.GetByLabelOptions().setExact(true)).check();
        finishes(zhou);
        until("the bank has it", () -> dispute().at("/dispute/state").asString().equals("ANSWERED"));
        bank.page().reload();
        assertThat(line(bank, PAYMENT)).containsText("审理中");

        line(bank, PAYMENT).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("判买家胜")).click();
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        lin.open("/cases/" + number);
        lin.reads("工单已结案：判定支持对方");
        assertThat(lin.part("争议")).containsText("stripe · lost · product_not_received · 13.1");
        assertThat(money("我方损失", lin)).containsText("99.00");
        assertThat(money("手续费", lin)).containsText("15.00");
        assertThat(lin.part("争议")).containsText("自动入账");
        both.looks(lin, "chargeback-lost");
        assertThat(booked("chargebacks")).isEqualTo(9_900);
        assertThat(booked("fees/stripe")).isEqualTo(1_500);
        assertThat(booked("withheld/stripe")).isZero();
        lin.nothingWentWrong("401");
        zhou.nothingWentWrong("401");
        bank.nothingWentWrong("401");
    }

    private static Locator line(Visit bank, String payment) {
        Locator line = bank.part("支付渠道").locator("li").filter(new Locator.FilterOptions().setHasText(payment));
        assertThat(line).hasCount(1);
        return line;
    }

    private static Locator money(String name, Visit lin) {
        return lin.part("争议").locator("div.fact").filter(new Locator.FilterOptions().setHasText(name));
    }

    private int cases() {
        return as("lin").get("/api/cases?q=" + ORDER).json().path("items").size();
    }

    private JsonNode dispute() {
        return as("lin").get("/api/cases/" + number + "/dispute").json();
    }

    private long booked(String account) {
        return dispute().path("book").valueStream().filter(line -> line.path("account").asString().equals(account)).mapToLong(line -> line.at("/amount/minor").asLong()).sum();
    }

    private void proofIsThere() {
        Visitor.Answer added = as("lin").upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "签收底单.png", "image/png", Photograph.png("SIGNED FOR BY THE RECEIVER"))));
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        String put = "{\"files\":[\"" + added.json().get(0).path("id").asString() + "\"],\"words\":\"快递底单\"}";
        assertThat(as("lin").put("/api/cases/" + number + "/dispute/items/DELIVERY_PROOF", put).status()).isEqualTo(204);
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

    private void paidByCard() {
        new ProviderTill(port).pays("stripe", PAYMENT, new Money(Stall.PRICE, "CNY"));
        stall.sells(ORDER, "令狐拒付", Stall.PRICE, "stripe");
        stall.tell("tracking", """
                {"eventId":"S-%1$s","carrier":"sf","waybill":"SF%1$s","code":"DELIVERED","at":"%2$s","place":"杭州","text":"已签收，签收人：本人"}
                """.formatted(ORDER, Stall.from(Duration.ofDays(-2))));
    }
}

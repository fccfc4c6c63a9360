package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no machine does at a marketplace waits for people in one place: a code from the shop's telephone, and money above what a call may give. */
@RoomTest
class MarketDeskJourney extends Journey {

    private static final Duration READ = Duration.ofSeconds(90);
    private final Bilingual both = new Bilingual(this, "zhao");

    @Test
    void aRefundIsGivenOnceTheLeadTypesInTheCodeFromTheShopsTelephone() {
        Visit zhao = comes("zhao", "/sandbox");
        String number = asked(zhao, "3500.00");
        both.looks(zhao, "sandbox-markets");
        waits(number, "code");
        zhao.open("/platforms?list=code");
        Locator waiting = zhao.item("li.platform-request", number);
        assertThat(waiting).containsText("¥3,500.00");
        assertThat(zhao.page().locator(".top-nav .count")).isVisible();
        both.looks(zhao, "platforms-code");
        types(waiting, "111111");
        until("another code is asked for", READ, () -> as("zhao").get("/api/platforms/requests?case=" + number).body().contains("验证码错误"));
        zhao.page().reload();
        assertThat(waiting).containsText("验证码错误");
        types(waiting, "246810");
        zhao.reads("已收下验证码，正在重新提交");
        isRefunded(number);
        assertThat(deeds(number)).containsExactly("GIVEN");
        zhao.open("/cases/" + number);
        assertThat(zhao.part("平台请求")).containsText("已办好");
        both.looks(zhao, "platforms-given");
        zhao.nothingWentWrong("401");
    }

    @Test
    void whatIsAboveACallIsGivenInTheSellersCentreAndRecordedHere() {
        Visit zhao = comes("zhao", "/sandbox");
        String number = asked(zhao, "12000.00");
        waits(number, "hand");
        zhao.open("/cases/" + number);
        assertThat(zhao.part("平台请求")).containsText("请在商家后台退款");
        zhao.open("/platforms");
        Locator waiting = zhao.item("li.platform-request", number);
        assertThat(waiting.getByText("办不了")).isVisible();
        both.looks(zhao, "platforms-hand");
        waiting.locator("textarea").first().fill("后台已退，流水 20261130-7");
        press(waiting, "已在商家后台办好");
        assertThat(waiting).hasCount(0);
        isRefunded(number);
        zhao.nothingWentWrong("401");
    }

    @Test
    void aBuyerAtThePlayedShopifyIsReadInTheHouse() {
        Visit zhao = comes("zhao", "/sandbox");
        zhao.page().locator(".ant-segmented-item").filter(new Locator.FilterOptions().setHasText("Verde Brasil")).click();
        Locator market = zhao.part("平台");
        press(market, "成交一笔");
        assertThat(market.locator("li").first()).containsText("已付款");
        String order = market.locator("li .number").first().textContent().replace("#", "");
        market.locator("li").first().getByText("接下来").click();
        zhao.page().locator(".world-menu").getByText("银行拒付").click();
        until("the bank's word is a case", READ, () -> as("zhao").get("/api/cases?q=" + order).body().contains("\"DISPUTE\""));
        zhao.picture("sandbox-shopify");
        zhao.nothingWentWrong("401");
    }

    /** A buyer at the played Taobao takes an order back that has not been sent; answers the case. */
    private String asked(Visit zhao, String yuan) {
        Locator market = zhao.part("平台");
        market.getByLabel("金额").fill(yuan);
        market.getByLabel("已发货").uncheck();
        press(market, "成交一笔");
        Locator trade = market.getByLabel("交易号");
        assertThat(trade).hasValue(Pattern.compile("38\\d+"));
        zhao.pick("买家的原因", "拍错 / 不想要");
        press(market, "买家申请");
        assertThat(market.locator("li").filter(new Locator.FilterOptions().setHasText(trade.inputValue()))).containsText("待商家同意");
        String tid = trade.inputValue();
        until("the refund is read", READ, () -> !as("lin").get("/api/cases?q=" + tid).json().path("items").isEmpty());
        return caseOf(tid);
    }

    private static void press(Locator part, String button) {
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private void waits(String number, String list) {
        until("a person is waited for", READ, () -> as("zhao").get("/api/platforms/requests?limit=100&list=" + list).body().contains(number));
    }

    private static void types(Locator waiting, String code) {
        waiting.getByLabel("短信验证码").last().fill(code);
        press(waiting, "提交验证码");
    }

    private void isRefunded(String number) {
        until("refunded", READ, () -> as("lin").get("/api/cases/" + number).json().at("/case/outcome").asString("").equals("REFUNDED"));
    }

    private List<String> deeds(String number) {
        Visitor.Answer asked = as("zhao").get("/api/platforms/requests?case=" + number);
        String matter = asked.json().path("items").path(0).path("matter").asString();
        return as("zhao").get("/sandbox/world/markets/deeds?name=" + matter).json().valueStream().map(deed -> deed.path("deed").asString()).toList();
    }
}

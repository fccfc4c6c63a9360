package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens beside the desk in both languages and two widths: words with the buyer, what legal judges, who waits, what arrives. */
@RoomTest
class SideScreensJourney extends Journey {

    private static final List<String> PEOPLE = List.of("lin", "gu", "he");
    private String language;
    private String number;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyScreenHolds(String language) {
        this.language = language;
        PEOPLE.forEach(login -> speaks(login, language));
        aBuyerWhoWrote();
        theConversation();
        theHeldMessages();
        theDoor();
    }

    @AfterEach
    void chineseAgain() {
        PEOPLE.forEach(login -> speaks(login, "zh-CN"));
    }

    private void speaks(String login, String language) {
        assertThat(as(login).put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }

    private void aBuyerWhoWrote() {
        String order = "SD" + (language.equals("en") ? "E" : "Z");
        Stall stall = new Stall(this, "side-screens", "SDS", "旁屏小铺");
        stall.sells(order, "诸葛小明");
        stall.asks(order, Duration.ofDays(3));
        number = caseOf(order);
        stall.tell("messages", """
                {"messageId":"M-%1$s","orderId":"%1$s","from":"BUYER","text":"什么时候能退款？","sentAt":"%2$s"}
                """.formatted(order, Stall.from(Duration.ZERO)));
    }

    private void theConversation() {
        Visit lin = stranger(1440);
        Inspection inspection = new Inspection(lin, language);
        lin.open("/cases/" + number);
        lin.enter("lin");
        assertThat(lin.page().locator(".timeline li").first()).isVisible();
        lin.keys("KeyR");
        Locator words = lin.page().locator("#compose-text");
        assertThat(words).isFocused();
        words.fill("给个好评，返现 5 元");
        assertThat(lin.page().locator(".verdict-BLOCK").first()).isVisible();
        assertThat(lin.page().locator(".compose button[type=submit]")).isDisabled();
        inspection.look("talk-blocked");
        words.fill("写评价送积分");
        assertThat(lin.page().locator(".verdict-LEGAL_REVIEW").first()).isVisible();
        lin.keys("Control+Enter");
        assertThat(lin.page().locator(".spoken-kept")).hasCount(1);
        words.fill("您好，我们今天内答复您。");
        assertThat(lin.page().locator(".compose .fine")).isVisible();
        lin.keys("Control+Enter");
        assertThat(lin.item(".spoken-OUT", "您好，我们今天内答复您。").locator(".tag-green")).hasCount(1);
        inspection.look("talk");
        lin.page().locator(".compose-templates select").first().selectOption(new SelectOption().setIndex(1));
        assertThat(words).not().hasValue("");
        inspection.look("talk-template");
        lin.open("/conversations");
        assertThat(lin.page().locator(".waiting, .state").first()).isVisible();
        inspection.look("waiting");
        inspection.nothingFound();
    }

    private void theHeldMessages() {
        Visit gu = stranger(1440);
        Inspection inspection = new Inspection(gu, language);
        gu.open("/held-messages");
        gu.enter("gu");
        Locator held = gu.page().locator(".held").filter(new Locator.FilterOptions().setHas(gu.page().locator("a", new Page.LocatorOptions().setHasText(number))));
        assertThat(held).hasCount(1);
        inspection.look("held");
        held.locator("textarea").fill("以积分换评价，不放行");
        held.locator(".held-acts button").first().click();
        assertThat(held).hasCount(0);
        inspection.nothingFound();
    }

    private void theDoor() {
        Visit he = stranger(1440);
        Inspection inspection = new Inspection(he, language);
        he.open("/receiving");
        he.enter("he");
        assertThat(he.page().locator("#scan")).isFocused();
        he.page().locator("#scan").fill("NOBODYS" + language);
        he.keys("Enter");
        assertThat(he.page().locator(".parcel-unknown")).isVisible();
        inspection.look("receiving-unknown");
        he.page().locator(".parcel-unknown button").click();
        assertThat(he.page().locator(".receiving-side li").filter(new Locator.FilterOptions().setHasText("NOBODYS" + language))).not().hasCount(0);
        assertThat(he.page().locator("#scan")).isFocused();
        inspection.look("receiving-recorded");
        inspection.nothingFound();
    }
}

package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newcomer takes the five-minute tour from the demo's door, leaves it, goes on later, and needs no mouse for it. */
@RoomTest
class TourJourney extends Journey {

    private static final int MOST_STOPS = 12;
    private Visit guest;

    @Test
    void anAgentsTourIsWalkedByKeyboardLeftAndTakenUpAgain() {
        Stall stall = new Stall(this, "tour", "TUR", "导览小铺");
        stall.sells("TR2611300001", "令狐小冲");
        stall.asks("TR2611300001", Duration.ofDays(2));
        taskOf(caseOf("TR2611300001"), "reviewRequest");
        begins("客服", "zh-CN");
        assertThat(card()).containsText("第 1 站");
        assertThat(card()).isFocused();
        guest.keys("ArrowRight");
        assertThat(card()).containsText("第 2 站");
        guest.keys("ArrowRight");
        assertThat(card()).containsText("每一单都写着“还剩多久”");
        assertThat(guest.page().locator(".tour-ring")).isVisible();
        guest.picture("tour-agent-list");
        guest.keys("ArrowRight");
        assertThat(card()).containsText("要判断的都在一张表里");
        guest.picture("tour-agent-form");
        guest.keys("Escape");
        assertThat(card()).hasCount(0);

        guest.open("/cases");
        assertThat(card()).hasCount(0);
        guest.page().locator(".person").click();
        guest.page().getByText("继续导览（第 4 站）").click();
        assertThat(card()).containsText("要判断的都在一张表里");
        guest.keys("ArrowLeft");
        assertThat(card()).containsText("每一单都写着“还剩多久”");
        walksToTheEnd("看完了");
        assertThat(guest.page().locator("h1")).hasText("沙箱");
        guest.nothingWentWrong("401");
    }

    @ParameterizedTest
    @CsvSource({"Process owner,owner", "Manager,manager", "Administrator,admin", "Warehouse,he", "Finance,xu"})
    void everybodyHasOne(String door, String login) {
        begins(door, "en");
        assertThat(card()).containsText("Stop 1 of");
        guest.picture("tour-" + login);
        walksToTheEnd("Done");
        guest.nothingWentWrong("401");
    }

    private void begins(String door, String language) {
        guest = stranger(1280);
        guest.open("/");
        assertThat(guest.page().locator(".login-tours button")).hasCount(6);
        if (language.equals("en")) {
            guest.press("English");
            assertThat(guest.page().locator("h1")).hasText("Sign in");
        }
        guest.page().locator(".login-tours").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(door).setExact(true)).click();
        assertThat(guest.page().locator("html")).hasAttribute("lang", language);
        assertThat(card()).isVisible();
    }

    /** Each stop says something of its own, and the last one ends it. */
    private void walksToTheEnd(String last) {
        String before = "";
        for (int stop = 0; stop < MOST_STOPS && card().count() == 1; stop++) {
            String title = card().locator("h2").textContent();
            assertThat(title).isNotEqualTo(before);
            before = title;
            boolean ends = card().getByText(last, new Locator.GetByTextOptions().setExact(true)).count() == 1;
            guest.keys("ArrowRight");
            if (ends) {
                assertThat(card()).hasCount(0);
                return;
            }
            guest.page().waitForFunction("old => document.querySelector('.tour-card h2')?.textContent !== old && document.querySelector('.tour-card')", title,
                    new Page.WaitForFunctionOptions().setTimeout(20_000));
        }
        throw new AssertionError("the tour does not end");
    }

    private Locator card() {
        return guest.page().locator(".tour-card");
    }

    @AfterEach
    void chineseAgain() {
        for (String login : new String[] {"owner", "manager", "admin", "he", "xu"}) {
            as(login).put("/api/session/language", "{\"language\":\"zh-CN\"}");
        }
    }
}

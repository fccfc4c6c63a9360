package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The warehouse door: parcels are scanned, counted and looked at on one screen. */
final class Dock {

    private final Visit he;

    /** Somebody of the warehouse stands at the receiving screen. */
    Dock(Visit he) {
        this.he = he;
    }

    /** Scans a parcel and each piece in it. */
    void counts(String waybill, String... pieces) {
        scansIn(waybill, pieces);
        he.picture("dock-counted");
        done(waybill, 1);
    }

    /** As well, and says in what state they are. */
    void countsAndGrades(String waybill, String grade, String... pieces) {
        scansIn(waybill, pieces);
        he.choose("成色", grade);
        he.picture("dock-graded");
        done(waybill, 1);
    }

    private void scansIn(String waybill, String... pieces) {
        opens(waybill, "收货清点");
        assertThat(he.page().locator(".task-form .big input").first()).isEditable();
        for (String piece : pieces) {
            scans(piece);
            assertThat(he.page().locator(".scan-fine")).isVisible();
        }
        assertThat(he.page().locator(".scan-fine")).containsText("已全部清点");
    }

    /** Scans the parcel again and finds nothing wrong with what was in it. */
    void findsIntact(String waybill) {
        opens(waybill, "验货");
        he.page().getByLabel("完好，没有异常").check();
        he.picture("dock-inspected");
        done(waybill, 2);
    }

    /** Scans the parcel again: it was opened, and this serial stands on what was in it. */
    void findsOpened(String waybill, String serial) {
        opens(waybill, "验货");
        he.page().getByLabel("拆开查看过，商品完整").check();
        he.page().getByLabel("实物序列号").fill(serial);
        he.picture("dock-opened");
        done(waybill, 2);
    }

    private void opens(String waybill, String title) {
        assertThat(he.page().locator("#scan")).isVisible();
        scans(waybill);
        assertThat(he.page().locator(".receiving-work .case-head h2")).hasText(title);
        assertThat(he.button("放回")).isVisible();
        assertThat(he.page().locator(".task-form-readonly")).hasCount(0);
        assertThat(he.page().locator(".task-form .fjs-powered-by")).isVisible();
    }

    void scans(String code) {
        he.page().locator("#scan").fill(code);
        he.page().locator("#scan").press("Enter");
    }

    private void done(String waybill, int times) {
        he.press("完成");
        assertThat(he.part("本次已处理").locator("li").filter(new Locator.FilterOptions().setHasText(waybill))).hasCount(times);
        assertThat(he.page().locator("#scan")).isFocused();
    }
}

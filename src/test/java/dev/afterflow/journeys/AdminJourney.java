package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Authenticator;
import dev.afterflow.security.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator opens the house for somebody new, connects a partner, and finds it all in the audit; the newcomer logs in with a code. */
@RoomTest
class AdminJourney extends Journey {

    private static final String SHOP = "admin-journey";
    private static final String PASSWORD = "a password of mine";

    @BeforeEach
    void aShopOfItsOwn() {
        if (shops.find(SHOP).isEmpty()) {
            shops.open(new Shop(SHOP, "ADJY", "管理小铺", "管理", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        }
    }

    @Test
    void aHouseIsOpenedForSomebodyNew() {
        Visit admin = comes("admin", "/admin");
        String link = addsAPerson(admin);
        makesAKey(admin);
        connectsTheWarehouse(admin);
        changesTheCalendar(admin);
        findsItInTheAudit(admin);
        admin.nothingWentWrong("401");
        theNewcomerLogsInWithACode(link);
    }

    private String addsAPerson(Visit admin) {
        admin.press("添加人员");
        admin.page().locator("#person-login").fill("newcomer");
        admin.page().locator("#person-name").fill("夏新人");
        tick(admin, "组长");
        tick(admin, "属于全部店铺，包括以后新开的");
        tick(admin, "售后主管组");
        admin.press("添加并生成邀请链接");
        String link = admin.page().locator("code[data-once]").textContent();
        assertThat(link).contains("/invitation#");
        admin.picture("admin-invitation");
        admin.press("我已记下");
        assertThat(row(admin, "newcomer")).containsText("售后主管组");
        return link.substring(link.indexOf("/invitation"));
    }

    private void makesAKey(Visit admin) {
        admin.follow("接口密钥");
        admin.press("新建密钥");
        admin.page().locator("#key-name").fill("ERP of the journey");
        tick(admin, "管理小铺");
        tick(admin, "订单");
        admin.press("生成密钥");
        assertThat(admin.page().locator("code[data-once]")).containsText("afk_");
        admin.press("我已记下");
        assertThat(row(admin, "ERP of the journey")).containsText("从未");
    }

    private void connectsTheWarehouse(Visit admin) {
        admin.open("/admin?tab=connections&shop=" + SHOP);
        Locator card = admin.part("仓库系统");
        card.locator("#warehouse-url").fill("http://127.0.0.1:" + port + "/sandbox/warehouse");
        card.locator("#warehouse-secret").fill("warehouse-demo-secret");
        inside(card, "保存").click();
        inside(card, "测试连接").click();
        assertThat(card.getByRole(AriaRole.STATUS)).containsText("连接正常");
        assertThat(card.locator("#warehouse-secret")).hasValue("");
        assertThat(card).containsText("…cret");
        admin.picture("admin-connection-tested");
    }

    private void changesTheCalendar(Visit admin) {
        admin.follow("日历");
        Locator days = admin.part("本店的特殊日子");
        inside(days, "添加一天").click();
        days.locator("input[type=date]").last().fill("2027-03-08");
        days.locator(".plain-input").last().fill("店庆");
        admin.press("保存");
        admin.reads("已保存");
        admin.page().reload();
        assertThat(admin.part("本店的特殊日子").locator("input[type=date]").last()).hasValue("2027-03-08");
    }

    private void findsItInTheAudit(Visit admin) {
        admin.follow("操作审计");
        Page page = admin.page();
        page.locator(".audit-ask select").first().selectOption(SHOP);
        admin.press("查询");
        assertThat(page.locator(".audit tbody tr").filter(new Locator.FilterOptions().setHasText("修改日历"))).not().hasCount(0);
        assertThat(page.locator(".audit tbody tr").filter(new Locator.FilterOptions().setHasText("测试连接"))).not().hasCount(0);
        assertThat(page.locator(".audit")).not().containsText("warehouse-demo-secret");
        page.locator(".chain-check select").selectOption(SHOP);
        admin.press("核对审计链");
        assertThat(page.locator(".chain-check [role=status]")).containsText("完好");
        admin.picture("admin-audit");
    }

    private void theNewcomerLogsInWithACode(String link) {
        Visit newcomer = stranger(1280);
        newcomer.open(link);
        newcomer.reads("欢迎，夏新人");
        newcomer.page().locator("#new-password").fill(PASSWORD);
        newcomer.page().locator("#again").fill(PASSWORD);
        newcomer.press("设置密码");
        newcomer.reads("密码已设置");
        newcomer.open("/");
        signsIn(newcomer);
        Authenticator app = setsUpAFactor(newcomer);
        newcomer.page().locator(".person").click();
        newcomer.page().getByText("退出登录").click();
        signsIn(newcomer);
        newcomer.page().locator("#code").fill(app.code(1));
        newcomer.picture("login-code");
        newcomer.page().locator(".code-field button[type=submit]").click();
        assertThat(newcomer.page().locator(".top .person")).containsText("夏新人");
        newcomer.nothingWentWrong("401");
    }

    private Authenticator setsUpAFactor(Visit newcomer) {
        newcomer.page().locator(".top .person").click();
        newcomer.page().getByText("二次验证").first().click();
        Locator secret = newcomer.page().locator("code[data-secret]");
        assertThat(newcomer.page().locator(".factor-picture svg")).isVisible();
        Authenticator app = new Authenticator(secret.textContent().replace(" ", ""));
        newcomer.picture("factor-set-up");
        newcomer.page().locator("#code").fill(app.code(0));
        newcomer.press("启用");
        assertThat(newcomer.page().locator(".recovery li")).hasCount(10);
        newcomer.picture("factor-recovery");
        newcomer.press("我已保存");
        return app;
    }

    private static void signsIn(Visit visit) {
        visit.page().locator("#login").fill("newcomer");
        visit.page().locator("#password").fill(PASSWORD);
        visit.page().locator(".login-form button[type=submit]").click();
        assertThat(visit.page().locator(".top .person, #code").first()).isVisible();
    }

    private static void tick(Visit visit, String label) {
        visit.page().locator(".ant-modal label.box").filter(new Locator.FilterOptions().setHasText(label)).first().locator("input").check();
    }

    private static Locator row(Visit visit, String words) {
        return visit.page().locator(".table tbody tr").filter(new Locator.FilterOptions().setHasText(words)).first();
    }

    private static Locator inside(Locator part, String button) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).last();
    }
}

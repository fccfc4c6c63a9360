package dev.afterflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one browser: what the console, the content policy and the network had to complain about is told at the end. */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    Visit(String home) {
        this(home, 1440);
    }

    Visit(String home, int width) {
        this.home = home;
        this.context = Browsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(width, 900)
                .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().matches("(data|blob):.*")) {
                complaints.add("request elsewhere: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(home + path);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    Locator text(String words) {
        return page.getByText(words).first();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** What the browser complained about so far, except what the story expects (a refused login is an error to the console). */
    void nothingWentWrong(String... expected) {
        List<String> left = complaints.stream().filter(complaint -> List.of(expected).stream().noneMatch(complaint::contains))
                .toList();
        assertThat(left).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}

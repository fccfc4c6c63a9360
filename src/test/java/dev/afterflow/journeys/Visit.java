package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One person at one browser: what the console, the content policy and the network had to complain about is told at the end. */
final class Visit implements AutoCloseable {

    private static final int LONGEST_LIST = 300;
    private static final int PATIENCE = 30_000;
    private static final String POLICY = "document.addEventListener('securitypolicyviolation',"
            + " fault => console.error('CSP ' + fault.violatedDirective + ' ' + fault.blockedURI))";

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
        this.context.addInitScript(POLICY);
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().matches("(data|blob):.*")) {
                complaints.add("request elsewhere: " + request.url());
            }
        });
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " " + message.location());
        }
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(home + path);
    }

    /** Signs in as one of the demo's people by clicking them; ends where the address wanted to go. */
    void enter(String login) {
        page.locator(".login-demo li button").filter(new Locator.FilterOptions().setHas(page.locator("code").getByText(login,
                new Locator.GetByTextOptions().setExact(true)))).click();
        page.locator(".login-form button[type=submit]").click();
        assertThat(page.locator(".top .person")).isVisible();
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
    }

    Locator text(String words) {
        return page.getByText(words).first();
    }

    /** A section of the page by the name it has for screen readers. */
    Locator part(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** The one entry of a list that tells this. */
    Locator item(String kind, String words) {
        return page.locator(kind).filter(new Locator.FilterOptions().setHasText(words));
    }

    void reads(String words) {
        assertThat(text(words)).isVisible();
    }

    /** A question of the task's form with its label, its help and its fault. */
    Locator field(String label) {
        return page.locator(".fjs-form-field").filter(new Locator.FilterOptions().setHas(page.locator(".fjs-form-field-label")
                .filter(new Locator.FilterOptions().setHasText(label)))).last();
    }

    /** Opens a list in the task's form and takes one of its answers. */
    void choose(String label, String option) {
        if (field(label).locator(".fjs-dropdownlist-item").count() == 0) {
            field(label).locator(".fjs-input-group").click();
        }
        field(label).locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).click();
        assertThat(field(label).locator(".fjs-select-display")).hasText(option);
    }

    /** Opens a list of a dialog and takes one of its answers, found by typing where a list takes words; a list before it has closed by then. */
    void pick(String label, String option) {
        Locator open = page.locator(".ant-select-dropdown:visible");
        assertThat(open).hasCount(0);
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.click();
        if (field.isEditable()) {
            field.fill(option);
        }
        open.locator(".ant-select-item-option-content").getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(open).hasCount(0);
    }

    void keys(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** A key as a Chinese input method reports it: the letter is hidden, only its place on the keyboard is told. */
    void imeKey(String code) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "rawKeyDown");
        event.addProperty("key", "Process");
        event.addProperty("code", code);
        event.addProperty("windowsVirtualKeyCode", 229);
        context.newCDPSession(page).send("Input.dispatchKeyEvent", event);
    }

    /** A picture copied elsewhere, pasted with the keyboard. */
    void pastes(byte[] png) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("""
                async base64 => { const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
                  await navigator.clipboard.write([new ClipboardItem({'image/png': new Blob([bytes], {type: 'image/png'})})]); }
                """, Base64.getEncoder().encodeToString(png));
        keys("Control+KeyV");
    }

    /** A file from the desktop, carried over this place and, as the last of {@code acts}, let go there. */
    void drags(Path file, Locator over, String... acts) {
        BoundingBox box = over.boundingBox();
        JsonArray files = new JsonArray();
        files.add(file.toAbsolutePath().toString());
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        CDPSession hand = context.newCDPSession(page);
        for (String act : acts) {
            JsonObject event = new JsonObject();
            event.addProperty("type", act);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            hand.send("Input.dispatchDragEvent", event);
        }
    }

    Locator rows() {
        return page.locator("#task-list [role=option]");
    }

    Locator row(String caseNumber) {
        return rows().filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    Locator chosenRow() {
        return page.locator("#task-list [role=option][aria-selected=true]");
    }

    /** Walks down the list with J until this case is the chosen one. */
    void walkTo(String caseNumber) {
        assertThat(rows().first()).isVisible();
        for (int step = 0; step < LONGEST_LIST; step++) {
            if (chosenRow().count() == 1 && chosenRow().textContent().contains(caseNumber)) {
                return;
            }
            String before = page.url();
            keys("KeyJ");
            page.waitForURL(url -> !url.equals(before));
            assertThat(chosenRow()).hasCount(1);
        }
        throw new AssertionError(caseNumber + " is not in the list");
    }

    /** From the list into the form by keyboard; the next key goes to its first field. */
    void stepsIntoTheForm() {
        keys("Escape", "Enter");
        assertThat(page.locator(".task-form :focus")).hasCount(1);
    }

    /** Until what has just been drawn hears keys too: a list shows itself a moment before it listens. */
    void listens() {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** The mark that bpmn.io's licence asks for is seen, and nothing lies over it. */
    void showsWatermark(String mark) {
        Locator sign = page.locator(mark).first();
        sign.scrollIntoViewIfNeeded();
        BoundingBox box = sign.boundingBox();
        Object seen = page.evaluate("([mark, x, y]) => document.elementFromPoint(x, y)?.closest(mark) !== null",
                List.of(mark, box.x + box.width / 2, box.y + box.height / 2));
        assertThat(seen).as(mark).isEqualTo(true);
        assertThat(box.width * box.height).as(mark).isGreaterThan(100);
    }

    /** What the browser complained about so far, except what the story expects (a refused login is an error to the console). */
    void nothingWentWrong(String... expected) {
        assertThat(complaints(expected)).isEmpty();
    }

    List<String> complaints(String... expected) {
        return complaints.stream().filter(complaint -> List.of(expected).stream().noneMatch(complaint::contains)).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}

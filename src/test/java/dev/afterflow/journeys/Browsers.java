package dev.afterflow.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Finds the machine's Chromium and starts it once a run; without one the journeys are skipped, or fail where required. */
final class Browsers {

    private static final Path DRIVER = Path.of("target", "playwright").toAbsolutePath();
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static Browser browser;

    private Browsers() {
    }

    static synchronized Browser chromium() {
        if (browser == null) {
            Path program = program().orElseGet(Browsers::none);
            provideDriver();
            browser = Playwright.create().chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        }
        return browser;
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("CHROMIUM_PATH")), USUAL_PLACES.stream()).filter(Objects::nonNull)
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Path none() {
        String line = "No Chromium found (CHROMIUM_PATH or the usual places): the browser journeys were not run.";
        if ("required".equals(System.getProperty("browser"))) {
            Assertions.fail(line);
        }
        System.out.println(line);
        Assumptions.abort(line);
        throw new IllegalStateException(line);
    }

    /** Lays the web app's playwright-core and the machine's node where the Java side looks for its driver. */
    private static void provideDriver() {
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        try {
            Files.createDirectories(DRIVER);
            link(DRIVER.resolve("package"), Path.of("src/main/frontend/node_modules/playwright-core").toAbsolutePath());
            link(DRIVER.resolve("node"), node());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path name, Path target) throws IOException {
        Files.deleteIfExists(name);
        Files.createSymbolicLink(name, target);
    }

    private static Path node() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException("node is not on the PATH"));
    }
}

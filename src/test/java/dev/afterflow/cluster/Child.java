package dev.afterflow.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the cluster's own. It ends with this JVM, however that ends; signals reach it and nobody else. */
final class Child implements AutoCloseable {

    /** Ends the child when our end of its input closes, and answers the child's own exit code. */
    private static final String WARDEN = """
            exec 3<&0
            "$@" < /dev/null 3<&- &
            child=$!
            echo $child > "$0.new" && mv "$0.new" "$0"
            (read -r _ <&3; kill -KILL $child 2>/dev/null) > /dev/null 2>&1 &
            warden=$!
            exec 3<&-
            wait $child
            code=$?
            kill $warden 2>/dev/null
            exit $code
            """;

    private final Process warden;
    private final long pid;

    private Child(Process warden, long pid) {
        this.warden = warden;
        this.pid = pid;
    }

    /** Starts the command; its output is added to {@code log}. */
    static Child start(List<String> command, Path log) {
        Path pidFile = log.resolveSibling(log.getFileName() + ".pid");
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", WARDEN, pidFile.toString()));
        guarded.addAll(command);
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(pidFile);
            File out = log.toFile();
            Process warden = new ProcessBuilder(guarded).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(out)).start();
            Patience.until(log + " has begun", Duration.ofSeconds(10), () -> Files.exists(pidFile));
            return new Child(warden, Long.parseLong(Files.readString(pidFile).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return pid;
    }

    /** True until the process has ended and was waited for: until then its number belongs to nobody else. */
    boolean alive() {
        return warden.isAlive();
    }

    /** Sends a signal by its name, such as {@code KILL}, {@code STOP} or {@code CONT}. */
    void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code, 137 for one that was killed. */
    int awaitEnd(Duration longest) {
        try {
            if (!warden.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Process " + pid + " has not ended after " + longest);
            }
            return warden.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it, whether it runs or is stopped. */
    @Override
    public void close() {
        signal("KILL");
        awaitEnd(Duration.ofSeconds(10));
    }
}

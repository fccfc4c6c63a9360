package dev.afterflow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the embedded server: says who holds it, of which version it is, and clears what a killed application left. */
class DataFolder {

    static final String MAJOR = "17";
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final long STOP_SECONDS = 30;

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Leaves the folder free to start on, or refuses with the way out. */
    void makeReady() {
        refuseOtherVersion();
        refuseOtherHolder();
        clearOrphan();
    }

    private void refuseOtherVersion() {
        Path file = folder.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String found = read(file);
        if (!found.equals(MAJOR)) {
            throw new DatabaseRefused(
                    "The data folder " + folder + " was written by PostgreSQL " + found + "; this version needs " + MAJOR + ".",
                    "Start the version of Afterflow that wrote it, take a dump with pg_dump, start this version with another "
                            + "folder (AFTERFLOW_DATA=<folder>) and restore the dump there. Nothing in the folder was changed.");
        }
    }

    private void refuseOtherHolder() {
        Path lock = folder.resolve("epg-lock");
        if (!Files.exists(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
            if (held == null) {
                throw inUse();
            }
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseRefused inUse() {
        return new DatabaseRefused("Another Afterflow is running on the data folder " + folder + ".",
                "Use that one, stop it first, or start this one with another folder: AFTERFLOW_DATA=<folder>.");
    }

    /** A killed application leaves its server running or a pid file lying about; both would block the start. */
    private void clearOrphan() {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(read(pidFile).lines().findFirst().orElse("0").strip());
        ProcessHandle.of(pid).filter(DataFolder::isPostgres).ifPresent(this::stop);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.matches(".*[/\\\\]postgres(\\.exe)?")).orElse(false);
    }

    private void stop(ProcessHandle server) {
        LOG.info("A killed Afterflow left its PostgreSQL (pid {}) running; stopping it", server.pid());
        server.destroy();
        try {
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new DatabaseRefused("The PostgreSQL left over on " + folder + " (pid " + server.pid() + ") does not stop.",
                    "End that process, then start again.", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.afterflow.database;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder of evidence: files under random names that never change, so a copy needs no lock. */
class EvidenceFiles {

    private static final String FOLDER = "evidence";
    private static final String LIST = "evidence.sha256";
    /** What is still being received lies elsewhere. */
    private static final String KEPT = "[0-9a-f]{2}/[0-9a-f-]{36}";

    private final Path home;

    EvidenceFiles(Path home) {
        this.home = home;
    }

    Manifest.Evidence copyTo(Path folder, Consumer<Backup.Progress> progress) throws IOException {
        List<String> names = names();
        long bytes = 0;
        long done = 0;
        try (BufferedWriter list = Files.newBufferedWriter(folder.resolve(LIST))) {
            for (String name : names) {
                progress.accept(new Backup.Progress("files", done++, names.size()));
                Path copy = folder.resolve(FOLDER).resolve(name);
                Files.createDirectories(copy.getParent());
                try {
                    Files.copy(home.resolve(name), copy);
                } catch (NoSuchFileException erased) {
                    continue;
                }
                bytes += Files.size(copy);
                list.write(Manifest.sha256(copy) + "  " + name + "\n");
            }
        }
        long kept = Files.readAllLines(folder.resolve(LIST)).size();
        return new Manifest.Evidence(LIST, kept, bytes, Manifest.sha256(folder.resolve(LIST)));
    }

    /** Checks every file of a backup against the list. */
    static void verify(Path folder, Manifest.Evidence told) throws IOException {
        Restore.demandSame(folder.resolve(told.list()), told.sha256());
        for (String line : Files.readAllLines(folder.resolve(told.list()))) {
            Restore.demandSame(folder.resolve(FOLDER).resolve(line.substring(66)), line.substring(0, 64));
        }
    }

    /** Puts the files of a backup where they are looked for. */
    void takeFrom(Path folder, Manifest.Evidence told) throws IOException {
        for (String line : Files.readAllLines(folder.resolve(told.list()))) {
            Path place = home.resolve(line.substring(66));
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.copy(folder.resolve(FOLDER).resolve(line.substring(66)), place);
            }
        }
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home, 2)) {
            return files.filter(Files::isRegularFile).map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.matches(KEPT)).sorted().toList();
        }
    }
}

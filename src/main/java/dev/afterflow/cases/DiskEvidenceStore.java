package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Evidence in a folder: written beside, forced to the disk, then moved to its random name; some space is always left free. */
@Component
class DiskEvidenceStore implements EvidenceStore {

    private static final Logger LOG = LoggerFactory.getLogger(DiskEvidenceStore.class);

    private static final String DESK = "desk";

    private final Path folder;
    private final long reserve;

    DiskEvidenceStore(@Value("${afterflow.data}/evidence") Path folder,
                      @Value("${afterflow.cases.evidence-reserve:256MB}") DataSize reserve) {
        this.folder = folder.toAbsolutePath().normalize();
        this.reserve = reserve.toBytes();
    }

    @Override
    public String put(InputStream content) throws IOException {
        Path beside = desk();
        try {
            write(content, beside);
            String key = UUID.randomUUID().toString();
            Path place = place(key);
            Files.createDirectories(place.getParent());
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            force(place.getParent());
            return key;
        } catch (FileSystemException full) {
            throw room(full);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public Resource open(String key) {
        return new FileSystemResource(place(key));
    }

    @Override
    public void forget(String key) {
        try {
            Files.deleteIfExists(place(key));
        } catch (IOException stays) {
            LOG.warn("evidence {} could not be removed", key, stays);
        }
    }

    @Override
    public Path desk() throws IOException {
        Path desk = Files.createDirectories(folder.resolve(DESK));
        if (Files.getFileStore(desk).getUsableSpace() < reserve) {
            throw full();
        }
        return desk.resolve(UUID.randomUUID().toString());
    }

    /** What a killed process left half received is nobody's. */
    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1M")
    void clearDesk() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (Stream<Path> left = Files.list(Files.createDirectories(folder.resolve(DESK)))) {
            left.forEach(file -> clear(file, yesterday));
        }
    }

    private static void clear(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            LOG.warn("{} could not be removed", file, stays);
        }
    }

    private Path place(String key) {
        UUID checked = UUID.fromString(key);
        return folder.resolve(key.substring(0, 2)).resolve(checked.toString());
    }

    private static void write(InputStream content, Path to) throws IOException {
        try (FileOutputStream out = new FileOutputStream(to.toFile())) {
            content.transferTo(out);
            out.getFD().sync();
        } catch (IOException failed) {
            throw room(failed);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    private static RuntimeException room(IOException failed) throws IOException {
        if (String.valueOf(failed.getMessage()).contains("No space left") || String.valueOf(failed.getMessage()).contains("quota")) {
            return full();
        }
        throw failed;
    }

    private static Problem full() {
        return Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "cases.storeFull", "证据存储空间已满，请联系管理员",
                "The evidence store is full; tell an administrator");
    }
}

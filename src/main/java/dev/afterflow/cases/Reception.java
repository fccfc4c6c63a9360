package dev.afterflow.cases;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.security.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Receives an uploaded file: measures, sniffs, draws pictures anew and puts it into the store. */
@Component
class Reception {

    private static final long MOST_PIXELS = 40_000_000;
    private final EvidenceStore store;
    private final Sniffer sniffer;
    private final Pictures pictures;

    Reception(EvidenceStore store, Sniffer sniffer, Pictures pictures) {
        this.store = store;
        this.sniffer = sniffer;
        this.pictures = pictures;
    }

    /** 413 too large, 415 not what may be evidence, 422 broken rule, 507 store full. */
    Received receive(MultipartFile file) {
        String name = FileNames.checked(file.getOriginalFilename());
        demandSize(name, file.getSize());
        try {
            Path beside = store.desk();
            try {
                String sha256 = copy(file, beside);
                return kept(beside, name, sha256);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Received kept(Path file, String name, String sha256) throws IOException {
        FileKind kind = sniffer.sniff(file, name);
        if (kind.picture()) {
            return picture(drawn(file, kind), name, sha256);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new Received(name, kind.type(), Files.size(file), sha256, null, null, null, store.put(content), null, store);
        }
    }

    private Pictures.Drawn drawn(Path file, FileKind kind) throws IOException {
        try {
            return pictures.draw(new FileSystemResource(file), kind.type(), MOST_PIXELS);
        } catch (Pictures.Refused refused) {
            throw refused.isTooLarge() ? Problem.invalid("file", "pixels", "图片最多 4000 万像素，每边最多 3 万像素",
                    "A picture has at most 40 million pixels and 30,000 a side") : Sniffer.unsupported("picture", "图片无法读取", "The picture cannot be read");
        }
    }

    private Received picture(Pictures.Drawn drawn, String name, String sha256) throws IOException {
        String content = store.put(new ByteArrayInputStream(drawn.content()));
        String thumbnail = store.put(new ByteArrayInputStream(drawn.thumbnail()));
        return new Received(FileNames.ending(name, drawn.ending()), drawn.type(), drawn.content().length, sha256, drawn.width(),
                drawn.height(), drawn.taken(), content, thumbnail, store);
    }

    private static void demandSize(String name, long size) {
        if (size == 0) {
            throw Problem.invalid("file", "empty", "文件是空的", "The file is empty");
        }
        long limit = FileKind.named(name).map(FileKind::limit).orElse(Long.MAX_VALUE);
        if (size > limit) {
            throw Problem.tooLarge(limit);
        }
    }

    private static String copy(MultipartFile file, Path to) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in = file.getInputStream();
             DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

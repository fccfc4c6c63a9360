package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out what a file is by its bytes: they must say what its ending says, from the first byte on, and hide no archive. */
@Component
class Sniffer {

    private static final Set<String> HEIC = Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");
    private static final Set<String> MP4 = Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime");
    /** Major brands of MP4; Tika calls all but two of them QuickTime. */
    private static final Set<String> MP4_BRANDS = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1",
            "dash", "MSNV", "M4V ", "mmp4");
    /** Text has no magic; GB 18030 looks like bytes. It is read as text below. */
    private static final Set<String> UNMARKED = Set.of("text/plain", "application/octet-stream");
    private static final Pattern ACTIVE_PDF = Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\\b");
    /** The record that ends a ZIP, followed by a comment of at most 65,535 bytes. */
    private static final String ARCHIVE_END = "PK\u0005\u0006";
    private static final int ARCHIVE_TAIL = 66_000;

    private final Tika tika = new Tika();

    /** The kind of the file; 415 when name and bytes disagree, are of no allowed kind, or are two things at once. */
    FileKind sniff(Path file, String name) throws IOException {
        FileKind kind = FileKind.named(name).orElseThrow(() -> unsupported("ending", "只接受 jpg、png、webp、heic、mp4、pdf、txt",
                "Only jpg, png, webp, heic, mp4, pdf and txt are taken"));
        if (!says(kind, magic(file)) || kind == FileKind.MP4 && !MP4_BRANDS.contains(brand(file))) {
            throw unsupported("magic", "文件内容与扩展名不符", "The file's content is not what its name says");
        }
        if (kind == FileKind.TEXT) {
            demandText(file);
        } else if (kind == FileKind.PDF) {
            demandQuietPdf(file);
        }
        if (!kind.picture() && endsAsArchive(file)) {
            throw unsupported("archive", "文件中夹带压缩包", "The file hides an archive");
        }
        return kind;
    }

    private String magic(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return tika.detect(in);
        }
    }

    private static String brand(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(8);
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean says(FileKind kind, String magic) {
        return switch (kind) {
            case HEIC -> HEIC.contains(magic);
            case MP4 -> MP4.contains(magic);
            case TEXT -> UNMARKED.contains(magic);
            default -> kind.type().equals(magic);
        };
    }

    /** UTF-8 or GB 18030, without NUL and other control characters. */
    private static void demandText(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                throw unsupported("magic", "文本中有控制字符", "The text holds control characters");
            }
        }
        if (!decodes(bytes, StandardCharsets.UTF_8) && !decodes(bytes, Charset.forName("GB18030"))) {
            throw unsupported("magic", "文本编码须为 UTF-8 或 GB 18030", "Text must be UTF-8 or GB 18030");
        }
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static void demandQuietPdf(Path file) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!bytes.startsWith("%PDF-")) {
            throw unsupported("magic", "文件内容与扩展名不符", "The file's content is not what its name says");
        }
        if (ACTIVE_PDF.matcher(bytes).find()) {
            throw unsupported("activePdf", "PDF 中有脚本或附件", "The PDF holds scripts or files");
        }
    }

    private static boolean endsAsArchive(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(open.length(), ARCHIVE_TAIL)];
            open.seek(open.length() - tail.length);
            open.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains(ARCHIVE_END);
        }
    }

    static Problem unsupported(String rule, String zh, String en) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "cases.fileRefused", zh, en).with("field", "file").with("rule", rule);
    }
}

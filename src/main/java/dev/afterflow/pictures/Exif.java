package dev.afterflow.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.IntFunction;
import org.springframework.core.io.Resource;

/** What a camera wrote into a picture, read before it goes: how it was held, and the time of its own clock or null. Whoever sends a picture can change both. */
record Exif(Orientation held, LocalDateTime taken) {

    private static final Exif NOTHING = new Exif(Orientation.UPRIGHT, null);
    private static final int HEAD = 128 * 1024;
    private static final int HELD = 0x0112;
    private static final int MORE = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int TAKEN_LENGTH = 19;
    private static final int FIRST_CAMERAS = 1990;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static Exif of(Resource picture, String type) throws IOException {
        if (!type.equals(Pictures.JPEG)) {
            return NOTHING;
        }
        try (InputStream in = picture.getInputStream()) {
            return read(ByteBuffer.wrap(in.readNBytes(HEAD)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return NOTHING;
        }
    }

    /** Walks the segments of a JPEG to APP1 with EXIF. */
    private static Exif read(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.getShort(at) & 0xFF00) == 0xFF00 && (jpeg.get(at + 1) & 0xFF) != 0xDA) {
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if ((jpeg.get(at + 1) & 0xFF) == 0xE1 && jpeg.slice(at + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                return fromTiff(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return NOTHING;
    }

    private static Exif fromTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        Integer held = entry(tiff, first, HELD, at -> (int) tiff.getShort(at + 8));
        return new Exif(Orientation.of(held), taken(tiff, first));
    }

    /** A time that is broken or before there were such cameras is none; so the picture stays upright whatever else is wrong. */
    private static LocalDateTime taken(ByteBuffer tiff, int first) {
        try {
            Integer more = entry(tiff, first, MORE, at -> tiff.getInt(at + 8));
            Integer where = more == null ? null : entry(tiff, more, TAKEN, at -> tiff.getInt(at + 8));
            if (where == null) {
                return null;
            }
            byte[] text = new byte[TAKEN_LENGTH];
            tiff.get(where, text);
            LocalDateTime taken = LocalDateTime.parse(new String(text, StandardCharsets.ISO_8859_1), CLOCK);
            return taken.getYear() < FIRST_CAMERAS ? null : taken;
        } catch (IndexOutOfBoundsException | DateTimeException broken) {
            return null;
        }
    }

    private static Integer entry(ByteBuffer tiff, int directory, int tag, IntFunction<Integer> value) {
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if ((tiff.getShort(at) & 0xFFFF) == tag) {
                return value.apply(at);
            }
        }
        return null;
    }
}

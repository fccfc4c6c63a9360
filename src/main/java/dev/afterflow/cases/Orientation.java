package dev.afterflow.cases;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held, EXIF values 1 to 8: a picture is turned upright before its metadata goes. */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int HEAD = 128 * 1024;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static Orientation of(Path file, FileKind kind) throws IOException {
        if (kind != FileKind.JPEG) {
            return UPRIGHT;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(ByteBuffer.wrap(in.readNBytes(HEAD)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    BufferedImage turn(BufferedImage picture) {
        if (value == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = value >= 5;
        return Pictures.drawn(picture, lying ? height : width, lying ? width : height, how(width, height),
                picture.getColorModel().hasAlpha());
    }

    private AffineTransform how(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Walks the segments of a JPEG to APP1 with EXIF. */
    private static Orientation read(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.getShort(at) & 0xFF00) == 0xFF00 && (jpeg.get(at + 1) & 0xFF) != 0xDA) {
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if ((jpeg.get(at + 1) & 0xFF) == 0xE1 && jpeg.slice(at + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                return fromTiff(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation fromTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}

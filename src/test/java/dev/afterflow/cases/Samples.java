package dev.afterflow.cases;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as buyers send them, and as attackers do. */
public final class Samples {

    private Samples() {
    }

    /** Left half red, right half blue. */
    static byte[] jpeg(int width, int height) {
        return picture(width, height, BufferedImage.TYPE_INT_RGB, "jpeg");
    }

    static byte[] png(int width, int height) {
        return picture(width, height, BufferedImage.TYPE_INT_ARGB, "png");
    }

    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** A JPEG that says how the camera was held and where it was. */
    static byte[] jpegFromACamera(int orientation, String secretPlace) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 + 4);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return withExif(joined(tiff.array(), secretPlace.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] withExif(byte[] tiff) {
        byte[] exif = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff);
        ByteBuffer head = ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
        byte[] plain = jpeg(40, 20);
        return joined(Arrays.copyOf(plain, 2), head.array(), exif, Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A JPEG whose camera wrote down this time, as {@code 2026:11:28 14:02:31}. */
    public static byte[] jpegTakenAt(String clock) {
        byte[] text = (clock + "\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + 2 + 12 + 4 + text.length);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(0)
                .putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(text.length).putInt(44).putInt(0).put(text);
        return withExif(tiff.array());
    }

    /** A PNG of a few bytes that claims this size. */
    static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.ISO_8859_1)).putInt(width).putInt(height)
                .put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0).array();
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] real = png(1, 1);
        return joined(Arrays.copyOf(real, 8), ByteBuffer.allocate(4).putInt(13).array(), header,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array(), Arrays.copyOfRange(real, 33, real.length));
    }

    static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] pdfWithScript() {
        return "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] mp4() {
        return media("isom");
    }

    static byte[] heic() {
        return media("heic");
    }

    static byte[] svg() {
        return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] html() {
        return "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] text() {
        return "买家说：箱子破了，里面少了一件。\n".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../evil.sh"));
            zip.write("rm -rf".getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] media(String brand) {
        byte[] box = ("ftyp" + brand + "\0\0\2\0" + brand + "mif1mp41").getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = new byte[2000];
        return joined(ByteBuffer.allocate(4).putInt(box.length + 4).array(), box, ByteBuffer.allocate(4).putInt(data.length + 8).array(),
                "mdat".getBytes(StandardCharsets.ISO_8859_1), data);
    }

    private static byte[] picture(int width, int height, int type, String format) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}

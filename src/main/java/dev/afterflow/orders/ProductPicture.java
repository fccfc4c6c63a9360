package dev.afterflow.orders;

import dev.afterflow.security.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.http.HttpStatus;

/** A product's picture drawn anew as JPEG, so that nothing but what can be seen survives; sha256 is of what was sent. */
record ProductPicture(String sha256, byte[] jpeg) {

    static final int MOST_BYTES = 1_000_000;
    private static final long MOST_PIXELS = 12_000_000;
    private static final int MOST_SIDE = 1000;

    /** Draws what was sent; 413 above 1 MB, 415 when it is no JPEG or PNG, 422 above 12 million pixels. */
    static ProductPicture drawn(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type(sent));
            return new ProductPicture(hash(sent), encoded(small(decoded(readers.next(), in))));
        } catch (IOException broken) {
            throw unsupported();
        }
    }

    private static String type(byte[] sent) {
        if (starts(sent, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(sent, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        throw unsupported();
    }

    private static boolean starts(byte[] sent, int... magic) {
        for (int at = 0; at < magic.length; at++) {
            if (at >= sent.length || (sent[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage decoded(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw Problem.invalid("picture", "pixels", "商品图最多 1200 万像素", "A product's picture has at most 12 million pixels");
            }
            return reader.read(0);
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new IOException(broken);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage small(BufferedImage picture) {
        double scale = Math.min(1.0, (double) MOST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = copy.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        return copy;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String hash(byte[] sent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        } catch (NoSuchAlgorithmException everywhere) {
            throw new IllegalStateException(everywhere);
        }
    }

    private static Problem unsupported() {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "orders.pictureRefused", "商品图须为完好的 JPEG 或 PNG",
                "A product's picture is a sound JPEG or PNG").with("field", "picture").with("rule", "picture");
    }
}

package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.stereotype.Component;

/** Draws a picture anew, so that no metadata and no second meaning survives; one large picture in memory at a time. */
@Component
class Pictures {

    static final long MOST_PIXELS = 40_000_000;
    private static final int MOST_SIDE = 30_000;
    private static final int THUMBNAIL = 320;
    private static final float QUALITY = 0.9f;

    private final Semaphore easel = new Semaphore(1);

    /** Our own copy of a picture with its thumbnail; {@code type} is image/jpeg, or image/png where it is see-through; {@code taken} by the camera's clock or null. */
    record Drawn(byte[] content, byte[] thumbnail, String type, int width, int height, LocalDateTime taken) {

        String ending() {
            return type.equals("image/png") ? "png" : "jpg";
        }
    }

    /** Draws the file; 422 above 40 million pixels (asked before decoding), 415 if it cannot be read as this kind. */
    Drawn draw(Path file, FileKind kind) throws IOException {
        easel.acquireUninterruptibly();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Exif told = Exif.of(file, kind);
            BufferedImage upright = told.held().turn(decode(in, kind));
            boolean png = kind == FileKind.PNG || upright.getColorModel().hasAlpha();
            return new Drawn(encode(upright, png), encode(small(upright), png), png ? "image/png" : "image/jpeg",
                    upright.getWidth(), upright.getHeight(), told.taken());
        } finally {
            easel.release();
        }
    }

    private static BufferedImage decode(ImageInputStream in, FileKind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            demandSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Problem told) {
                throw told;
            }
            throw Sniffer.unsupported("picture", "图片无法读取", "The picture cannot be read");
        } finally {
            reader.dispose();
        }
    }

    private static void demandSize(int width, int height) {
        if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            throw Problem.invalid("file", "pixels", "图片最多 4000 万像素，每边最多 3 万像素",
                    "A picture has at most 40 million pixels and 30,000 a side");
        }
    }

    private static BufferedImage small(BufferedImage picture) {
        double scale = Math.min(1.0, (double) THUMBNAIL / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return drawn(picture, width, height, AffineTransform.getScaleInstance(scale, scale), picture.getColorModel().hasAlpha());
    }

    static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how, boolean seeThrough) {
        BufferedImage copy = new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = copy.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (!seeThrough) {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, width, height);
        }
        brush.drawImage(picture, how, null);
        brush.dispose();
        return copy;
    }

    private static byte[] encode(BufferedImage picture, boolean png) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(png ? "png" : "jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), png ? null : quality(writer));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam quality(ImageWriter writer) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        return how;
    }
}

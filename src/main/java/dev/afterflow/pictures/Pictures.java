package dev.afterflow.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Draws a picture anew, so that no metadata and no second meaning survives; one large picture in memory at a time. */
@Component
public class Pictures {

    static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final int MOST_SIDE = 30_000;
    private static final int THUMBNAIL = 320;
    private static final int LARGEST = 2_400;
    private static final int SMALLEST = 240;
    private static final float QUALITY = 0.9f;

    private final Semaphore easel = new Semaphore(1);

    /** Our own copy of a picture with its thumbnail; {@code type} is image/jpeg, or image/png where it is see-through; {@code taken} by the camera's clock or null. */
    public record Drawn(byte[] content, byte[] thumbnail, String type, int width, int height, LocalDateTime taken) {

        public String ending() {
            return type.equals(PNG) ? "png" : "jpg";
        }
    }

    /** Why a picture was not drawn: it cannot be read as what it is said to be, or has more pixels than asked for. */
    public static final class Refused extends IOException {

        private final boolean tooLarge;

        private Refused(boolean tooLarge, Throwable cause) {
            super(tooLarge ? "too many pixels" : "unreadable", cause);
            this.tooLarge = tooLarge;
        }

        public boolean isTooLarge() {
            return tooLarge;
        }
    }

    /** Draws a picture of a media type in full, with its thumbnail; its size is asked before it is decoded. */
    public Drawn draw(Resource picture, String type, long mostPixels) throws IOException {
        easel.acquireUninterruptibly();
        try {
            Exif told = Exif.of(picture, type);
            BufferedImage upright = told.held().turn(decode(picture, type, mostPixels));
            boolean png = type.equals(PNG) || upright.getColorModel().hasAlpha();
            return new Drawn(encode(upright, png), encode(small(upright, THUMBNAIL), png), png ? PNG : JPEG,
                    upright.getWidth(), upright.getHeight(), told.taken());
        } finally {
            easel.release();
        }
    }

    /** Draws it on white as a JPEG whose longer side has at most so many pixels. */
    public byte[] small(Resource picture, String type, long mostPixels, int side) throws IOException {
        easel.acquireUninterruptibly();
        try {
            BufferedImage upright = Exif.of(picture, type).held().turn(decode(picture, type, mostPixels));
            return encode(onWhite(small(upright, side)), false);
        } finally {
            easel.release();
        }
    }

    /** A picture for a door that takes so many bytes: as it is, or drawn anew as a JPEG, as large as they allow. */
    public record Light(byte[] content, String type) {
    }

    /** Makes a picture light enough; {@link Refused} where it cannot be read, or would be too small to tell anything. */
    public Light within(byte[] picture, String type, long mostPixels, long mostBytes) throws IOException {
        if (picture.length <= mostBytes) {
            return new Light(picture, type);
        }
        easel.acquireUninterruptibly();
        try {
            Resource heavy = new ByteArrayResource(picture);
            BufferedImage drawn = Exif.of(heavy, type).held().turn(decode(heavy, type, mostPixels));
            for (int side = Math.min(LARGEST, Math.max(drawn.getWidth(), drawn.getHeight())); side >= SMALLEST; side = side * 4 / 5) {
                drawn = onWhite(small(drawn, side));
                byte[] light = encode(drawn, false);
                if (light.length <= mostBytes) {
                    return new Light(light, JPEG);
                }
            }
            throw new Refused(true, null);
        } finally {
            easel.release();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), new AffineTransform(), false);
    }

    private static BufferedImage decode(Resource picture, String type, long mostPixels) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.isFile() ? picture.getFile() : picture.getInputStream())) {
            reader.setInput(in, true, true);
            demandSize(reader.getWidth(0), reader.getHeight(0), mostPixels);
            return reader.read(0);
        } catch (Refused told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw new Refused(false, broken);
        } finally {
            reader.dispose();
        }
    }

    private static void demandSize(int width, int height, long mostPixels) throws Refused {
        if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE || (long) width * height > mostPixels) {
            throw new Refused(true, null);
        }
    }

    private static BufferedImage small(BufferedImage picture, int side) {
        double scale = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
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

package dev.afterflow.orders;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.security.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.tika.Tika;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;

/** A product's picture drawn anew as JPEG, so that nothing but what can be seen survives; sha256 is of what was sent. */
record ProductPicture(String sha256, byte[] jpeg) {

    static final int MOST_BYTES = 1_000_000;
    private static final long MOST_PIXELS = 12_000_000;
    private static final int MOST_SIDE = 1000;
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");
    private static final Tika TIKA = new Tika();

    /** Draws what was sent; 413 above 1 MB, 415 when it is no JPEG or PNG, 422 above 12 million pixels. */
    static ProductPicture drawn(byte[] sent, Pictures pictures) {
        if (sent.length > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        String type = TIKA.detect(sent);
        if (!TYPES.contains(type)) {
            throw unsupported();
        }
        try {
            return new ProductPicture(DigestUtils.sha256Hex(sent), pictures.small(new ByteArrayResource(sent), type, MOST_PIXELS, MOST_SIDE));
        } catch (Pictures.Refused refused) {
            throw refused.isTooLarge() ? Problem.invalid("picture", "pixels", "商品图最多 1200 万像素", "A product's picture has at most 12 million pixels")
                    : unsupported();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Problem unsupported() {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "orders.pictureRefused", "商品图须为完好的 JPEG 或 PNG",
                "A product's picture is a sound JPEG or PNG").with("field", "picture").with("rule", "picture");
    }
}

package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.pictures.Snapshot;
import dev.afterflow.platforms.PlatformPapers.Paper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** A door that weighs pictures gets a lighter one; what is kept, and its hash, stay as they are. */
class LightPicturesTest {

    private static final int DOOR = 130_000;
    private final LightPictures pictures = new LightPictures(new Pictures());

    private static Paper paper(String name, String type, byte[] content) {
        return new Paper(name, type, content, DigestUtils.sha256Hex(content), "shipping_documentation");
    }

    @Test
    void aHeavyPictureIsDrawnSmallerAndItsHashIsStillThatOfTheKeptOne() throws IOException {
        for (Paper heavy : List.of(paper("底单.jpg", "image/jpeg", Snapshot.of(1_600, 1_200, "jpg")), paper("scale.v2.PNG", "image/png", Snapshot.of(900, 500, "png")),
                paper("seal", "image/gif", Snapshot.of(700, 400, "gif")))) {
            assertThat(heavy.content().length).isGreaterThan(DOOR);
            Paper light = pictures.of(heavy, DOOR).orElseThrow();
            assertThat(light.content().length).isBetween(DOOR / 4, DOOR);
            assertThat(light.mediaType()).isEqualTo("image/jpeg");
            assertThat(light.name()).endsWith(".jpg");
            assertThat(light.sha256()).isEqualTo(DigestUtils.sha256Hex(heavy.content())).isEqualTo(heavy.sha256());
            assertThat(light.field()).isEqualTo(heavy.field());
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(light.content()));
            assertThat(Math.max(read.getWidth(), read.getHeight())).isGreaterThanOrEqualTo(240);
        }
        assertThat(pictures.of(paper("scale.v2.PNG", "image/png", Snapshot.of(900, 500, "png")), DOOR).orElseThrow().name()).isEqualTo("scale.v2.jpg");
    }

    @Test
    void aLightOneGoesAsItIsAndWhatIsNoReadablePictureDoesNotGo() {
        Paper small = paper("ok.png", "image/png", Snapshot.of(40, 40, "png"));
        assertThat(pictures.of(small, DOOR)).containsSame(small);
        assertThat(pictures.of(paper("pack.pdf", "application/pdf", new byte[] {1}), DOOR)).isEmpty();
        assertThat(pictures.of(paper("broken.jpg", "image/jpeg", new byte[DOOR + 1]), DOOR)).isEmpty();
        assertThat(pictures.of(paper("dust.jpg", "image/jpeg", Snapshot.of(800, 800, "jpg")), 900)).as("too light to tell anything").isEmpty();
        assertThat(pictures.first(List.of(paper("pack.pdf", "application/pdf", new byte[] {1}), small), DOOR)).containsSame(small);
    }
}

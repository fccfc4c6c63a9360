package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.security.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

/** What is taken as evidence, how it is kept, and what is refused before a byte of it stays. */
class ReceptionTest {

    @TempDir
    Path folder;
    private EvidenceStore store;
    private Reception reception;

    @BeforeEach
    void open() {
        store = new DiskEvidenceStore(folder, DataSize.ofMegabytes(1));
        reception = new Reception(store, new Sniffer(), new Pictures());
    }

    @Test
    void aPictureIsDrawnAnewWithoutItsMetadataAndStoodUpright() throws IOException {
        byte[] sent = Samples.jpegFromACamera(6, "N31.2304E121.4737");
        Received kept = receive("门口.jpg", sent);
        byte[] ours = bytes(kept.contentKey());
        assertThat(new String(ours, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "N31.2304");
        assertThat(new int[] {kept.width(), kept.height()}).containsExactly(20, 40);
        BufferedImage upright = ImageIO.read(store.open(kept.contentKey()).getInputStream());
        assertThat(new Color(upright.getRGB(10, 3)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(10, 36)).getBlue()).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"1,40,20,left", "2,40,20,right", "3,40,20,right", "4,40,20,left", "5,20,40,top", "6,20,40,top", "7,20,40,bottom", "8,20,40,bottom"})
    void everyWayToHoldACameraEndsUpright(int value, int width, int height, String red) throws IOException {
        Received kept = receive("a.jpg", Samples.jpegFromACamera(value, "x"));
        BufferedImage upright = ImageIO.read(store.open(kept.contentKey()).getInputStream());
        assertThat(new int[] {upright.getWidth(), upright.getHeight()}).containsExactly(width, height);
        int x = red.equals("left") ? 3 : red.equals("right") ? width - 4 : width / 2;
        int y = red.equals("top") ? 3 : red.equals("bottom") ? height - 4 : height / 2;
        assertThat(new Color(upright.getRGB(x, y)).getRed()).as("red stands %s", red).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"2026:11:28 14:02:31,2026-11-28T14:02:31", "0000:00:00 00:00:00,", "1970:01:01 00:00:00,", "yesterday at noon !,", "2026:11:28,"})
    void theCamerasOwnClockIsKeptWhenItSaysATime(String clock, LocalDateTime taken) throws IOException {
        Received kept = receive("a.jpg", Samples.jpegTakenAt(clock));
        assertThat(kept.taken()).isEqualTo(taken);
        assertThat(new String(bytes(kept.contentKey()), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(receive("b.png", Samples.png(10, 10)).taken()).isNull();
    }

    @Test
    void theHashIsOfTheBytesThatCame() throws Exception {
        byte[] sent = Samples.jpeg(30, 30);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        assertThat(receive("a.jpeg", sent).sha256()).isEqualTo(hash);
    }

    @Test
    void aLargePictureGetsASmallCopy() throws IOException {
        Received kept = receive("a.png", Samples.png(900, 300));
        BufferedImage small = ImageIO.read(store.open(kept.thumbnailKey()).getInputStream());
        assertThat(new int[] {small.getWidth(), small.getHeight()}).containsExactly(320, 107);
    }

    @Test
    void aWebpIsKeptAsAPictureEveryBrowserShowsAndItsNameSaysSo() {
        Received kept = receive("截图.webp", Samples.webp());
        assertThat(kept.type()).isIn("image/png", "image/jpeg");
        assertThat(kept.name()).matches("截图\\.(png|jpg)");
    }

    @Test
    void otherKindsAreKeptByteByByte() throws IOException {
        assertThat(bytes(receive("a.mp4", Samples.mp4()).contentKey())).isEqualTo(Samples.mp4());
        assertThat(bytes(receive("a.heic", Samples.heic()).contentKey())).isEqualTo(Samples.heic());
        assertThat(bytes(receive("a.pdf", Samples.pdf()).contentKey())).isEqualTo(Samples.pdf());
        assertThat(bytes(receive("说明.txt", Samples.text()).contentKey())).isEqualTo(Samples.text());
        assertThat(receive("b.txt", "旧系统导出".getBytes(Charset.forName("GB18030"))).type()).isEqualTo("text/plain");
    }

    @Test
    void aPictureThatIsAlsoAPageLosesThePage() throws IOException {
        byte[] twoThings = Samples.joined(Samples.jpeg(20, 20), Samples.html(), Samples.zip());
        byte[] ours = bytes(receive("a.jpg", twoThings).contentKey());
        assertThat(new String(ours, StandardCharsets.ISO_8859_1)).doesNotContain("<script>", "PK\u0003\u0004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.html", "a.zip", "a.gif", "a.exe", "a.jpg.html", "a", "a.jpg.", "a.bmp", "a.mov"})
    void anEndingThatIsNotEvidenceIs415(String name) {
        refused(name, Samples.jpeg(5, 5), 415);
    }

    @Test
    void contentThatIsNotWhatTheNameSaysIs415() {
        refused("a.png", Samples.jpeg(5, 5), 415);
        refused("a.jpg", Samples.svg(), 415);
        refused("a.jpg", Samples.html(), 415);
        refused("a.txt", Samples.svg(), 415);
        refused("a.txt", Samples.html(), 415);
        refused("a.txt", Samples.zip(), 415);
        refused("a.txt", "a\0b".getBytes(StandardCharsets.UTF_8), 415);
        refused("a.pdf", Samples.html(), 415);
        refused("a.pdf", Samples.joined(Samples.html(), Samples.pdf()), 415);
        refused("a.mp4", Samples.heic(), 415);
        refused("a.heic", Samples.mp4(), 415);
        refused("a.mp4", Samples.zip(), 415);
    }

    @Test
    void aPdfWithAScriptAndAFileThatHidesAnArchiveAre415() {
        refused("a.pdf", Samples.pdfWithScript(), 415);
        refused("a.pdf", Samples.joined(Samples.pdf(), Samples.zip()), 415);
        refused("a.mp4", Samples.joined(Samples.mp4(), Samples.zip()), 415);
        refused("a.heic", Samples.joined(Samples.heic(), Samples.zip()), 415);
    }

    @Test
    void aPictureOfManyPixelsIs422BeforeItIsDecoded() {
        refused("a.png", Samples.pngClaiming(60_000, 60_000), 422);
        refused("a.png", Samples.pngClaiming(8_000, 5_001), 422);
        refused("a.png", Samples.pngClaiming(40_000, 10), 422);
    }

    @Test
    void aBrokenPictureIs415() {
        byte[] whole = Samples.png(50, 50);
        refused("a.png", Arrays.copyOf(whole, 60), 415);
        refused("a.png", Samples.pngClaiming(600, 600), 415);
    }

    @Test
    void anEmptyFileIs422AndALargeOne413() {
        refused("a.jpg", new byte[0], 422);
        refused("a.jpg", new byte[10_000_001], 413);
        refused("a.mp4", new byte[100_000_001], 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.jpg", "..\\a.jpg", "/etc/a.jpg", "C:\\a.jpg", ".jpg", "a\u202Egpj.jpg", "a\u0000.jpg", "a\u200B.jpg",
            "a\n.jpg", "\u2066a.jpg", "", "  "})
    void aNameThatIsAPathOrPlaysTricksIs422(String name) {
        refused(name, Samples.jpeg(5, 5), 422);
    }

    @Test
    void aNameOfThreeHundredCharactersIs422() {
        refused("a".repeat(300) + ".jpg", Samples.jpeg(5, 5), 422);
    }

    @Test
    void aRefusedFileLeavesNothingBehind() throws IOException {
        refused("a.jpg", Samples.html(), 415);
        refused("a.png", Samples.pngClaiming(60_000, 60_000), 422);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullStoreIs507() {
        store = new DiskEvidenceStore(folder, DataSize.ofTerabytes(1_000_000));
        reception = new Reception(store, new Sniffer(), new Pictures());
        refused("a.jpg", Samples.jpeg(5, 5), 507);
    }

    @Test
    void whatIsNotNeededIsForgotten() throws IOException {
        receive("a.png", Samples.png(20, 20)).notNeeded();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsClearedAfterADay() throws IOException {
        Path old = store.desk();
        Files.writeString(old, "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path fresh = store.desk();
        Files.writeString(fresh, "half");
        new DiskEvidenceStore(folder, DataSize.ofMegabytes(1)).clearDesk();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    private Received receive(String name, byte[] content) {
        return reception.receive(new MockMultipartFile("file", name, "image/jpeg", content));
    }

    private void refused(String name, byte[] content, int status) {
        Problem problem = catchThrowableOfType(Problem.class, () -> receive(name, content));
        assertThat(problem).as("%s is refused", name).isNotNull();
        assertThat(problem.getStatusCode().value()).as(name).isEqualTo(status);
    }

    private byte[] bytes(String key) throws IOException {
        return store.open(key).getContentAsByteArray();
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }
}

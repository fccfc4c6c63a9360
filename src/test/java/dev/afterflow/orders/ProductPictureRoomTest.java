package dev.afterflow.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Sender;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a product looks like comes from its shop's machines and is shown to the shop's people only. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductPictureRoomTest {

    private static final String SHOP = "pictured";
    private static final String PICTURE = "/api/products/" + SHOP + "/PIC-1/picture";

    @LocalServerPort
    int port;
    @Autowired
    Intake intake;
    @Autowired
    ProductPictures pictures;
    @Autowired
    Shops shops;
    @Autowired
    JsonMapper json;
    private String key;

    @BeforeAll
    void open() {
        shops.open(new Shop(SHOP, "PICT", "有图小铺", "Pictured", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        key = Sender.key(port, SHOP, "products", "orders");
        for (String product : new String[] {"PIC-1", "PIC-2"}) {
            tell("products", "{\"productId\":\"%s\",\"title\":\"青瓷茶杯\"}".formatted(product));
        }
        tell("orders", """
                {"orderId":"PIC-O1","version":"1","state":"SHIPPED","currency":"CNY","createdAt":"2026-11-19T10:00:00+08:00",
                 "buyer":{"id":"b-1","name":"张三"},
                 "items":[{"lineId":"1","productId":"PIC-0","title":"茶托","quantity":1,"paid":{"minor":900,"currency":"CNY"}},
                   {"lineId":"2","productId":"PIC-1","title":"茶杯","quantity":1,"paid":{"minor":100,"currency":"CNY"}},
                   {"lineId":"3","productId":"PIC-1","title":"茶杯","quantity":2,"paid":{"minor":200,"currency":"CNY"}}]}""");
        tell("orders", """
                {"orderId":"PIC-O2","version":"1","state":"SHIPPED","currency":"CNY","createdAt":"2026-11-19T10:00:00+08:00","buyer":{"id":"b-1","name":"张三"},
                 "items":[{"lineId":"1","productId":"PIC-2","title":"茶盘","quantity":1,"paid":{"minor":900,"currency":"CNY"}}]}""");
    }

    @Test
    void aShopsPictureIsKeptAsOurOwnCopyAndShownWithItsOrder() throws IOException {
        assertThat(bring(key, "PIC-1", png(1600, 800)).status()).isEqualTo(204);

        JsonNode pictured = Visitor.as("lin", port).get("/api/orders/" + SHOP + "/PIC-O1/pictures").json();
        assertThat(pictured).hasSize(1);
        assertThat(pictured.at("/0/productId").asString()).isEqualTo("PIC-1");
        assertThat(pictured.at("/0/lines").toString()).isEqualTo("[\"2\",\"3\"]");
        Answer shown = Visitor.as("lin", port).get(PICTURE);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'");
        BufferedImage ours = ImageIO.read(new ByteArrayInputStream(pictures.jpeg(SHOP, "PIC-1").orElseThrow()));
        assertThat(ours.getWidth()).isEqualTo(1000);
        assertThat(ours.getHeight()).isEqualTo(500);
    }

    @Test
    void aNewPictureReplacesTheOldOneUnderANewAddressAndTheSameAgainChangesNothing() {
        bring(key, "PIC-2", png(60, 60));
        String first = pictures.ofOrder(SHOP, "PIC-O2").get(0).sha256();
        bring(key, "PIC-2", png(60, 60));
        assertThat(pictures.ofOrder(SHOP, "PIC-O2").get(0).sha256()).isEqualTo(first);
        bring(key, "PIC-2", png(80, 60));
        assertThat(pictures.ofOrder(SHOP, "PIC-O2").get(0).sha256()).isNotEqualTo(first);
        String told = Visitor.as("admin", port).get("/api/audit?action=PRODUCT_PICTURED&shop=" + SHOP).json().at("/items").toString();
        assertThat(told.split("PIC-2", -1)).as("two changes, three deliveries").hasSize(3);
    }

    @Test
    void whatIsNoSoundPictureIsRefusedWithItsRule() {
        assertThat(bring(key, "PIC-1", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(415);
        assertThat(bring(key, "PIC-1", new byte[0]).status()).isEqualTo(415);
        byte[] whole = png(40, 40);
        assertThat(bring(key, "PIC-1", Arrays.copyOf(whole, whole.length / 2)).status()).as("cut off").isEqualTo(415);
        assertThat(bring(key, "PIC-1", claiming(60_000, 60_000)).status()).as("a bomb by its head").isEqualTo(422);
        assertThat(bring(key, "PIC-1", Arrays.copyOf(whole, ProductPicture.MOST_BYTES + 1)).status()).isEqualTo(413);
        assertThat(bring(key, "PIC-NEVER-TOLD", whole).status()).isEqualTo(404);
    }

    @Test
    void nothingButPixelsSurvives() {
        byte[] secret = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] whole = png(30, 30);
        byte[] both = Arrays.copyOf(whole, whole.length + secret.length);
        System.arraycopy(secret, 0, both, whole.length, secret.length);
        bring(key, "PIC-1", both);
        assertThat(new String(pictures.jpeg(SHOP, "PIC-1").orElseThrow(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void strangersAndKeysOfOtherThingsHaveNoPartInIt() {
        bring(key, "PIC-1", png(50, 50));
        assertThat(Visitor.stranger(port).get(PICTURE).status()).isEqualTo(401);
        assertThat(bring(Sender.key(port, SHOP, "orders"), "PIC-1", png(9, 9)).status()).isEqualTo(403);
        assertThat(bring(Sender.key(port, "verde", "products"), "PIC-1", png(9, 9)).status()).as("another shop's key").isEqualTo(404);
        Visitor lin = Visitor.as("lin", port);
        assertThat(lin.get("/api/products/nowhere/PIC-1/picture").status()).isEqualTo(404);
        assertThat(lin.get("/api/orders/nowhere/PIC-O1/pictures").status()).isEqualTo(404);
        assertThat(lin.get("/api/products/" + SHOP + "/PIC-9/picture").status()).isEqualTo(404);
    }

    private void tell(String kind, String row) {
        assertThat(intake.deliver(SHOP, "api", kind, json.readTree(row)).rejected()).isZero();
    }

    private Answer bring(String with, String product, byte[] picture) {
        return Visitor.stranger(port).send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake/products/" + product + "/picture"))
                .header("Authorization", "Bearer " + with).header("Content-Type", "image/png").PUT(BodyPublishers.ofByteArray(picture)).build());
    }

    private static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A small PNG whose head says that it is this large. */
    private static byte[] claiming(int width, int height) {
        ByteBuffer head = ByteBuffer.wrap(png(10, 10));
        head.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(head.array(), 12, 17);
        return head.putInt(29, (int) sum.getValue()).array();
    }
}

package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A claim that nobody carries: it goes out by work order or by letter with its frozen papers, and what the carrier answers and pays is booked. */
@RoomTest
class AutomaticClaimRoomTest extends ClaimStory {

    @Autowired
    Shops shops;

    @Test
    void aWorkOrderCarriesItsPicturesAndItsPartIsAppealedAndPaid() {
        attach(number, "box.png");
        String claimNo = byMachine("yto", "YT" + tag, 20_000);
        long whole = claims(claimNo).money().claimed().minor();
        awaitOrder(claimNo);
        assertThat(at(claimNo).path("attachments").asInt()).isEqualTo(1);
        List<Boolean> same = tx.execute(status -> sql.sql("""
                select f.sha256 = p.sha256 from sandbox.work_order w join sandbox.work_order_file f on f.uri = any (w.files)
                join claims.paper p on p.claim_no = w.reference and p.origin = 'EVIDENCE' where w.reference = :no""").param("no", claimNo).query(Boolean.class).list());
        assertThat(same).as("the carrier has the bytes that were frozen").containsExactly(true);

        answers(claimNo, "PART", whole / 2);
        awaitState(claimNo, "TO_DECIDE");
        assertThat(balance("receivable", "yto", claimNo)).isEqualTo(whole / 2);
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"APPEAL\",\"note\":\"少赔\"").status()).isEqualTo(200);
        awaitOrder(claimNo + "-2");
        assertThat(at(claimNo + "-2").path("valueMinor").asLong()).as("only the rest").isEqualTo(whole - whole / 2);
        assertThat(at(claimNo + "-2").path("content").asString()).contains("本次申请补足", "第十九条第三款");
        answers(claimNo + "-2", "AGREE", null);
        awaitState(claimNo, "AGREED");
        assertThat(balance("receivable", "yto", claimNo)).as("the rest comes on top of the part").isEqualTo(whole);
        statement(SHOP, claimNo, claimNo + "-2");
        awaitState(claimNo, "PAID");
        assertThat(balance("cash", "yto", claimNo) + " " + balance("surplus", "yto", claimNo)).isEqualTo(whole + " 0");
        assertThat(claims(claimNo).outcome()).isEqualTo("PAID");
    }

    @Test
    void aCarrierThatAsksForMoreGetsTheNewPictureAndAgrees() {
        attach(number, "box.png");
        String claimNo = byMachine("sto", "ST" + tag, 10_000);
        long whole = claims(claimNo).money().claimed().minor();
        awaitOrder(claimNo);
        answers(claimNo, "ASK", null);
        awaitState(claimNo, "MORE_ASKED");
        attach(number, "ruler.png");
        assertThat(complete(lin, "supplyClaimEvidence", "\"note\":\"带尺照片\"").status()).isEqualTo(200);
        awaitOrder(claimNo + "-2");
        assertThat(at(claimNo + "-2").path("attachments").asInt()).as("only what is new").isEqualTo(1);
        assertThat(at(claimNo + "-2").path("content").asString()).contains("ruler.png").doesNotContain("box.png");
        answers(claimNo + "-2", "AGREE", null);
        awaitState(claimNo, "AGREED");
        statement(SHOP, claimNo, claimNo + "-2");
        awaitState(claimNo, "PAID");
        assertThat(balance("cash", "sto", claimNo)).isEqualTo(whole);
        assertThat(running(claimNo)).isFalse();
    }

    @Test
    void aRefusalSaidTwiceCountsOnceAndAWordThatComesLateIsHeard() {
        String claimNo = byMachine("jt", "JT" + tag, 10_000);
        long whole = claims(claimNo).money().claimed().minor();
        awaitOrder(claimNo);
        answers(claimNo, "DENY", null);
        answers(claimNo, "DENY", null);
        awaitState(claimNo, "TO_DECIDE");
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"APPEAL\"").status()).isEqualTo(200);
        awaitOrder(claimNo + "-2");

        answers(claimNo, "AGREE", null);
        awaitState(claimNo, "AGREED");
        assertThat(balance("receivable", "jt", claimNo)).as("the carrier thought better of its first answer").isEqualTo(whole);
        answers(claimNo + "-2", "DENY", null);
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(claimNo).conflict());
        statement(SHOP, claimNo);
        statement(SHOP, claimNo);
        awaitState(claimNo, "PAID");
        assertThat(verdicts(claimNo)).containsOnlyOnce("AGREED").contains("DENIED");
        assertThat(balance("cash", "jt", claimNo)).isEqualTo(whole);
    }

    @Test
    void aClaimIsTakenBackOnItsOwnWorkOrder() {
        String claimNo = byMachine("sto", "ST" + tag, 10_000);
        awaitOrder(claimNo);
        assertThat(lin.post("/api/claims/" + claimNo + "/found", "{\"words\":\"已派送\"}").status()).isEqualTo(202);
        assertThat(complete(Visitor.as("chen", port), "settleFoundParcel", "\"claimStep\":\"TAKE_BACK\"").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> tx.execute(status -> sql.sql("select count(*) from sandbox.work_order_reply where order_id = :id and content like :words")
                .param("id", at(claimNo).path("id").asLong()).param("words", "%撤回理赔 " + claimNo + "%").query(Integer.class).single()) == 1);
    }

    @Test
    void aLetterCarriesItsPapersAndItsAnswersAreHeardLateAndTwice() throws Exception {
        String shop = "claims-mail-" + tag;
        shops.open(new Shop(shop, Prefixes.fresh(), "信店", "信", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        post.start();
        try {
            connect(shop, "mail", Map.of("host", "127.0.0.1", "port", String.valueOf(post.getSmtp().getPort()), "encryption", "none", "sender", "care@shop.example"));
            connect(shop, "carrier-mail", Map.of("fedex", "claims@fedex.example"));
            number = lin.send("POST", "/api/cases", "{\"shop\":\"" + shop + "\",\"kind\":\"QUESTION\",\"reasonText\":\"包裹丢了\"}",
                    "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
            attach(number, "box.png");
            String claimNo = byMachine("fedex", "FX" + tag, 30_000);
            await().atMost(Duration.ofSeconds(30)).until(() -> post.getReceivedMessages().length == 1);
            reads(post.getReceivedMessages()[0], claimNo);
            act("letter", Map.of("carrier", "fedex", "waybill", "FX" + tag, "number", claimNo, "minor", 30_000));

            answers(claimNo, "DENY", null);
            mailRoom(shop, claimNo);
            mailRoom(shop, claimNo);
            awaitState(claimNo, "TO_DECIDE");
            assertThat(complete(lin, "decideClaim", "\"nextStep\":\"WRITE_OFF\",\"note\":\"金额小\"").status()).isEqualTo(200);
            assertThat(complete(Visitor.as("xu", port), "approveWriteOff", "\"approval\":\"approved\"").status()).isEqualTo(200);
            awaitState(claimNo, "WRITTEN_OFF");

            answers(claimNo, "PART", 12_000L);
            mailRoom(shop, claimNo);
            awaitState(claimNo, "AGREED");
            assertThat(balance("receivable", "fedex", claimNo)).as("owed after it was given up").isEqualTo(12_000);
            statement(shop, claimNo);
            awaitState(claimNo, "PAID");
            assertThat(balance("cash", "fedex", claimNo)).isEqualTo(12_000);
            assertThat(verdicts(claimNo)).containsExactly("DENIED", "PART");
            assertThat(post.getReceivedMessages()).as("the letter went once").hasSize(1);
        } finally {
            post.stop();
        }
    }

    private void reads(MimeMessage letter, String claimNo) throws Exception {
        assertThat(letter.getSubject()).contains(claimNo);
        List<String> hashes = new ArrayList<>();
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getFileName() != null) {
                hashes.add(Manifest.hex(part.getInputStream().readAllBytes()));
            }
        }
        assertThat(hashes).as("the frozen papers, byte for byte").containsExactlyElementsOf(
                tx.execute(status -> manifest.of(claimNo)).stream().map(Manifest.Paper::sha256).toList()).hasSizeGreaterThanOrEqualTo(2);
    }

    private String byMachine(String by, String waybill, long loss) {
        Visitor.Answer opened = lin.post("/api/cases/" + number + "/claims", """
                {"carrier":"%s","waybill":"%s","fault":"LOST","loss":{"minor":%d,"currency":"CNY"},"freight":{"minor":1200,"currency":"CNY"},
                 "postedAt":"%s","discoveredAt":"%s"}""".formatted(by, waybill, loss, posted, found));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String claimNo = opened.json().path("claimNo").asString();
        awaitState(claimNo, "FILED");
        return claimNo;
    }

    private void attach(String caseNumber, String name) {
        Visitor.Answer kept = lin.upload("/api/cases/" + caseNumber + "/evidence", List.of(new Visitor.Part("file", name, "image/png", picture(name))));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    }

    /** A picture of its own for each name. */
    private static byte[] picture(String name) {
        BufferedImage drawn = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(1, 1, name.hashCode() & 0xffffff);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private void awaitOrder(String filing) {
        await("work order " + filing).atMost(Duration.ofSeconds(30)).until(() -> at(filing) != null && tx.execute(status -> sql.sql(
                "select state from carriers.request where number = :number").param("number", filing).query(String.class).single()).equals("SENT"));
    }

    /** What came to the carrier under this number, once and no more. */
    private JsonNode at(String filing) {
        List<String> rows = tx.execute(status -> sql.sql("select json_build_object('id', id, 'attachments', attachments, 'valueMinor', value_minor, 'content', content)::text "
                + "from sandbox.work_order where reference = :number").param("number", filing).query(String.class).list());
        assertThat(rows).hasSizeLessThan(2);
        return rows.isEmpty() ? null : JSON.readTree(rows.get(0));
    }

    private void answers(String filing, String outcome, Long minor) {
        long id = at(filing).path("id").asLong();
        act("answer", minor == null ? Map.of("id", id, "outcome", outcome) : Map.of("id", id, "outcome", outcome, "minor", minor));
    }

    private JsonNode act(String what, Map<String, ?> words) {
        Visitor.Answer answer = lin.post("/sandbox/world/carriers/" + what, JSON.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void statement(String shop, String... filings) {
        act("post", Map.of("numbers", List.of(filings))).path("settlements").forEach(row -> assertThat(intake.deliver(shop, "test", "settlements", row).rejected()).isZero());
    }

    /** Hands in what the carrier wrote back, as a machine in a seller's mail room does. */
    private void mailRoom(String shop, String filing) {
        act("post", Map.of("numbers", List.of(filing))).path("answers").forEach(row -> assertThat(intake.deliver(shop, "test", "answers", row).rejected()).isZero());
    }

    private List<String> verdicts(String claimNo) {
        return lin.get("/api/claims/" + claimNo).json().path("answers").findValuesAsString("verdict").stream().filter(verdict -> !verdict.equals("RECEIVED")).toList();
    }

    private long balance(String account, String by, String claimNo) {
        return tx.execute(status -> sql.sql("select coalesce(sum(amount), 0) from claims.ledger_entry where claim_no = :no and account = :account")
                .param("no", claimNo).param("account", account + "/" + by).query(Long.class).single());
    }

    private void connect(String shop, String partner, Map<String, String> settings) {
        Visitor.Answer saved = Visitor.as("admin", port).put("/api/connections/" + shop + "/" + partner,
                JSON.writeValueAsString(Map.of("settings", settings, "secrets", Map.of(), "inUse", true)));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }
}

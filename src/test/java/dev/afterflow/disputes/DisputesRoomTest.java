package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.ShopFloor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Disputes through the whole house: letterbox, proposal, checklist, pack, four eyes, verdict, money. */
@RoomTest
class DisputesRoomTest extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Disputes disputes;
    DisputeStand stand;

    @BeforeAll
    void open() {
        stand = new DisputeStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private Dispute dispute(String number) {
        return transaction.execute(status -> disputes.find(number).orElseThrow());
    }

    private JsonNode shown(String number) {
        return stand.as("lin").get("/api/cases/" + number + "/dispute").json();
    }

    private int status(String login, String path, String body) {
        return stand.as(login).put(path, body).status();
    }

    private void packed(String number) {
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        assertThat(stand.completes("lin", number, "gatherEvidence", Map.of("statement", "本人签收")).status()).as("the list is red").isEqualTo(422);
        String file = stand.attaches("lin", number);
        assertThat(status("lin", "/api/cases/" + number + "/dispute/items/DELIVERY_PROOF", "{\"files\":[\"" + file + "\"],\"words\":\"快递底单\"}")).isEqualTo(204);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "承运商显示本人签收，底单与收件人一致。"));
    }

    @Test
    void aPlatformDisputeIsWonWithAPackSentBeforeTheDeadline() throws IOException, InterruptedException {
        stand.arrived("DW1", 9_900);
        String number = stand.disputed("DW1", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        JsonNode form = stand.opened("lin", number, "decideDispute");
        assertThat(form.at("/data/proposal").asString()).contains("抗辩", "签收凭证");
        assertThat(form.at("/data/past").asString()).contains("0 件", "不满 20 件");
        Instant due = dispute(number).times().dueAt();
        assertThat(stand.timer(number, "deadlineNeared")).isCloseTo(due.minus(Duration.ofHours(24)), within(5, ChronoUnit.SECONDS));
        assertThat(stand.timer(number, "deadlineClosed")).isCloseTo(due.minus(Duration.ofHours(6)), within(5, ChronoUnit.SECONDS));

        packed(number);
        assertThat(stand.completes("lin", number, "approvePack", Map.of("answer", "yes")).status()).as("somebody else looks at it").isEqualTo(403);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.timePasses(number, "deadlineNeared");
        stand.timePasses(number, "deadlineClosed");
        assertThat(stand.tasks(number)).contains("superviseDispute", "submitByHand");
        stand.done("lin", number, "submitByHand", Map.of("submitted", true, "reference", "TB-1"));
        assertThat(stand.tasks(number)).as("nothing is left to see to").isEmpty();
        assertThat(dispute(number).state()).isEqualTo(Dispute.State.ANSWERED);

        JsonNode pack = shown(number).at("/packs/0");
        byte[] zip = bytes("/api/cases/" + number + "/dispute/packs/1.zip");
        assertThat(DigestUtils.sha256Hex(zip)).isEqualTo(pack.path("zipSha256").asString());
        Map<String, byte[]> files = unzipped(zip);
        String manifest = new String(files.get("manifest.sha256"), StandardCharsets.UTF_8);
        assertThat(bytes("/api/cases/" + number + "/dispute/packs/1.pdf")).isEqualTo(files.get("evidence.pdf"));
        assertThat(bytes("/api/cases/" + number + "/dispute/preview")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        files.forEach((name, bytes) -> {
            if (!name.equals("manifest.sha256")) {
                assertThat(manifest).contains(DigestUtils.sha256Hex(bytes) + "  " + name);
            }
        });
        try (PDDocument document = Loader.loadPDF(files.get("evidence.pdf"))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("底单与收件人一致", "签收人：本人", "我方陈述").doesNotContain("13800009876", "文二路8号");
        }

        stand.told("DW1", "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48), ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"SELLER\",\"words\":\"签收有效\"}");
        stand.untilClosed(number, "WON");
        assertThat(dispute(number).verdict()).isEqualTo(new Dispute.Decided("WON", "签收有效"));
        assertThat(stand.books(number)).isEqualTo("0 0 0 0");
    }

    @Test
    void aChargebackIsLostAppealedAndBooked() {
        stand.arrived("DW2", 9_900);
        String number = stand.disputed("DW2", "CHARGEBACK", "product_not_received", Duration.ofDays(7));
        assertThat(stand.books(number)).as("taken at once").isEqualTo("9900 -9900 0 0");
        packed(number);
        stand.done("zhou", number, "approvePack", Map.of("answer", "no", "note", "补上底单正面"));
        assertThat(stand.opened("lin", number, "gatherEvidence").at("/data/sentBack").asString()).isEqualTo("补上底单正面");
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "底单正反面均已附上。"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"签名不符\"}").status()).isEqualTo(204);
        assertThat(stand.books(number)).isEqualTo("0 -9900 9900 0");
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"签名不符\"}").status()).as("told twice").isEqualTo(204);

        stand.done("lin", number, "decideAppeal", Map.of("answer", "yes", "note", "找到门口照片"));
        assertThat(dispute(number).round()).isEqualTo(2);
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "新照片"));
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "补充门口照片。"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"PART\",\"bears\":{\"minor\":4900,\"currency\":\"CNY\"},\"words\":\"各担一半\"}").status()).isEqualTo(204);
        stand.untilClosed(number, "PART");
        assertThat(stand.books(number)).isEqualTo("0 -4900 4900 0");
        assertThat(shown(number).path("sent").valueStream().map(each -> each.path("what").asString())).containsExactly("EVIDENCE", "APPEAL");
    }

    @Test
    void acceptingIsPayingAndTakesTwo() {
        stand.arrived("DW3", 9_900);
        String number = stand.disputed("DW3", "CHARGEBACK", "fraudulent", Duration.ofDays(7));
        stand.done("zhao", number, "decideDispute", Map.of("position", "ACCEPT", "note", "确系盗刷"));
        assertThat(stand.tasks(number)).contains("confirmAcceptance");
        stand.done("zhou", number, "confirmAcceptance", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));
        stand.untilClosed(number, "ACCEPTED");
        assertThat(stand.books(number)).isEqualTo("0 -9900 9900 0");
    }

    @ParameterizedTest
    @CsvSource({"A_TO_Z, amazon, DWA", "PAYPAL, paypal, DWP"})
    void whatHasNoDoorIsAnsweredByHandWhileItsMoneyIsWithheld(String kind, String platform, String order) {
        stand.arrived(order, 9_900);
        String number = stand.disputed(order, kind, "not_received", Duration.ofDays(7));
        assertThat(dispute(number).kind().name() + " " + dispute(number).platform()).isEqualTo(kind + " " + platform);
        assertThat(stand.books(number)).isEqualTo("9900 -9900 0 0");
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "Delivered and signed for.", "incomplete", "承运商未给底单"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true, "reference", "R-1"));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"WON\",\"words\":\"delivered\"}").status()).isEqualTo(204);
        stand.untilClosed(number, "WON");
        assertThat(stand.books(number)).as("withheld and returned").isEqualTo("0 0 0 0");
    }

    @Test
    void nobodyAnsweredInTimeIsDecidedOnTheFile() {
        stand.arrived("DW4", 9_900);
        String number = stand.disputed("DW4", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(4));
        stand.timePasses(number, "deadlinePassed");
        assertThat(dispute(number).state()).isEqualTo(Dispute.State.DEFAULTED);
        stand.told("DW4", "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(4),
                ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"BUYER\",\"paid\":{\"minor\":9900,\"currency\":\"CNY\"},\"words\":\"未举证\"}");
        stand.until("appeal is open", () -> stand.tasks(number).contains("decideAppeal"));
        stand.done("lin", number, "decideAppeal", Map.of("answer", "no", "note", "没有新事实"));
        stand.done("lin", number, "executeVerdict", Map.of("note", "买家已退款，无需动作"));
        stand.untilClosed(number, "LOST");
        assertThat(stand.books(number)).isEqualTo("0 -9900 9900 0");
    }

    @Test
    void whatTheHouseFoundOutBeforeSpeaksInTheProposal() {
        stand.arrived("DW7", 9_900);
        stand.settled("DW7", "QUALITY", "BUYER");
        String broken = stand.disputed("DW7", "PLATFORM", "quality", Duration.ofHours(48));
        assertThat(stand.opened("lin", broken, "decideDispute").at("/data/proposal").asString()).contains("抗辩", "鉴定为人为损坏");

        stand.arrived("DW8", 9_900);
        String accused = stand.disputed("DW8", "PLATFORM", "counterfeit", Duration.ofHours(48));
        assertThat(stand.opened("lin", accused, "decideDispute").at("/data/proposal").asString()).contains("接受", "授权不全");
        stand.done("lin", accused, "decideDispute", Map.of("position", "CONTEST", "note", "品牌方授权在手"));
        String file = stand.attaches("lin", accused);
        assertThat(status("lin", "/api/cases/" + accused + "/dispute/items/AUTHORISATION", "{\"files\":[\"" + file + "\"]}")).isEqualTo(204);
        stand.done("lin", accused, "gatherEvidence", Map.of("statement", "授权书与进货发票齐全。"));
        stand.done("zhou", accused, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", accused, "submitByHand", Map.of("submitted", true));
        assertThat(stand.as("lin").post("/api/cases/" + accused + "/dispute/verdict", "{\"verdict\":\"WON\",\"words\":\"授权有效\"}").status()).isEqualTo(204);
        stand.arrived("DW9", 9_900);
        String again = stand.disputed("DW9", "PLATFORM", "counterfeit", Duration.ofHours(48));
        assertThat(stand.opened("lin", again, "decideDispute").at("/data/proposal").asString()).contains("抗辩", "授权链完整");
    }

    @Test
    void aDeadlineThePlatformMovesIsFollowed() {
        stand.arrived("DW5", 9_900);
        String number = stand.disputed("DW5", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.told("DW5", "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(96), "");
        stand.until("moved", () -> stand.timer(number, "deadlinePassed").isAfter(Instant.now().plus(Duration.ofHours(95))));
        assertThat(stand.timer(number, "deadlineClosed")).isAfter(Instant.now().plus(Duration.ofHours(89)));
        assertThat(Instant.parse(stand.task("lin", number, "decideDispute").path("dueAt").asString())).isAfter(Instant.now().plus(Duration.ofHours(95)));
    }

    @Test
    void aWithdrawnDisputeGivesTheMoneyBackAndFinanceCorrectsTheBook() {
        stand.arrived("DW6", 9_900);
        String number = stand.disputed("DW6", "CHARGEBACK", "unrecognized", Duration.ofDays(7));
        String money = "{\"withheld\":{\"minor\":9900,\"currency\":\"CNY\"},\"returned\":{\"minor\":0,\"currency\":\"CNY\"},\"lost\":{\"minor\":0,\"currency\":\"CNY\"},\"fee\":{\"minor\":1500,\"currency\":\"CNY\"},\"note\":\"对账单\"}";
        assertThat(status("lin", "/api/cases/" + number + "/dispute/money", money)).isEqualTo(403);
        assertThat(status("xu", "/api/cases/" + number + "/dispute/money", money)).isEqualTo(204);
        assertThat(stand.books(number)).isEqualTo("9900 -11400 0 1500");
        stand.tell("disputes", """
                {"disputeId":"DP-DW6","version":"3","orderId":"DW6","kind":"CHARGEBACK","reasonCode":"unrecognized","reasonText":null,"amount":{"minor":9900,"currency":"CNY"},
                 "deadline":null,"createdAt":"%s","status":"WITHDRAWN"}""".formatted(ShopFloor.days(0)));
        stand.untilClosed(number, "WITHDRAWN");
        assertThat(stand.books(number)).isEqualTo("0 -1500 0 1500");
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = stand.as("lin").http().send(stand.as("lin").request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}

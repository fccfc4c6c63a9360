package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.ShopFloor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Bad reviews through the whole house: letterbox, desk, guard, cause, complaint, verdict. */
@RoomTest
class ReviewsRoomTest extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Reviews reviews;
    ReviewStand stand;

    @BeforeAll
    void open() {
        stand = new ReviewStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private Review review(String number) {
        return transaction.execute(status -> reviews.find(number).orElseThrow());
    }

    private static Map<String, Object> found(String route, String cause, String owner) {
        return Map.of("route", route, "cause", cause, "owner", owner, "note", "核对了订单和聊天");
    }

    @Test
    void aBadReviewIsRescuedLawfully() {
        stand.arrived("RV1", "rb-1");
        stand.reviewed("RV1", "1", 1, "用了两天就坏了，质量太差", 1, "");
        String number = stand.caseOf("RV1");
        JsonNode form = stand.opened("lin", number, "analyseReview");
        assertThat(form.at("/data/words").asString()).contains("质量太差");
        assertThat(form.at("/data/proposal").asString()).contains("先解决原因");
        JsonNode shown = stand.as("lin").get("/api/cases/" + number + "/review").json();
        assertThat(shown.path("papers").valueStream().map(paper -> paper.path("origin").asString())).contains("REVIEW", "ORDER", "TRACE", "REFUNDS", "TALK", "PATTERN");
        assertThat(shown.at("/papers/0/sha256").asString()).matches("[0-9a-f]{64}");

        stand.done("lin", number, "analyseReview", found("SOLVE", "DEFECT", "none"));
        assertThat(stand.completes("lin", number, "contactBuyer", Map.of("answer", "agrees", "note", "电话里同意退货")).status()).as("handled as what").isEqualTo(422);
        stand.done("lin", number, "contactBuyer", Map.of("answer", "agrees", "kind", "RETURN_REFUND", "note", "同意退货退款"));
        stand.until("the cause has a case", () -> review(number).causeCase() != null);
        String cause = review(number).causeCase();
        assertThat(stand.row("select reason_text from cases.case_file where shop_id = :shop and number = :key", cause)).as("no word about the review").doesNotContain("评价");
        stand.timePasses(number, "causeOverdue");

        assertThat(stand.opened("lin", number, "writeReply").at("/data/hand").asString()).as("a shop without a connection").contains("卖家中心");
        assertThat(stand.completes("lin", number, "writeReply", Map.of("answer", "reply", "text", "亲，改成好评返现二十元")).status()).as("red line").isEqualTo(422);
        assertThat(stand.completes("lin", number, "writeReply", Map.of("answer", "reply", "text", "李四光您好，13800005678 会联系您")).status()).as("personal data").isEqualTo(422);
        assertThat(stand.completes("lin", number, "writeReply", Map.of("answer", "reply", "text", "字".repeat(501))).status()).as("too long").isEqualTo(422);
        stand.done("lin", number, "writeReply", Map.of("answer", "reply", "text", "您好，毛毯出现的问题我们已为您安排处理，并已检查同批次商品。"));
        stand.done("lin", number, "postReplyByHand", Map.of("answer", "done"));
        assertThat(review(number).state()).isEqualTo(Review.State.WATCHED);
        assertThat(review(number).reply().state()).isEqualTo("DONE");

        stand.reviewed("RV1", "2", 5, "处理得很快，满意", 1, "");
        stand.untilClosed(number, "REVIEW_CHANGED");
        assertThat(stand.rows("select origin from reviews.paper where shop_id = :shop and case_number = :key and encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') <> sha256", number))
                .as("what was frozen is what its hash says").isEmpty();
        assertThat(stand.row("select snapshot from reviews.paper where shop_id = :shop and case_number = :key and origin = 'REVIEW'", number))
                .as("as it was when it came").contains("质量太差").doesNotContain("满意");
    }

    @Test
    void anExtortionReviewIsTakenDownWithEvidence() throws IOException, InterruptedException {
        stand.arrived("RV2", "rb-2");
        stand.writes("RV2", "不给我转账50元红包我就给你差评");
        stand.reviewed("RV2", "1", 1, "差", 1, "");
        String number = stand.caseOf("RV2");
        JsonNode form = stand.opened("lin", number, "analyseReview");
        assertThat(form.at("/data/proposal").asString()).contains("投诉");
        assertThat(form.at("/data/category").asString()).isEqualTo("COERCION");
        Map<String, Object> found = new HashMap<>(found("COMPLAIN", "MALICE", "none"));
        assertThat(stand.completes("lin", number, "analyseReview", found).status()).as("its category").isEqualTo(422);
        found.put("category", "COERCION");
        stand.done("lin", number, "analyseReview", found);

        Map<String, Object> complaint = new HashMap<>(Map.of("answer", "file", "category", "COERCION", "text", "买家在聊天中以差评要挟红包"));
        assertThat(stand.completes("lin", number, "fileComplaint", complaint).status()).as("without proof").isEqualTo(422);
        complaint.put("evidence", List.of(stand.attaches("lin", number)));
        stand.done("lin", number, "fileComplaint", complaint);
        assertThat(stand.opened("lin", number, "fileComplaintByHand").at("/data/todo").asString()).contains("证据包");
        packIsWhole(number);
        stand.done("lin", number, "fileComplaintByHand", Map.of("reference", "TB-778"));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/review/verdict", "{\"verdict\":\"REJECTED\",\"words\":\"证据不足\"}").status()).isEqualTo(204);
        assertThat(stand.opened("lin", number, "fileComplaint").at("/data/before").asString()).contains("证据不足");
        stand.done("lin", number, "fileComplaint", complaint);
        stand.done("lin", number, "fileComplaintByHand", Map.of("reference", "TB-779"));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/review/verdict", "{\"verdict\":\"UPHELD\",\"words\":\"内容已隐藏\"}").status()).isEqualTo(204);

        stand.untilClosed(number, "REVIEW_REMOVED");
        assertThat(stand.as("lin").get("/api/cases/" + number + "/review").json().path("complaints").valueStream().map(each -> each.path("verdict").asString()))
                .containsExactly("REJECTED", "UPHELD");
    }

    private void packIsWhole(String number) throws IOException, InterruptedException {
        String path = "/api/cases/" + number + "/review/complaints/";
        assertThat(stand.as("lin").get(path + "2.zip").status()).as("no second complaint yet").isEqualTo(404);
        Map<String, byte[]> files = new LinkedHashMap<>();
        HttpResponse<byte[]> answer = stand.as("lin").http().send(stand.as("lin").request(path + "1.zip").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(files.keySet()).containsExactly("complaint.pdf", "01-proof.png", "frozen-review.json", "frozen-talk.json", "frozen-pattern.json", "manifest.sha256");
        String manifest = new String(files.remove("manifest.sha256"), StandardCharsets.UTF_8);
        files.forEach((name, bytes) -> assertThat(manifest).contains(DigestUtils.sha256Hex(bytes) + "  " + name));
        assertThat(stand.as("lin").get("/api/cases/" + number + "/review").json().path("papers").valueStream().map(paper -> paper.path("sha256").asString()))
                .contains(DigestUtils.sha256Hex(files.get("frozen-talk.json")));
        assertThat(new String(files.get("frozen-talk.json"), StandardCharsets.UTF_8)).contains("转账50元红包");
        try (PDDocument document = Loader.loadPDF(files.get("complaint.pdf"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("投诉类别：胁迫", "以差评要挟红包", "01-proof.png").doesNotContain("13800005678");
        }
    }

    @Test
    void aLowScoreGoesOnToItsOwner() {
        stand.arrived("RV3", "rb-3");
        stand.reviewed("RV3", "1", 5, "", 1, ",\"ratings\":{\"description\":5,\"service\":5,\"logistics\":1}");
        String number = stand.caseOf("RV3");
        assertThat(stand.opened("lin", number, "analyseReview").at("/data/owner").asString()).isEqualTo("logistics-desk");
        stand.done("lin", number, "analyseReview", found("NOTHING", "LOGISTICS", "logistics-desk"));
        assertThat(stand.task("lin", number, "answerLowScore").path("team").asString()).isEqualTo("logistics-desk");
        stand.done("chen", number, "answerLowScore", Map.of("reason", "大促期间转运中心积压", "change", "大促改走另一家"));

        stand.untilClosed(number, "REVIEW_NOTED");
        assertThat(stand.timeline(number)).anyMatch(line -> line.contains("改走另一家"));
    }

    @Test
    void whoWantsNoContactIsLeftAloneAndAnAppendedReviewIsNotAnsweredAgain() {
        stand.arrived("RV4", "rb-4");
        stand.reviewed("RV4", "1", 2, "尺码偏大", 1, "");
        String number = stand.caseOf("RV4");
        stand.done("lin", number, "analyseReview", found("SOLVE", "DEFECT", "none"));
        stand.reviewed("RV4", "2", 2, "尺码偏大", 1, ",\"appended\":{\"text\":\"客服没回\",\"at\":\"" + ShopFloor.days(0) + "\"}");
        stand.until("appended", () -> review(number).appendedAt() != null);
        stand.done("lin", number, "contactBuyer", Map.of("answer", "refuses", "note", "买家说不要再联系"));

        assertThat(stand.as("lin").get("/api/cases/" + number + "/contact").json().path("review").asBoolean()).isFalse();
        assertThat(stand.tasks(number)).as("no reply after an appended review").isEmpty();
        assertThat(review(number).state()).isEqualTo(Review.State.WATCHED);
        stand.timePasses(number, "changeOver");
        stand.untilClosed(number, "REVIEW_KEPT");
    }

    @Test
    void goodAndOldReviewsOpenNothing() {
        stand.arrived("RV5", "rb-5");
        stand.reviewed("RV5", "1", 5, "很好", 1, "");
        stand.arrived("RV6", "rb-6");
        stand.reviewed("RV6", "1", 1, "坏了", 40, "");
        stand.arrived("RV7", "rb-7");
        stand.reviewed("RV7", "1", 1, "坏了", 1, "");
        stand.caseOf("RV7");

        assertThat(stand.number("RV5")).isNull();
        assertThat(stand.number("RV6")).isNull();
    }

    @Test
    void theSameBuyersManyBadReviewsInTheSameWordsAreAPattern() {
        for (int n = 0; n < 4; n++) {
            stand.arrived("RP" + n, "rb-pattern");
            stand.reviewed("RP" + n, "1", 1, "做工粗糙不值这个价", 5 - n, "");
            stand.caseOf("RP" + n);
        }
        JsonNode form = stand.opened("lin", stand.number("RP3"), "analyseReview");

        assertThat(form.at("/data/category").asString()).isEqualTo("PROFESSIONAL");
        assertThat(form.at("/data/pattern").asString()).contains("4 条中差评", "4 条文字相同");
    }
}

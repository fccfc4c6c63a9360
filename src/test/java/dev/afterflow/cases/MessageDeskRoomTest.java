package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Writing to the buyer of a case, at the browser's door. */
@RoomTest
class MessageDeskRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;

    private Visitor chen;
    private String number;
    private ShopFloor shop;

    @BeforeEach
    void open() {
        shop = ShopFloor.open(shops, intake);
        shop.order("O-1", "b-1");
        chen = Visitor.as("chen", port);
        Answer opened = chen.send("POST", "/api/cases", """
                {"shop":"%s","kind":"OTHER","orderId":"O-1","reasonCode":"QUALITY","reasonText":"灯不亮","lines":[{"lineId":"1","quantity":1}]}"""
                .formatted(shop.id), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        number = opened.json().get("number").asString();
    }

    @Test
    void aPreviewSaysTheVerdictTheWayAndKeepsNothing() {
        JsonNode seen = preview("{\"text\":\"五星好评返现10元\"}");
        JsonNode finding = seen.at("/message/verdict/findings/0");
        assertThat(seen.at("/message/verdict/outcome").asString()).isEqualTo("BLOCK");
        assertThat(List.of("reasonZh", "reasonEn", "insteadZh", "insteadEn", "source")).allMatch(field -> !finding.get(field).asString().isBlank());
        JsonNode lawful = preview("{\"text\":\"您好，已为您补发。\"}");
        assertThat(lawful.at("/message/verdict/outcome").asString()).isEqualTo("ALLOW");
        assertThat(lawful.at("/message/channel").asString()).isEqualTo("marketplace");
        assertThat(lawful.at("/message/sendAt").isNull()).isTrue();
        assertThat(lawful.at("/review/linked").asBoolean()).isFalse();
        assertThat(chen.get(path()).json()).isEmpty();
        assertThat(chen.get(path() + "/preview?text=x").status()).isIn(404, 405);
    }

    @Test
    void aReviewOfTheOrderHoldsWhatPeopleWriteOfMoneyButNoTemplate() {
        assertThat(preview("{\"text\":\"我们今天给您退款\"}").at("/message/verdict/outcome").asString()).isEqualTo("ALLOW");
        ShopFloor.taken(shop.tell("reviews", """
                {"reviewId":"RV-1","orderId":"O-1","score":1,"text":"不亮","createdAt":"2026-11-20T12:00:00Z"}"""));
        JsonNode seen = preview("{\"text\":\"我们今天给您退款\"}");
        assertThat(seen.at("/message/verdict/outcome").asString()).isEqualTo("LEGAL_REVIEW");
        assertThat(seen.at("/review/reasonsZh/0").asString()).isEqualTo("本订单已有评价：1 星");
        assertThat(preview("{\"text\":\"请问灯罩哪里裂了？\"}").at("/message/verdict/outcome").asString()).isEqualTo("ALLOW");
        assertThat(preview("{\"template\":\"deskRefundWhen\",\"words\":{\"days\":\"3\"}}").at("/message/verdict/outcome").asString()).isEqualTo("ALLOW");
        Answer held = write("我们今天给您退款", UUID.randomUUID().toString());
        assertThat(held.json().get("state").asString()).isEqualTo("HELD");
    }

    @Test
    void anAgentChoosesATemplateWithTheWordsOfTheCase() {
        JsonNode forms = chen.get("/api/cases/" + number + "/templates").json();
        JsonNode photos = forms.valueStream().filter(form -> form.get("template").asString().equals("deskPhotos")).findFirst().orElseThrow();
        assertThat(photos.get("text").asString()).contains("O-1", "台灯").doesNotContain("{");
        JsonNode looking = forms.valueStream().filter(form -> form.get("template").asString().equals("deskLooking")).findFirst().orElseThrow();
        assertThat(looking.get("text").asString()).contains("{until}");
        assertThat(chen.get("/api/cases/" + number + "/templates?language=en").json().get(0).get("text").asString()).startsWith("Hello");
        Answer sent = chen.send("POST", path(), "{\"template\":\"deskLooking\",\"words\":{\"until\":\"今天18:00\"}}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(sent.json().get("state").asString()).as(sent.body()).isEqualTo("QUEUED");
        assertThat(sent.json().get("text").asString()).contains("今天18:00", "O-1");
        assertThat(preview("{\"template\":\"deskLooking\",\"words\":{\"until\":\"您删掉差评后，退您50元\"}}").at("/message/verdict/outcome").asString()).isEqualTo("BLOCK");
        assertThat(chen.post(path() + "/preview", "{\"template\":\"refundSettled\"}").status()).isEqualTo(422);
    }

    @Test
    void theWriterSeesWhatWasKeptBackAndColleaguesDoNot() {
        Answer kept = write("删除差评后退款", UUID.randomUUID().toString());
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().get("state").asString()).isEqualTo("BLOCKED");
        assertThat(chen.get(path()).json().get(0).at("/verdict/findings/0/line").asString()).isEqualTo("G1");
        assertThat(Visitor.as("lin", port).get(path()).json()).isEmpty();
        assertThat(Visitor.as("zhao", port).get(path()).json()).hasSize(1);
        assertThat(chen.get("/api/cases/" + number + "/timeline").body()).contains("客服留言被守卫拦下").doesNotContain("删除差评后退款");
    }

    @Test
    void aMessageIsWrittenOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        String id = write("您好，已为您补发。", key).json().get("id").asString();
        assertThat(write("您好，已为您补发。", key).json().get("id").asString()).isEqualTo(id);
        assertThat(write("您好，已为您换货。", key).status()).isEqualTo(409);
        assertThat(chen.get(path()).json()).hasSize(1);
    }

    @Test
    void theBuyersPhoneDoesNotLeave() {
        assertThat(write("您的电话是 138 0000 1234 吗", UUID.randomUUID().toString()).json().get("state").asString()).isEqualTo("BLOCKED");
    }

    @Test
    void emptyOrTooLongIsRefused() {
        assertThat(write("", UUID.randomUUID().toString()).status()).isEqualTo(422);
        assertThat(write("长".repeat(1001), UUID.randomUUID().toString()).status()).isEqualTo(422);
        assertThat(Visitor.as("he", port).send("POST", path(), "{\"text\":\"您好\"}", "Idempotency-Key", UUID.randomUUID().toString()).status()).isEqualTo(403);
    }

    @Test
    void aBuyerWhoSaysStopHearsNothingMoreOfReviews() {
        String about = "{\"reviewId\":\"R-1\",\"text\":\"请问哪里不亮？\"}";
        shop.message("m-" + UUID.randomUUID(), "\"caseNumber\":\"" + number + "\"", "BUYER", "别再联系我");
        assertThat(preview(about).at("/message/verdict/outcome").asString()).isEqualTo("BLOCK");
        assertThat(chen.get("/api/cases/" + number + "/contact").json().get("review").asBoolean()).isFalse();
        assertThat(chen.put("/api/cases/" + number + "/contact", "{\"topic\":\"REVIEW\",\"allowed\":true}").status()).isEqualTo(204);
        assertThat(preview(about).at("/message/verdict/outcome").asString()).isEqualTo("ALLOW");
        assertThat(chen.put("/api/cases/" + number + "/contact", "{}").status()).isEqualTo(422);
    }

    private JsonNode preview(String draft) {
        Answer answer = chen.post(path() + "/preview", draft);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String path() {
        return "/api/cases/" + number + "/messages";
    }

    private Answer write(String text, String key) {
        return chen.send("POST", path(), "{\"text\":\"" + text + "\"}", "Idempotency-Key", key);
    }
}

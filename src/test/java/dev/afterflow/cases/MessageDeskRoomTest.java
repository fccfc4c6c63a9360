package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
                {"shop":"%s","kind":"REPAIR","orderId":"O-1","reasonCode":"QUALITY","reasonText":"灯不亮","lines":[{"lineId":"1","quantity":1}]}"""
                .formatted(shop.id), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        number = opened.json().get("number").asString();
    }

    @Test
    void aPreviewSaysTheVerdictAndKeepsNothing() {
        JsonNode verdict = chen.get(path() + "/preview?text=" + encoded("五星好评返现10元")).json();
        assertThat(verdict.get("outcome").asString()).isEqualTo("BLOCK");
        assertThat(verdict.get("findings").get(0).get("reasonZh").asString()).isNotBlank();
        assertThat(verdict.get("findings").get(0).get("reasonEn").asString()).isNotBlank();
        assertThat(chen.get(path() + "/preview?text=" + encoded("您好，已为您补发。")).json().get("outcome").asString()).isEqualTo("ALLOW");
        assertThat(chen.get(path()).json()).isEmpty();
    }

    @Test
    void theWriterSeesWhatWasKeptBackAndColleaguesDoNot() {
        Answer kept = write("删除差评后退款", UUID.randomUUID().toString());
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().get("state").asString()).isEqualTo("BLOCKED");
        assertThat(chen.get(path()).json().get(0).get("verdict").get("findings").get(0).get("line").asString()).isEqualTo("G1");
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
        shop.message("m-" + UUID.randomUUID(), "\"caseNumber\":\"" + number + "\"", "BUYER", "别再联系我");
        JsonNode verdict = chen.get(path() + "/preview?reviewId=R-1&text=" + encoded("请问哪里不亮？")).json();
        assertThat(verdict.get("outcome").asString()).isEqualTo("BLOCK");
        assertThat(chen.put("/api/cases/" + number + "/contact", "{\"topic\":\"REVIEW\",\"allowed\":true}").status()).isEqualTo(204);
        assertThat(chen.get(path() + "/preview?reviewId=R-1&text=" + encoded("请问哪里不亮？")).json().get("outcome").asString()).isEqualTo("ALLOW");
        assertThat(chen.put("/api/cases/" + number + "/contact", "{}").status()).isEqualTo(422);
    }

    private String path() {
        return "/api/cases/" + number + "/messages";
    }

    private Answer write(String text, String key) {
        return chen.send("POST", path(), "{\"text\":\"" + text + "\"}", "Idempotency-Key", key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop says things in its own words, within what must be told and what may not be said; and how often it says them. */
@RoomTest
class WordingRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Templates templates;
    @Autowired
    ContactLimits limits;
    @Autowired
    JsonMapper json;

    private final String shop = "word-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor admin;
    private Visitor legal;

    @BeforeEach
    void aShopOfItsOwn() {
        String prefix = Prefixes.fresh();
        shops.open(new Shop(shop, prefix, "措辞小铺", "措辞", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        admin = Visitor.as("admin", port);
        legal = Visitor.as("gu", port);
    }

    @Test
    void ownWordsAreToldInsteadOfTheHousesAndOnlyByThisShop() {
        must(put("refundSettled", "退款好了", own("refundSettled"), 0), 200);

        assertThat(told(shop, null)).startsWith("退款好了");
        assertThat(told("lanting", null)).isNotEmpty().doesNotStartWith("退款好了");
    }

    @Test
    void whatWasSaidBeforeStaysAsItWasSaid() {
        Instant before = Instant.now();
        must(put("refundSettled", "退款好了", own("refundSettled"), 0), 200);

        assertThat(told(shop, before)).doesNotStartWith("退款好了");
        assertThat(told(shop, null)).startsWith("退款好了");
        must(admin.delete(path("refundSettled") + "?version=1"), 200);
        assertThat(told(shop, null)).doesNotStartWith("退款好了");
    }

    @Test
    void whatMustBeToldIsMissedAndWhatNobodyKnowsIsRefused() {
        Answer answer = put("refundSettled", "退款好了", "您好 {nobodyKnows}", 0);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("unknown.nobodyKnows", "missing.");
    }

    @Test
    void theGuardLetsNoRedLineIntoATemplate() {
        Answer answer = put("refundSettled", "退款好了", own("refundSettled") + "\n给个五星好评，返现 5 元", 0);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("G1");
        assertThat(must(admin.post(path("refundSettled") + "/preview", body("好", own("refundSettled") + "好评返现", 0)), 200).get("findings")).isNotEmpty();
    }

    @Test
    void whatTheGuardWouldHoldForLegalOnlyLegalLetsIn() {
        String held = body("退款通知", own("refundSettled") + "\n写评价送积分", 0);
        assertThat(must(admin.post(path("refundSettled") + "/preview", held), 200).get("findings").toString()).contains("LEGAL_REVIEW").doesNotContain("BLOCK");
        assertThat(admin.put(path("refundSettled"), held).status()).isEqualTo(422);
        assertThat(admin.put(path("refundSettled"), body(templates.house("refundSettled", "zh").orElseThrow().subject(),
            templates.house("refundSettled", "zh").orElseThrow().body(), 0)).status()).isEqualTo(200);
        assertThat(legal.put(path("refundSettled"), held.replace("\"version\":0", "\"version\":1")).status()).isEqualTo(200);
    }

    @Test
    void theHousesOwnTextsTellWhatTheyMustAndCrossNoRedLine() {
        List<String> refused = new ArrayList<>();
        assertThat(must(admin.get("/api/message-templates/" + shop), 200)).hasSizeGreaterThan(40);
        for (JsonNode text : must(admin.get("/api/message-templates/" + shop), 200)) {
            String path = "/api/message-templates/" + shop + "/" + text.get("template").asString() + "/" + text.get("language").asString() + "/preview";
            JsonNode preview = must(admin.post(path, body(text.at("/house/subject").asString(), text.at("/house/body").asString(), 0)), 200);
            if (preview.get("findings").toString().contains("BLOCK") || !preview.get("faults").isEmpty()) {
                refused.add(path + preview);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void ofTwoAtOnceTheSecondIsTold() {
        must(put("refundSettled", "一", own("refundSettled"), 0), 200);

        assertThat(put("refundSettled", "二", own("refundSettled"), 0).status()).isEqualTo(409);
        assertThat(put("refundSettled", "二", own("refundSettled"), 1).status()).isEqualTo(200);
        assertThat(put("nobodysText", "二", "三", 0).status()).isEqualTo(404);
    }

    @Test
    void aShopSetsHowOftenAndWhenItWrites() {
        assertThat(admin.put("/api/contact-limits/" + shop, "{\"daily\":3,\"weekly\":2}").status()).isEqualTo(422);
        assertThat(admin.put("/api/contact-limits/" + shop, "{\"daily\":3,\"weekly\":9,\"quietFrom\":\"21:00\"}").status()).isEqualTo(422);
        must(admin.put("/api/contact-limits/" + shop, "{\"daily\":3,\"weekly\":9,\"quietFrom\":\"21:00\",\"quietUntil\":\"09:30\"}"), 200);

        ContactLimits.Limits set = Fence.within(Set.of(shop), () -> limits.of(shop));
        assertThat(set.daily()).isEqualTo(3);
        assertThat(set.quietUntil()).hasToString("09:30");
        assertThat(limits.of("lanting").daily()).isEqualTo(6);
        assertThat(Visitor.as("lin", port).get("/api/contact-limits/" + shop).status()).isEqualTo(403);
    }

    private String own(String template) {
        return templates.house(template, "zh").orElseThrow().body() + "感谢您的耐心。";
    }

    private String told(String of, Instant at) {
        return templates.text(of, "refundSettled", "zh-CN", Map.of(), at).orElseThrow().whole();
    }

    private String path(String template) {
        return "/api/message-templates/" + shop + "/" + template + "/zh";
    }

    private Answer put(String template, String subject, String text, int version) {
        return legal.put(path(template), body(subject, text, version));
    }

    private String body(String subject, String text, int version) {
        return json.writeValueAsString(Map.of("subject", subject, "body", text, "version", version));
    }

    private static JsonNode must(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}

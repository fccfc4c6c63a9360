package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Cases at the browser's door. */
@RoomTest
class CaseDeskRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;

    private ShopFloor shop;
    private Visitor chen;

    @BeforeEach
    void open() {
        shop = ShopFloor.open(shops, intake);
        shop.order("O-1", "b-1");
        chen = Visitor.as("chen", port);
    }

    @Test
    void aCaseOpenedByHandIsCreatedOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        Answer first = post(byHand("REPAIR", "O-1"), key);
        assertThat(first.status()).isEqualTo(201);
        String number = first.json().get("number").asString();
        assertThat(first.header("Location")).isEqualTo("/api/cases/" + number);
        assertThat(post(byHand("REPAIR", "O-1"), key).json().get("number").asString()).isEqualTo(number);
        Answer other = post(byHand("EXCHANGE", "O-1"), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("cases.keyUsed");
    }

    @Test
    void aSecondPersonsCaseOfTheSameMatterIsTheSameCase() {
        String number = opened("REPAIR");
        Answer lin = Visitor.as("lin", port).send("POST", "/api/cases", byHand("EXCHANGE", "O-1"), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(lin.json().get("number").asString()).isEqualTo(number);
    }

    @Test
    void wrongFieldsAreNamedWithRuleAndRemedy() {
        Answer answer = post("""
                {"shop":"%s","kind":"RETURN_REFUND","orderId":"nobody's","lines":[{"lineId":"1","quantity":-1}],"approved":true}"""
                .formatted(shop.id), UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").valueStream().map(error -> error.get("field").asString()))
                .contains("orderId", "lines[0].quantity", "approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"text\""})
    void aBodyThatIsNoObjectIs400(String body) {
        assertThat(post(body, UUID.randomUUID().toString()).status()).isEqualTo(400);
    }

    @Test
    void withoutAKeyOrWithAnOddOneNothingOpens() {
        assertThat(chen.post("/api/cases", byHand("REPAIR", "O-1")).status()).isEqualTo(400);
        assertThat(post(byHand("REPAIR", "O-1"), "short").status()).isEqualTo(400);
        assertThat(post(byHand("REPAIR", "O-1"), "x".repeat(101)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"he", "xu", "owner", "director", "admin"})
    void whoDoesNotSpeakToBuyersOpensNothing(String login) {
        Answer answer = Visitor.as(login, port).send("POST", "/api/cases", byHand("REPAIR", "O-1"), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anUnknownShopIs404() {
        assertThat(post("{\"shop\":\"nowhere\",\"kind\":\"QUESTION\"}", UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void theFolderShowsEverythingWithTheBuyerMasked() {
        String number = opened("REPAIR");
        chen.post("/api/cases/" + number + "/remarks", "{\"flag\":\"RED\",\"reason\":\"催\",\"text\":\"今天回复\"}");
        JsonNode folder = chen.get("/api/cases/" + number).json();
        assertThat(folder.get("case").get("number").asString()).isEqualTo(number);
        assertThat(folder.get("buyer").get("name").asString()).isEqualTo("张*");
        assertThat(folder.get("buyer").get("phone").asString()).isEqualTo("138****1234");
        assertThat(folder.get("order").get("items")).hasSize(2);
        assertThat(folder.get("remarks").get(0).get("byName").asString()).isEqualTo("陈一诺");
        assertThat(folder.toString()).doesNotContain("张三丰", "13800001234", "文三路");
        assertThat(folder.propertyNames()).contains("tier", "risk", "otherCases", "evidence", "refunds", "clocks");
    }

    @Test
    void aListIsPagedByKeyAndFoundByTheStartOfNumberOrderOrBuyer() {
        List<String> numbers = IntStream.range(0, 5).mapToObj(n -> {
            shop.order("LIST-" + n, "b-list");
            return open("REPAIR", "LIST-" + n);
        }).toList();
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = chen.get("/api/cases?limit=2&q=LIST-&after=" + next).json();
            page.get("items").forEach(item -> seen.add(item.get("number").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(seen).containsSubsequence(numbers.get(4), numbers.get(3), numbers.get(0)).containsAll(numbers).doesNotHaveDuplicates();
        assertThat(found("q=" + numbers.get(2))).containsExactly(numbers.get(2));
        assertThat(found("q=LIST-3&state=OPEN&kind=REPAIR")).contains(numbers.get(3));
        assertThat(found("q=LIST-3&state=CLOSED")).doesNotContain(numbers.get(3));
        assertThat(found("q=b-list")).containsAll(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25%25", "__", "'%20or%201=1--", "%5C%5C", "%F0%9F%98%80%F0%9F%98%80"})
    void wildcardsAndQuotesFindOnlyThemselves(String words) {
        opened("REPAIR");
        assertThat(found("q=" + words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a", "after=nonsense", "after=AAAA"})
    void aQueryThatMakesNoSenseIsRefused(String query) {
        assertThat(chen.get("/api/cases?" + query).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=MAYBE", "kind=GIFT", "limit=many"})
    void aWordThatIsNotAmongTheChoicesIs400(String query) {
        assertThat(chen.get("/api/cases?" + query).status()).isEqualTo(400);
    }

    @Test
    void aPersonOfAnotherShopSeesNothingAndLearnsNothing() {
        String number = opened("REPAIR");
        Visitor stranger = stranger();
        for (String path : List.of("", "/timeline", "/evidence")) {
            assertThat(stranger.get("/api/cases/" + number + path).status()).as(path).isEqualTo(404);
        }
        Answer remark = stranger.post("/api/cases/" + number + "/remarks", "{\"flag\":\"RED\",\"reason\":\"a\",\"text\":\"b\"}");
        assertThat(remark.status()).isEqualTo(404);
        assertThat(remark.json().get("code")).isEqualTo(stranger.get("/api/cases/NO-000000-000000").json().get("code"));
        assertThat(stranger.get("/api/cases?q=" + number).json().get("items")).isEmpty();
        assertThat(stranger.send("POST", "/api/cases", byHand("REPAIR", "O-1"), "Idempotency-Key", UUID.randomUUID().toString()).status())
                .isEqualTo(404);
    }

    @Test
    void nobodyIs401() {
        assertThat(Visitor.stranger(port).get("/api/cases").status()).isEqualTo(401);
    }

    private Visitor stranger() {
        ShopFloor elsewhere = ShopFloor.open(shops, intake);
        String login = "s" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"外店","password":"Kranich-am-Teich-7","roles":["AGENT"],"shops":["%s"],"teams":["returns-desk"],
                 "everyShop":false,"dismissed":false}""".formatted(login, elsewhere.id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return Visitor.as(login, "Kranich-am-Teich-7", port);
    }

    private String opened(String kind) {
        return open(kind, "O-1");
    }

    private String open(String kind, String orderId) {
        Answer answer = post(byHand(kind, orderId), UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("number").asString();
    }

    private List<String> found(String query) {
        return chen.get("/api/cases?" + query).json().get("items").valueStream().map(item -> item.get("number").asString()).toList();
    }

    private Answer post(String body, String key) {
        return chen.send("POST", "/api/cases", body, "Idempotency-Key", key);
    }

    private String byHand(String kind, String orderId) {
        return """
                {"shop":"%s","kind":"%s","orderId":"%s","askedRemedy":"","reasonCode":"QUALITY","reasonText":"买家来电",
                 "goodsReceived":true,"lines":[{"lineId":"1","quantity":1}],"askedAmount":null}""".formatted(shop.id, kind, orderId);
    }
}

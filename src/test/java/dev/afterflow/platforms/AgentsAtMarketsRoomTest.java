package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent writes to a marketplace's buyer, and the flag an agent sets, stand at the marketplace once; nothing gets past the guard. */
@RoomTest
class AgentsAtMarketsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private final String tid = "73" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    private MarketFloor floor;
    private String refund;
    private String number;

    @BeforeEach
    void aBuyerAsks() {
        floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        refund = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00", "reason", "未收到货")).path("name").asString();
        floor.read();
        number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
    }

    private Visitor.Answer writes(String text) {
        return floor.as("lin").send("POST", "/api/cases/" + number + "/messages", floor.json(Map.of("text", text)), "Idempotency-Key", UUID.randomUUID().toString());
    }

    private List<String> said() {
        return floor.rows("select content from sandbox.market_message where thing = :key order by id", refund);
    }

    private String state(Visitor.Answer written) {
        String id = written.json().path("id").asString();
        return floor.as("lin").get("/api/cases/" + number + "/messages").json().valueStream().filter(talk -> talk.path("id").asString().equals(id))
            .map(talk -> talk.path("state").asString() + " " + talk.path("channel").asString("") + " " + talk.path("noteZh").asString("")).findFirst().orElseThrow().strip();
    }

    @Test
    void whatAnAgentWritesStandsInTheBuyersRefundOnceThoughTheAnswerWasLost() {
        floor.act("fault", Map.of("shop", floor.shop, "method", "taobao.refund.message.add", "how", "LOSE"));
        assertThat(floor.as("lin").post("/api/cases/" + number + "/messages/preview", "{\"text\":\"您好\"}").json().at("/message/channel").asString()).isEqualTo("marketplace");
        Visitor.Answer written = writes("您好，我们正在联系快递核实，今天内回复您。");
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        floor.until("it was said", () -> said().size() == 1);
        floor.hurry(floor.row("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'MESSAGE'", refund));
        floor.until("it counts as sent", () -> state(written).equals("SENT marketplace"));
        assertThat(said()).singleElement().asString().startsWith("您好，我们正在联系快递核实，今天内回复您。 [");
        assertThat(floor.rows("select text from sandbox.buyer_message where shop = :shop and order_no = :key and text like '您好，我们正在%'", tid)).as("nowhere else").isEmpty();
    }

    @Test
    void wordsThatCrossARedLineOrAreTooLongNeverReachTheMarketplace() {
        assertThat(writes("给您返现20元，麻烦改成五星好评").json().path("state").asString()).isEqualTo("BLOCKED");
        Visitor.Answer tooLong = writes("很抱歉给您带来不便。".repeat(20));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("tooLongForMarketplace");
        assertThat(floor.rows("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'MESSAGE'", refund)).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void aRefundThatIsOverTakesNoMoreWordsAndTheAgentIsTold() {
        floor.act("act", Map.of("name", refund, "what", "CLOSE", "how", "silent"));
        Visitor.Answer written = writes("您好，还需要我们帮忙吗？");
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        floor.until("it failed", () -> state(written).startsWith("FAILED marketplace"));
        assertThat(state(written)).contains("平台未收下这条留言", "CLOSED");
        assertThat(said()).isEmpty();
    }

    @Test
    void aRemarkSetsTheOrdersFlagAndKeepsWhatTheShopsPeopleWroteThere() {
        floor.becomes(floor.ask(PlatformRequest.Kind.FLAG, tid, null, null, null, "老客户", Map.of("FLAG", "3")), "DONE");
        assertThat(floor.as("lin").get("/api/cases/" + number + "/remarks/market").json().path("market").asString()).isEqualTo("taobao");
        Visitor.Answer remark = floor.as("lin").post("/api/cases/" + number + "/remarks", "{\"flag\":\"RED\",\"reason\":\"先联系快递\",\"text\":\"已留言\",\"market\":true}");
        assertThat(remark.status()).as(remark.body()).isEqualTo(201);
        floor.until("the flag is red", () -> "1 先联系快递".equals(floor.row("select flag || ' ' || split_part(memo, '（', 1) from sandbox.market_remark where shop = :shop and order_no = :key", tid)));
        assertThat(floor.row("select memo from sandbox.market_remark where shop = :shop and order_no = :key", tid)).contains(number).endsWith("；老客户");
        floor.until("the case says so", () -> floor.timeline(number).contains("平台订单的旗帜和备注已设置"));
        assertThat(floor.as("lin").post("/api/cases/" + number + "/remarks", "{\"flag\":\"BLUE\",\"reason\":\"只在本系统\",\"text\":\"-\"}").status()).isEqualTo(201);
        assertThat(floor.rows("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'FLAG'", tid)).hasSize(2);
    }

    @Test
    void whereNoMarketplaceTakesAFlagTheRemarkSaysSoAndIsNotKept() {
        MarketFloor own = tools.other(port, "own");
        own.sells(tid, 5_000, true);
        own.tell("requests", """
            {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"NOT_RECEIVED","goodsReceived":false,"lines":[],
             "createdAt":"%2$s","status":"OPEN"}""".formatted(tid, MarketFloor.days(0)));
        String other = own.caseOf(tid);
        assertThat(own.as("lin").get("/api/cases/" + other + "/remarks/market").json().path("market").isNull()).isTrue();
        assertThat(own.as("lin").post("/api/cases/" + other + "/remarks", "{\"flag\":\"RED\",\"reason\":\"急\",\"text\":\"-\",\"market\":true}").status()).isEqualTo(422);
        assertThat(own.rows("select id::text from cases.remark where case_number = :key", other)).isEmpty();
        assertThat(floor.matter(refund).state()).isEqualTo(State.ASKED);
    }
}

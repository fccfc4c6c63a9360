package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.notifications.Message.About;
import dev.afterflow.notifications.Message.Recipient;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people type goes, waits for legal, or is kept and never sent. */
@RoomTest
class HeldMessagesRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    private Notifications notifications;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    private final String buyer = "b-" + UUID.randomUUID();
    private final String order = "O-" + UUID.randomUUID();
    private final String caseNumber = "T-" + UUID.randomUUID();

    @Test
    void aLawfulMessageGoesAsItWasTyped() {
        assertThat(say("您好，补发的灯泡今天寄出。", About.NOTHING).state()).isEqualTo("NEW");
        await().atMost(Duration.ofSeconds(20)).until(() -> read().equals(List.of("您好，补发的灯泡今天寄出。")));
    }

    @Test
    void whatCrossesARedLineIsKeptAndNeverSent() {
        Said kept = say("删了差评就给您返10元", About.NOTHING);
        assertThat(kept.state()).isEqualTo("BLOCKED");
        assertThat(kept.verdict().findings().get(0).line()).isEqualTo(RedLine.G1);
        assertThat(notifications.of(caseNumber, Who.SYSTEM)).extracting(Said::text).containsExactly("删了差评就给您返10元");
        assertThat(owed()).isZero();
    }

    @Test
    void aTextOfTheHouseWithUnlawfulWordsInItStaysToo() {
        notifications.tell(new Message("lanting", caseNumber, "requestRefused", "zh-CN", new Recipient(buyer, order, null),
            Map.of("orderId", order, "reason", "您已经拆封，不能退货"), "1"));
        await().atMost(Duration.ofSeconds(20)).until(() -> notifications.of(caseNumber, Who.SYSTEM).get(0).state().equals("BLOCKED"));
        assertThat(read()).isEmpty();
    }

    @Test
    void legalLetsGoOrRefuses() {
        Said first = say("写评价送积分，欢迎参与", About.NOTHING);
        Said second = say("参与晒单可得积分", About.NOTHING);
        assertThat(List.of(first.state(), second.state())).containsOnly("LEGAL_REVIEW");
        Visitor gu = Visitor.as("gu", port);
        assertThat(gu.get("/api/held-messages?limit=200").json().get("items").valueStream().map(item -> item.get("id").asString()))
            .contains(first.id(), second.id());
        assertThat(decide(gu, second, "{\"allow\":false,\"note\":\"有诱导\"}").json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(decide(gu, first, "{\"allow\":true,\"note\":\"不限好评\"}").json().get("state").asString()).isEqualTo("NEW");
        assertThat(decide(gu, first, "{\"allow\":true,\"note\":\"再来\"}").status()).isEqualTo(409);
        assertThat(decide(gu, first, "{}").status()).isEqualTo(422);
        assertThat(decide(Visitor.as("zhou", port), second, "{\"allow\":true,\"note\":\"x\"}").status()).isEqualTo(403);
        assertThat(owed()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsReadInPagesByShopByRedLineAndByHowLongItWaited() {
        List<String> waiting = List.of("写评价送积分，欢迎参与", "参与晒单可得积分", "以后我们每天给您打电话联系").stream().map(text -> say(text, About.NOTHING).id()).toList();
        Visitor gu = Visitor.as("gu", port);
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = gu.get("/api/held-messages?limit=1&shop=lanting" + next);
            page.json().get("items").valueStream().forEach(item -> seen.add(item.get("id").asString()));
            next = page.json().get("next").isNull() ? null : "&after=" + page.json().get("next").asString();
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(waiting);
        assertThat(ids(gu, "line=G4")).contains(waiting.get(2)).doesNotContain(waiting.get(0));
        assertThat(ids(gu, "waitedHours=1")).doesNotContainAnyElementsOf(waiting);
        tx.executeWithoutResult(status -> jdbc.sql("update notifications.message set created_at = now() - interval '2 hours' where key = :key")
            .param("key", waiting.get(0)).update());
        assertThat(ids(gu, "waitedHours=1")).contains(waiting.get(0)).doesNotContain(waiting.get(1));
        assertThat(ids(gu, "shop=nowhere")).isEmpty();
        assertThat(gu.get("/api/held-messages?after=made-up").status()).isEqualTo(400);
        assertThat(gu.get("/api/held-messages?line=G99").status()).isEqualTo(400);
    }

    private static List<String> ids(Visitor visitor, String wanted) {
        return visitor.get("/api/held-messages?limit=200&" + wanted).json().get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    @Test
    void nobodyDecidesOnTheirOwnWords() {
        Visitor gu = Visitor.as("gu", port);
        Said own = say("写评价送积分，欢迎参与", About.NOTHING);
        long id = gu.get("/api/session").json().get("id").asLong();
        tx.executeWithoutResult(status -> jdbc.sql("update notifications.message set author_id = :id where key = :key")
            .param("id", id).param("key", own.id()).update());
        assertThat(decide(gu, own, "{\"allow\":true,\"note\":\"x\"}").status()).isEqualTo(403);
    }

    @Test
    void anOrderHearsOfItsReviewTwiceAtMost() {
        About review = new About("R-1", false, false, Set.of());
        assertThat(say("您好，请问台灯哪里不亮？", review).verdict().outcome()).isEqualTo(Verdict.Outcome.ALLOW);
        assertThat(say("我们想了解具体情况。", review).verdict().outcome()).isEqualTo(Verdict.Outcome.ALLOW);
        Said third = say("请告诉我们批次号。", review);
        assertThat(third.state()).isEqualTo("BLOCKED");
        assertThat(Guards.lines(third.verdict())).containsExactly(RedLine.G4);
        assertThat(say("您的退货已签收。", About.NOTHING).state()).isEqualTo("NEW");
    }

    @Test
    void whoAskedToBeLeftAloneIs() {
        notifications.heard("lanting", buyer, "别再联系我了");
        Said said = say("您好，请问台灯哪里不亮？", new About("R-1", false, false, Set.of()));
        assertThat(Guards.lines(said.verdict())).containsExactly(RedLine.G18);
        assertThat(Guards.lines(say("新到一批灯泡", new About(null, false, true, Set.of())).verdict())).containsExactly(RedLine.G15);
        tx.executeWithoutResult(status -> notifications.wish("lanting", buyer, Notifications.Topic.MARKETING, true));
        assertThat(say("新到一批灯罩", new About(null, false, true, Set.of())).state()).isEqualTo("NEW");
    }

    private Said say(String text, About about) {
        return notifications.say(new Message("lanting", caseNumber, Message.TYPED, "zh-CN", new Recipient(buyer, order, null),
            Map.of("text", text), UUID.randomUUID().toString(), about), Who.SYSTEM);
    }

    private static Answer decide(Visitor visitor, Said held, String decision) {
        return visitor.post("/api/held-messages/" + held.id(), decision);
    }

    private int owed() {
        return tx.execute(status -> jdbc.sql("""
                select count(*) from dispatch.outbox o join notifications.message m on m.key = o.ref where m.case_number = :case""")
            .param("case", caseNumber).query(Integer.class).single());
    }

    private List<String> read() {
        return tx.execute(status -> jdbc.sql("select text from sandbox.buyer_message where order_no = :order").param("order", order)
            .query(String.class).list());
    }
}

package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What happens at Taobao reaches the house once and in order, by queue or by reading, however it is told. */
@RoomTest
class TaobaoRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    TaobaoLists lists;
    @Autowired
    TaobaoAccounts accounts;
    @Autowired
    MarketWatch watch;

    private MarketFloor floor;

    @BeforeEach
    void aShop() {
        floor = tools.taobao(port, Map.of("group", "one-shop"), Map.of());
    }

    private String refund(String tid, String how) {
        return floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "fee", "128.00", "how", how)).path("name").asString();
    }

    private void act(String refund, String what, String how) {
        floor.act("act", Map.of("name", refund, "what", what, "how", how));
    }

    @Test
    void theAccountIsTriedByAQuestion() {
        assertThat(floor.tested().path("ok").asBoolean()).isTrue();
        assertThat(tools.taobao(port, Map.of("signMethod", "md5"), Map.of()).tested().path("ok").asBoolean()).isTrue();
        assertThat(tools.taobao(port, Map.of("signMethod", "hmac-sha256"), Map.of()).tested().path("ok").asBoolean()).isTrue();
        assertThat(tools.taobao(port, Map.of(), Map.of("appSecret", "another-secret")).tested().path("ok").asBoolean()).isFalse();
        JsonNode expired = tools.taobao(port, Map.of(), Map.of("session", "demo-session")).tested();
        assertThat(expired.path("ok").asBoolean()).isFalse();
        assertThat(expired.path("en").asString()).contains("permission");
    }

    @Test
    void aWordThatIsToldTwiceOrLateMakesOneLetter() {
        String twice = refund("6100001", "twice");
        String late = refund("6100002", "late");
        String silent = refund("6100003", "silent");
        floor.read();
        for (String each : List.of(twice, late, silent)) {
            floor.matter(each, State.ASKED);
            floor.until("a letter of " + each, () -> !floor.letters("requests", each).isEmpty());
        }
        floor.read();
        floor.until("all words were followed", () -> floor.rows("select event from platforms.hint where shop_id = :shop and state = 'NEW' and matter <> :key", "").isEmpty());
        for (String each : List.of(twice, late, silent)) {
            assertThat(floor.letters("requests", each)).as(each).hasSize(1);
        }
        JsonNode letter = floor.letters("requests", twice).get(0);
        assertThat(letter.path("kind").asString()).isEqualTo("REFUND_ONLY");
        assertThat(letter.path("askedAmount").path("minor").asLong()).isEqualTo(12_800);
        assertThat(letter.path("platformDeadline").asString()).isNotEmpty();
    }

    @Test
    void theStoryOfAReturnIsToldStepByStep() {
        String id = floor.act("refunds", Map.of("shop", floor.shop, "tid", "6200001", "type", "REFUND_AND_RETURN", "fee", "59.90", "how", "once")).path("name").asString();
        floor.read();
        PlatformMatter asked = floor.matter(id, State.ASKED);
        assertThat(asked.allows()).contains(Kind.AGREE_RETURN, Kind.REFUSE);
        List<PlatformMatter.Ground> grounds = floor.tx.execute(status -> floor.platforms.grounds(floor.shop, id));
        assertThat(grounds).extracting(PlatformMatter.Ground::code).contains("101", "102");

        act(id, "STEP_IN", "silent");
        floor.read();
        floor.until("the platform stepped in", () -> floor.matter(id).step() == Step.STEPPED_IN);
        act(id, "SHIP", "once");
        floor.read();
        floor.matter(id, State.GOODS_BACK);
        floor.until("the parcel back is told", () -> !floor.letters("parcels", id + "/YT" + id).isEmpty());
        act(id, "FOR_BUYER", "once");
        floor.read();
        floor.matter(id, State.DONE);
        floor.until("four words", () -> floor.letters("requests", id).size() == 4);
        List<JsonNode> letters = floor.letters("requests", id);
        assertThat(letters).extracting(letter -> letter.path("version").asString()).containsExactly("1", "2", "3", "4");
        assertThat(letters).extracting(letter -> letter.path("platform").path("step").asString("")).containsExactly("", "STEPPED_IN", "", "DECIDED");
        assertThat(letters.get(3).path("platform").path("paid").path("minor").asLong()).isEqualTo(5_990);
    }

    @Test
    void aWordNobodyKnowsIsParkedWithItsReasonAndAskedAgain() {
        String id = refund("6300001", "once");
        act(id, "BREAK", "silent");
        floor.read();
        floor.until("it is parked", () -> "UNKNOWN_STATUS WAIT_FOR_THE_MOON".equals(floor.row("select reason from platforms.hint where shop_id = :shop and matter = :key and state = 'PARKED'", id)));
        assertThat(floor.letters("requests", id)).isEmpty();
        assertThat(floor.as("zhao").get("/api/platforms/hints?limit=100").json().path("items").findValuesAsString("matter")).contains(id);
        assertThat(floor.as("lin").get("/api/platforms/hints").status()).isEqualTo(403);
        act(id, "CLOSE", "silent");
        String row = floor.row("select id::text from platforms.hint where shop_id = :shop and matter = :key and state = 'PARKED' limit 1", id);
        assertThat(floor.as("zhao").post("/api/platforms/hints/" + row + "/retry", "{}").status()).isEqualTo(202);
        floor.matter(id, State.CLOSED);
    }

    @Test
    void aReviewArrivesOnceAndMayBeAnsweredOnce() {
        floor.act("rates", Map.of("shop", floor.shop, "tid", "6400001", "oid", "64000011", "result", "bad", "content", "味道很大", "how", "twice"));
        floor.read();
        PlatformMatter review = floor.matter("rate-64000011", State.ASKED);
        assertThat(review.orderId()).isEqualTo("6400001");
        floor.until("the review is told", () -> floor.letters("reviews", "64000011@6400001").size() == 1);
        String number = floor.ask(Kind.REPLY_REVIEW, "64000011", "很抱歉给您带来不便，我们已联系您检测处理。");
        floor.becomes(number, "DONE");
        assertThat(floor.deeds("rate:64000011")).containsExactly("ANSWERED");
        floor.becomes(floor.ask(Kind.REPLY_REVIEW, "rate-64000011", "再说一句"), "REFUSED");
    }

    @Test
    void aReviewThatABuyerChangesWithoutAWordIsFoundByLookingAgain() {
        floor.act("rates", Map.of("shop", floor.shop, "tid", "6450001", "oid", "64500011", "result", "bad", "content", "味道很大", "how", "once"));
        floor.read();
        floor.matter("rate-64500011", State.ASKED);
        floor.act("rates/change", Map.of("shop", floor.shop, "oid", "64500011", "result", "good", "content", "客服处理得很好"));
        watch.look();
        assertThat(floor.matter("rate-64500011").word()).as("looked at a moment ago").isEqualTo("bad");
        floor.tx.executeWithoutResult(status -> floor.books.sql("update platforms.matter set looked_at = now() - interval '13 hours', told_at = now() - interval '13 hours' where shop_id = :shop")
            .param("shop", floor.shop).update());
        watch.look();
        floor.until("the change is known", () -> floor.matter("rate-64500011").word().equals("good"));
        floor.until("it is told", () -> floor.letters("reviews", "64500011@6450001").size() == 2);
        assertThat(floor.letters("reviews", "64500011@6450001").get(1).path("score").asInt()).isEqualTo(5);
    }

    @Test
    void aReviewThatWasTakenDownIsClosedAndNobodyIsAskedAgain() {
        floor.act("rates", Map.of("shop", floor.shop, "tid", "6460001", "oid", "64600011", "result", "bad", "content", "不给红包就差评", "how", "once"));
        floor.read();
        floor.matter("rate-64600011", State.ASKED);
        floor.act("rates/take-down", Map.of("shop", floor.shop, "oid", "64600011"));
        floor.tx.executeWithoutResult(status -> floor.books.sql("update platforms.matter set looked_at = now() - interval '13 hours', told_at = now() - interval '13 hours' where shop_id = :shop")
            .param("shop", floor.shop).update());
        watch.look();
        assertThat(floor.matter("rate-64600011", State.CLOSED).word()).isEqualTo("GONE");
        assertThat(floor.rows("select id::text from platforms.hint where shop_id = :shop and matter = :key and state = 'PARKED'", "rate-64600011")).isEmpty();
    }

    /** Between two pages things change and leave the list: what stood behind them moves, and is read nevertheless. */
    @Test
    void whatChangesWhileAListIsReadIsNamedTwiceRatherThanNever() throws Exception {
        floor.act("play", Map.of("shop", floor.shop, "seed", 7, "many", 260));
        TaobaoAccounts.Taobao account = accounts.of(floor.shop);
        Instant to = Instant.now();
        Instant from = to.minusSeconds(600);
        Set<String> all = new HashSet<>(floor.rows("select name from sandbox.market_thing where shop = :shop and kind = 'refund' and name <> :key", ""));
        Set<String> named = new HashSet<>();
        Marketplace.Page page = lists.page(account, "refunds", from, to, null);
        assertThat(page.tooMany()).isFalse();
        while (page.next() != null) {
            page = lists.page(account, "refunds", from, to, page.next());
            page.hints().forEach(hint -> named.add(hint.matter()));
            floor.rows("select name from sandbox.market_thing where shop = :shop and kind = 'refund' and name <> :key order by modified desc limit 3", "")
                .forEach(name -> floor.books.sql("update sandbox.market_thing set modified = now() + interval '1 hour' where name = :name").param("name", name).update());
        }
        Set<String> moved = new HashSet<>(floor.rows("select name from sandbox.market_thing where shop = :shop and modified > now() + interval '30 minutes' and name <> :key", ""));
        all.removeAll(named);
        assertThat(moved).containsAll(all);
    }

    @Test
    void manyRefundsToldInEveryWayBecomeOneStateEach() {
        floor.act("play", Map.of("shop", floor.shop, "seed", 11, "many", 45));
        floor.read();
        Map<String, String> theirs = new HashMap<>();
        for (String row : floor.rows("select name || ' ' || (body ->> 'status') from sandbox.market_thing where shop = :shop and kind in ('refund', 'exchange') and name <> :key", "")) {
            theirs.put(row.split(" ")[0], row.split(" ")[1]);
        }
        floor.until("all stand as there", () -> {
            Map<String, String> ours = new HashMap<>();
            floor.rows("select id || ' ' || word from platforms.matter where shop_id = :shop and id <> :key", "").forEach(row -> ours.put(row.split(" ")[0], row.split(" ")[1]));
            return ours.equals(theirs);
        });
        floor.until("nothing is under way", () -> floor.rows("select id::text from platforms.letter where shop_id = :shop and state = 'NEW' and matter <> :key", "").isEmpty());
        assertThat(floor.rows("select id::text from platforms.letter where shop_id = :shop and state = 'PARKED' and matter <> :key", "")).isEmpty();
        assertThat(floor.rows("select external_id from intake.message where shop_id = :shop and kind = 'requests' and external_id <> :key group by external_id, version having count(*) > 1", "")).isEmpty();
    }

    @Test
    void anAmountMovedByTheBuyerIsNewsAndATimeoutIsThePlatformsOwnDeed() {
        String id = refund("6500001", "once");
        floor.read();
        floor.matter(id, State.ASKED);
        floor.act("act", Map.of("name", id, "what", "MODIFY", "value", "50.00"));
        floor.read();
        floor.until("the amount moved", () -> floor.matter(id).amount().equals(new Money(5_000, "CNY")));
        act(id, "TIMEOUT", "once");
        floor.read();
        floor.matter(id, State.DONE);
        floor.until("the end is told", () -> floor.letters("requests", id).size() == 3);
        assertThat(floor.letters("requests", id).get(2).path("platform").path("verdict").asString()).isEqualTo("BUYER");
    }
}

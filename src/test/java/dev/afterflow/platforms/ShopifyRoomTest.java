package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.providers.Provider;
import dev.afterflow.providers.Provider.Ask;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Shopify's orders, returns and disputes come by webhook and by reading, each once; our word goes back once. */
@RoomTest
class ShopifyRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    StraightPapers papers;

    @Autowired
    @Qualifier("shopifyPay")
    MarketPay pay;

    private MarketFloor floor;

    @BeforeEach
    void aShop() {
        floor = tools.shopify(port);
    }

    private String order(String how) {
        return floor.act("shopify/orders", Map.of("shop", floor.shop, "amount", "129.50", "currency", "BRL", "how", how)).path("name").asString();
    }

    private String returned(String order, String how) {
        return floor.act("shopify/returns", Map.of("shop", floor.shop, "order", order, "how", how)).path("name").asString();
    }

    private String hook() {
        String told = floor.tested().path("en").asString();
        assertThat(told).contains("/api/notices/platforms/shopify/");
        String url = told.substring(told.indexOf("http://"));
        floor.act("shopify/console", Map.of("shop", floor.shop, "url", url));
        return url;
    }

    private static String number(String gid) {
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    @Test
    void webhooksLeadToOrdersAndReturnsOnceHoweverOftenTheyCome() {
        hook();
        String order = order("twice");
        floor.until("the order is here", () -> floor.row("select order_id from orders.shop_order where shop_id = :shop and order_id = :key", number(order)) != null);
        String returned = returned(order, "twice");
        floor.matter(returned, State.ASKED);
        floor.until("one letter", () -> floor.letters("requests", returned).size() == 1);
        assertThat(floor.rows("select state from platforms.hint where shop_id = :shop and matter = :key and source = 'PUSH'", returned)).containsExactly("DONE");
        floor.read();
        floor.until("it was read too", () -> floor.rows("select state from platforms.hint where shop_id = :shop and matter = :key and source = 'POLL'", returned).contains("DONE"));
        assertThat(floor.letters("requests", returned)).hasSize(1);
        JsonNode letter = floor.letters("requests", returned).get(0);
        assertThat(letter.path("orderId").asString()).isEqualTo(number(order));
        assertThat(letter.path("lines").path(0).path("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void aForgedWebhookIsSentAwayAndReadingFindsWhatWasNotTold() {
        hook();
        String order = order("silent");
        String returned = returned(order, "forged");
        assertThat(floor.rows("select id::text from platforms.hint where shop_id = :shop and matter = :key", returned)).isEmpty();
        floor.read();
        floor.matter(returned, State.ASKED);
        floor.until("order and return", () -> floor.letters("requests", returned).size() == 1);
    }

    @Test
    void twentyDeliveriesAtOnceAreOneWordAndEachIsThanked() throws Exception {
        String url = hook();
        String returned = returned(order("silent"), "silent");
        byte[] body = ("{\"id\":" + number(returned) + "}").getBytes(StandardCharsets.UTF_8);
        HttpRequest delivery = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json").header("X-Shopify-Topic", "returns/request")
            .header("X-Shopify-Webhook-Id", "d-" + number(returned)).header("X-Shopify-Hmac-SHA256", ShopifyHooksTest.seal("shopify-demo-secret", body)).POST(BodyPublishers.ofByteArray(body)).build();
        List<Callable<Integer>> all = Collections.nCopies(20, () -> HttpClient.newHttpClient().send(delivery, BodyHandlers.discarding()).statusCode());
        assertThat(AtOnce.all(all)).containsOnly(200);
        floor.matter(returned, State.ASKED);
        assertThat(floor.rows("select id::text from platforms.hint where shop_id = :shop and matter = :key and source = 'PUSH'", returned)).hasSize(1);
        floor.until("one letter", () -> floor.letters("requests", returned).size() == 1);
    }

    @Test
    void aReturnIsApprovedRefundedOnceAndClosed() {
        String order = order("silent");
        String returned = returned(order, "silent");
        floor.read();
        PlatformMatter matter = floor.matter(returned, State.ASKED);
        floor.becomes(floor.ask(Kind.AGREE_RETURN, returned, matter.version(), null, null, null, Map.of()), "DONE");
        floor.act("fault", Map.of("shop", floor.shop, "method", "Refund", "how", "LOSE"));
        String number = floor.ask(Kind.AGREE_REFUND, returned, null, new Money(6_475, "BRL"), null, null, Map.of());
        floor.until("it was given", () -> floor.deeds(order).size() == 1);
        floor.hurry(number);
        floor.becomes(number, "DONE");
        assertThat(floor.code(number)).isEqualTo("FOUND_DONE");
        floor.becomes(floor.ask(Kind.AGREE_REFUND, returned, null, new Money(99_900, "BRL"), null, null, Map.of()), "BY_HAND");
        floor.becomes(floor.ask(Kind.CONFIRM_GOODS, returned, null), "DONE");
        assertThat(floor.deeds(returned)).containsExactly("OPEN", "CLOSED");
        assertThat(floor.deeds(order)).containsExactly("GIVEN");
    }

    @Test
    void aReturnIsDeclinedInTheMarketplacesWordsAndThatIsNoWithdrawal() {
        String returned = returned(order("silent"), "silent");
        floor.read();
        floor.matter(returned, State.ASKED);
        floor.becomes(floor.ask(Kind.REFUSE, returned, null, null, "RETURN_PERIOD_ENDED", "The period of 30 days ended on 1 November.", Map.of()), "DONE");
        floor.becomes(floor.ask(Kind.REFUSE, returned, null, null, "OTHER", "Again", Map.of()), "DONE");
        assertThat(floor.deeds(returned)).containsExactly("DECLINED");
        floor.read();
        floor.matter(returned, State.CLOSED);
        assertThat(floor.letters("requests", returned)).hasSize(1);
    }

    @Test
    void aChargebackIsContestedOnceWithFilesAndItsVerdictComesBack() {
        String order = order("silent");
        String dispute = floor.act("shopify/disputes", Map.of("shop", floor.shop, "order", order, "amount", "129.50", "currency", "BRL")).path("name").asString();
        floor.read();
        PlatformMatter matter = floor.matter(dispute, State.ASKED);
        assertThat(matter.deadline()).isNotNull();
        floor.until("the dispute is told", () -> floor.letters("disputes", dispute).size() == 1);
        assertThat(floor.letters("disputes", dispute).get(0).path("kind").asString()).isEqualTo("CHARGEBACK");
        String number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        papers.lay(number, new Paper("delivery.pdf", "application/pdf", new byte[] {1, 2, 3}, "00", "shipping_documentation"), new Paper("chat.png", "image/png", new byte[] {4}, "01", "customer_communication"));
        floor.tx.executeWithoutResult(status -> floor.platforms.send(new PlatformRequest(number, "C-1", floor.shop, Kind.SUBMIT_EVIDENCE, dispute, matter.version(), null, null, "Delivered and signed", Map.of())));
        floor.becomes(number, "DONE");
        floor.becomes(floor.ask(Kind.SUBMIT_EVIDENCE, dispute, "once more"), "DONE");
        assertThat(floor.deeds(dispute)).containsExactly("SUBMITTED");
        assertThat(floor.row("select body #>> '{evidence,shippingDocumentationFile,id}' from sandbox.market_thing where shop = :shop and name = :key", dispute)).contains("DisputeFileUpload");
        assertThat(floor.platforms.way(floor.shop, Kind.ACCEPT)).isEqualTo(Platforms.Way.BY_HAND);
        floor.act("shopify/decide", Map.of("name", dispute, "what", "LOST"));
        floor.read();
        assertThat(floor.matter(dispute, State.DONE).step()).isEqualTo(Step.DECIDED_BUYER);
    }

    /** As after a restore from a backup that is older than the refund. */
    @Test
    void aRefundOfOursThatTheHouseForgotIsFoundByReadingAndAskedAboutOnce() {
        String order = order("silent");
        floor.read();
        floor.until("the order is here", () -> floor.row("select order_id from orders.shop_order where shop_id = :shop and order_id = :key", number(order)) != null);
        String payment = number(order) + "/" + number(order) + "2";
        Ask ask = new Ask(floor.shop, "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase() + "g0",
            floor.tx.execute(status -> pay.request(new Provider.Order(floor.shop, "C-1", "x", payment, new Money(4_950, "BRL"), new Money(12_950, "BRL"), "refund", "/p"))));
        assertThat(pay.seen(ask)).hasValueSatisfying(seen -> assertThat(seen).isEmpty());
        pay.refund(ask);
        floor.until("given", () -> pay.query(ask).result() == Provider.Result.SUCCEEDED);
        floor.read();
        floor.until("what we know of is no news", () -> floor.rows("select state from platforms.hint where shop_id = :shop and matter = :key and state = 'NEW'", order).isEmpty());
        assertThat(floor.rows("select id::text from platforms.letter where shop_id = :shop and kind = :key", "statements")).isEmpty();

        floor.tx.executeWithoutResult(status -> {
            floor.books.sql("delete from platforms.request where number = :no").param("no", ask.refundNo()).update();
            floor.books.sql("delete from platforms.hint where shop_id = :shop").param("shop", floor.shop).update();
        });
        assertThat(pay.query(ask)).extracting(Provider.Answer::result, Provider.Answer::code, Provider.Answer::amount)
            .containsExactly(Provider.Result.SUCCEEDED, "FOUND_THERE", new Money(4_950, "BRL"));
        assertThat(pay.seen(ask)).hasValueSatisfying(seen -> assertThat(seen).containsExactly(new Provider.Seen(ask.refundNo(), new Money(4_950, "BRL"))));
        floor.read();
        String lines = "select verdict || ' ' || their_amount || ' ' || coalesce(holder, '-') from payments.recon_item where shop_id = :shop and refund_no = :key";
        floor.until("it is asked about", () -> floor.rows(lines, ask.refundNo()).equals(List.of("ONLY_THEIRS 4950 clearing")));
        floor.until("by finance", () -> floor.row("select case_number from payments.recon_item where shop_id = :shop and refund_no = :key", ask.refundNo()) != null);
        floor.act("shopify/returns", Map.of("shop", floor.shop, "order", order, "how", "silent"));
        floor.read();
        floor.until("the order was read again", () -> floor.rows("select state from platforms.hint where shop_id = :shop and matter = :key", order).stream().filter("DONE"::equals).count() >= 2);
        assertThat(floor.rows(lines, ask.refundNo())).hasSize(1);
        assertThat(floor.deeds(order)).containsExactly("GIVEN");
    }

    @Test
    void whenThePointsAreUsedUpWorkWaitsForThem() {
        String order = order("silent");
        String returned = returned(order, "silent");
        floor.act("shopify/drain", Map.of("shop", floor.shop, "calls", 0));
        floor.read();
        floor.matter(returned, State.ASKED);
    }

    @Test
    void aRemarkIsSetOnce() {
        String order = order("silent");
        floor.becomes(floor.ask(Kind.FLAG, number(order), null, null, null, "after-sales", Map.of("FLAG", "1")), "DONE");
        floor.becomes(floor.ask(Kind.FLAG, number(order), null, null, null, "after-sales", Map.of("FLAG", "1")), "DONE");
        assertThat(floor.row("select times::text || flag from sandbox.market_remark where shop = :shop and order_no = :key", order)).isEqualTo("1flag-red");
    }
}

package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Ask;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.platforms.PlatformMatter.State;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Money that the marketplace gives back itself: decided in the house, given there once, booked once, whoever gave it. */
@RoomTest
class MarketPayRoomTest {

    private static final Money FIFTY = new Money(5_000, "CNY");

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    MarketPay taobaoPay;
    @Autowired
    MarketPay shopifyPay;

    private final String tid = "72" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);

    private String refund(MarketFloor floor, Map<String, ?> more) {
        Map<String, Object> words = new HashMap<>(Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00", "reason", "多拍/拍错/不想要"));
        words.putAll(more);
        return floor.act("refunds", words).path("name").asString();
    }

    private String booked(MarketFloor floor, String caseNumber) {
        return floor.row("""
            select state || ' ' || provider || ' ' || (select count(*) || ' lines, sum ' || sum(amount) from payments.ledger_entry l where l.ref = r.refund_no)
            from payments.refund r where shop_id = :shop and case_number = :key""", caseNumber);
    }

    @Test
    void aRefundDecidedInTheHouseIsGivenThereOnceAndBooked() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, false);
        String refund = refund(floor, Map.of("orderStatus", "WAIT_SELLER_SEND_GOODS"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.untilClosed(number, "REFUNDED");
        assertThat(floor.deeds(refund)).containsExactly("GIVEN");
        assertThat(booked(floor, number)).isEqualTo("SUCCEEDED taobao 2 lines, sum 0");
    }

    @Test
    void whatTheMarketplaceGaveItselfMeanwhileIsBookedOnceAndGivenByNobodyElse() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, false);
        String refund = refund(floor, Map.of("orderStatus", "WAIT_SELLER_SEND_GOODS"));
        floor.act("fault", Map.of("shop", floor.shop, "method", "taobao.rp.refunds.agree", "how", "FAIL"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.until("it was tried", () -> "SENDING".equals(floor.row("select state from platforms.request where shop_id = :shop and matter = :key", refund)));
        floor.act("act", Map.of("name", refund, "what", "TIMEOUT"));
        floor.hurry(floor.row("select number from platforms.request where shop_id = :shop and matter = :key", refund));
        floor.untilClosed(number, "REFUNDED");
        floor.matter(refund, State.DONE);
        assertThat(floor.deeds(refund)).as("by our machine").isEmpty();
        assertThat(booked(floor, number)).isEqualTo("SUCCEEDED taobao 2 lines, sum 0");
        assertThat(floor.rows("select number from cases.case_file where shop_id = :shop and order_id = :key", tid)).as("nobody is asked to claim it back").hasSize(1);
    }

    @Test
    void whatTheMarketplaceDecidedToGiveIsBookedAsGivenAndNothingIsLeftToGive() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        String refund = refund(floor, Map.of("reason", "未收到货"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        floor.act("act", Map.of("name", refund, "what", "FOR_BUYER"));
        floor.read();
        floor.untilClosed(number, "PLATFORM_PAID");
        assertThat(booked(floor, number)).isEqualTo("SUCCEEDED taobao 2 lines, sum 0");
        assertThat(floor.row("select captured || ' ' || reserved || ' ' || refunded from payments.paid_order where shop_id = :shop and payment_id = :key", tid)).isEqualTo("5000 0 5000");
        assertThat(floor.deeds(refund)).isEmpty();
    }

    @Test
    void twoRefundsOfOneAmountAreAgreedOnTwoRequestsAndAThirdWaitsUntilTheBuyerAsks() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        String one = refund(floor, Map.of("oid", tid + "1"));
        String two = refund(floor, Map.of("oid", tid + "2"));
        floor.read();
        floor.matter(one, State.ASKED);
        floor.matter(two, State.ASKED);
        Ask[] asks = {ask(taobaoPay, floor, tid, FIFTY), ask(taobaoPay, floor, tid, FIFTY), ask(taobaoPay, floor, tid, FIFTY)};
        assertThat(taobaoPay.query(asks[0]).result()).isEqualTo(Result.NOT_FOUND);
        assertThat(taobaoPay.refund(asks[0]).result()).isEqualTo(Result.PROCESSING);
        assertThat(taobaoPay.refund(asks[1]).result()).isEqualTo(Result.PROCESSING);
        assertThat(taobaoPay.refund(asks[2]).code()).isEqualTo("NOTHING_ASKED_THERE");
        given(floor, taobaoPay, asks[0]);
        given(floor, taobaoPay, asks[1]);
        assertThat(floor.deeds(one)).containsExactly("GIVEN");
        assertThat(floor.deeds(two)).containsExactly("GIVEN");
        assertThat(taobaoPay.refund(asks[2]).result()).isEqualTo(Result.HELD);
    }

    @Test
    void anAmountTheBuyerMovedThereEndsTheRefundAndFreesItsMoney() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        String refund = refund(floor, Map.of());
        floor.read();
        floor.matter(refund, State.ASKED);
        Ask ask = ask(taobaoPay, floor, tid, FIFTY);
        floor.act("act", Map.of("name", refund, "what", "MODIFY", "value", "30.00", "how", "silent"));
        taobaoPay.refund(ask);
        floor.until("closed", () -> taobaoPay.query(ask).result() == Result.CLOSED);
        assertThat(floor.deeds(refund)).isEmpty();
    }

    @Test
    void anOrderAtShopifyIsRefundedOutOfItsOwnPaymentOnceWithoutAReturn() {
        MarketFloor floor = tools.shopify(port);
        JsonNode order = floor.act("shopify/orders", Map.of("shop", floor.shop, "amount", "129.50", "currency", "BRL"));
        String name = order.path("name").asString();
        String payment = ShopifyQueries.number(name) + "/" + ShopifyQueries.number(order.at("/body/transactions/0/id").asString());
        Ask ask = ask(shopifyPay, floor, payment, new Money(4_950, "BRL"));
        floor.act("fault", Map.of("shop", floor.shop, "method", "Refund", "how", "LOSE"));
        assertThat(shopifyPay.refund(ask).result()).isEqualTo(Result.PROCESSING);
        floor.until("it was given", () -> floor.deeds(name).size() == 1);
        floor.hurry(ask.refundNo());
        given(floor, shopifyPay, ask);
        assertThat(floor.deeds(name)).hasSize(1);
    }

    private static Ask ask(MarketPay pay, MarketFloor floor, String payment, Money amount) {
        String number = "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase() + "g0";
        return new Ask(floor.shop, number, floor.tx.execute(status -> pay.request(new Provider.Order(floor.shop, "C-1", number, payment, amount, amount, "售后退款", "/p"))));
    }

    private static void given(MarketFloor floor, MarketPay pay, Ask ask) {
        floor.until("given", () -> pay.query(ask).result() == Result.SUCCEEDED);
        Answer answer = pay.query(ask);
        assertThat(answer.amount()).isNotNull();
        assertThat(answer.providerRefundId()).isNotBlank();
    }
}

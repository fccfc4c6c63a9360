package dev.afterflow.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.afterflow.RoomTest;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.money.Money;
import dev.afterflow.payments.ProviderTill;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Ask;
import dev.afterflow.providers.Provider.Order;
import dev.afterflow.providers.Provider.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The adapter over HTTP: against the played Alipay with each of its faults, and against worse company. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class AlipayAdapterRoomTest {

    private static final Money AMOUNT = new Money(12950, "CNY");

    @Autowired
    private AlipayProvider alipay;
    @Autowired
    private AlipaySettings settings;
    @Autowired
    private Connections connections;
    @Autowired
    private Addresses addresses;
    @Autowired
    private AlipayNotices notices;
    @Autowired
    private AlipayGateway gateway;
    @Autowired
    private Accounts<AlipayAccount> accounts;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;
    private final String payment = "PAY-" + UUID.randomUUID();
    private final String number = "R" + UUID.randomUUID().toString().replace("-", "").toUpperCase() + "g0";

    @ParameterizedTest(name = "{0}: {1}, then asked {2}")
    @CsvSource({"NONE,SUCCEEDED,SUCCEEDED,1", "FAIL_BEFORE,UNKNOWN,NOT_FOUND,0", "FAIL_AFTER,UNKNOWN,SUCCEEDED,1",
        "LOSE_REPLY,UNKNOWN,SUCCEEDED,1", "GARBLE,UNKNOWN,SUCCEEDED,1", "CLOSE,UNKNOWN,NOT_FOUND,0", "ABNORMAL,HELD,NOT_FOUND,0", "REFUSE,REFUSED,NOT_FOUND,0"})
    void everyFaultIsReadAsWhatItProves(String fault, Result sent, Result asked, int moved) {
        pay(fault);
        assertThat(alipay.refund(ask(AMOUNT)).result()).isEqualTo(sent);
        assertThat(alipay.query(ask(AMOUNT)).result()).isEqualTo(asked);
        assertThat(moved()).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATE", "PROCESSING"})
    void moneyThatMovesLateIsNoSuccessAtFirstAndIsFoundByAskingAgain(String fault) {
        pay(fault);
        assertThat(alipay.refund(ask(AMOUNT)).result()).isEqualTo(Result.UNKNOWN);
        await().atMost(Duration.ofSeconds(20)).until(() -> alipay.query(ask(AMOUNT)).result() == Result.SUCCEEDED);
        assertThat(alipay.query(ask(AMOUNT)).amount()).isEqualTo(AMOUNT);
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void aRepeatMovesNothingAndIsNoSuccessByItself() {
        pay("NONE");
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("FUND_CHANGE_Y");
        Answer again = alipay.refund(ask(AMOUNT));
        assertThat(again.result()).isEqualTo(Result.UNKNOWN);
        assertThat(again.code()).isEqualTo("FUND_CHANGE_N");
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void theSameNumberWithAnotherAmountIsNeitherPaidNorRefused() {
        pay("NONE");
        alipay.refund(ask(new Money(100, "CNY")));
        assertThat(alipay.refund(ask(new Money(200, "CNY"))).result()).isEqualTo(Result.UNKNOWN);
        assertThat(alipay.query(ask(new Money(200, "CNY"))).amount()).isEqualTo(new Money(100, "CNY"));
    }

    @Test
    void moreThanWasPaidAndAnUnknownTradeAreRefusedForGood() {
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        assertThat(alipay.query(ask(AMOUNT)).result()).isEqualTo(Result.NOT_FOUND);
        pay("NONE");
        assertThat(alipay.refund(ask(AMOUNT.plus(new Money(1, "CNY"))))).extracting(Answer::result, Answer::code)
            .containsExactly(Result.REFUSED, "ACQ.REASON_TRADE_REFUND_FEE_ERR");
    }

    @Test
    void aTradeGivenBackWholeIsClosedForAnotherNumber() {
        pay("NONE");
        alipay.refund(ask(AMOUNT));
        Ask second = new Ask("s", number + "x", ask(AMOUNT).request().replace(number, number + "x"));
        assertThat(alipay.refund(second)).extracting(Answer::result, Answer::code).containsExactly(Result.REFUSED, "ACQ.TRADE_HAS_CLOSE");
        assertThat(alipay.query(second).result()).isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void aRefundThatWaitsForTheBalanceIsPaidUnderTheSameNumberOnceItIsThere() {
        new ProviderTill(port).pays("alipay", payment, AMOUNT);
        new ProviderTill(port).plans(payment, "ABNORMAL", "ABNORMAL");
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("ACQ.SELLER_BALANCE_NOT_ENOUGH");
        assertThat(alipay.refund(ask(AMOUNT)).result()).isEqualTo(Result.HELD);
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("FUND_CHANGE_Y");
        assertThat(alipay.query(ask(AMOUNT)).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void aRefundAlipayGaveUpIsRefusedWhenItIsSentAgain() {
        pay("CLOSE");
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("FUND_CHANGE_N");
        await().atMost(Duration.ofSeconds(20)).until(() -> alipay.refund(ask(AMOUNT)).result() == Result.REFUSED);
        assertThat(alipay.refund(ask(AMOUNT)).code()).isEqualTo("ACQ.TRADE_HAS_CLOSE");
        assertThat(alipay.query(ask(AMOUNT)).result()).isEqualTo(Result.NOT_FOUND);
        assertThat(moved()).isZero();
    }

    @Test
    void anotherCurrencyNeverLeavesTheHouse() {
        Ask brl = ask(new Money(5, "BRL"));
        assertThat(alipay.refund(brl).result()).isEqualTo(Result.REFUSED);
        assertThat(alipay.query(brl).result()).isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void theRequestIsWrittenOnceWithTheExactAmount() {
        String request = ask(new Money(10, "CNY")).request();
        assertThat(json.readTree(json.readTree(request).path("biz_content").asString()).path("refund_amount").asString()).isEqualTo("0.10");
        assertThat(json.readTree(request).path("notify_url").asString()).isEqualTo("http://127.0.0.1:" + port + "/api/notices/payments/alipay/word");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "{\"alipay_trade_refund_response\":{\"code\":\"40004\",\"msg\":\"Business Failed\",\"sub_code\":\"ACQ.TRADE_HAS_FINISHED\"}}",
        "{\"alipay_trade_refund_response\":{\"code\":\"40004\",\"msg\":\"Business Failed\",\"sub_code\":\"ACQ.TRADE_HAS_FINISHED\"},\"sign\":\"\"}",
        "{\"alipay_trade_refund_response\":{\"code\":\"10000\",\"msg\":\"Success\",\"fund_change\":\"Y\"},\"sign\":\"AAAA\"}",
        "{\"alipay_trade_refund_response\":{\"code\":\"10000\",\"msg\":\"Success\",\"fund_change\":\"Y\"}}",
        "{\"error_response\":{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"isv.invalid-signature\"}}",
        "<html>502 Bad Gateway</html>", "{", ""})
    void whatIsNotSignedByAlipayProvesNothing(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            AlipayProvider misled = speakingTo("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway.do");
            assertThat(misled.refund(ask(AMOUNT)).result()).isEqualTo(Result.UNKNOWN);
            assertThat(misled.query(ask(AMOUNT)).result()).isEqualTo(Result.UNKNOWN);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoNeverAnswersIsGivenUpInTimeAndWhoIsNotThereAtOnce() throws IOException {
        String silent;
        try (ServerSocket socket = new ServerSocket(0)) {
            silent = "http://127.0.0.1:" + socket.getLocalPort() + "/gateway.do";
            long start = System.nanoTime();
            assertThat(speakingTo(silent).refund(ask(AMOUNT)).code()).isEqualTo("NO_ANSWER");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
        }
        assertThat(speakingTo(silent).query(ask(AMOUNT)).code()).isEqualTo("NO_ANSWER");
    }

    @Test
    void theSdkWritesNoRequestAndNoAnswerToTheLog(CapturedOutput output) {
        pay("GARBLE");
        alipay.refund(ask(AMOUNT));
        alipay.query(ask(AMOUNT));
        alipay.refund(new Ask("s", number, ask(AMOUNT).request().replace(payment, "PAY-unknown")));
        assertThat(output.getAll()).doesNotContain(number, payment, "buyer_logon_id", "refund_reason");
    }

    @Test
    void theBillIsGivenToNobodyWithoutAnAddressFromTheGateway() {
        assertThatThrownBy(() -> gateway.file(accounts.named(Accounts.HOUSE), "http://127.0.0.1:" + port + "/sandbox/alipay/bill?day=2026-11-20&sign=x")).isNotNull();
        assertThatThrownBy(() -> AlipayBill.read(new byte[] {1, 2, 3})).hasMessageContaining("no details");
    }

    private AlipayProvider speakingTo(String gateway) {
        MockEnvironment environment = new MockEnvironment().withProperty("afterflow.payments.alipay.gateway", gateway);
        AlipaySettings hasty = new AlipaySettings(settings.appId(), settings.privateKey(), settings.alipayPublicKey(), settings.sellerId(),
            settings.askAfter(), settings.window(), Duration.ofSeconds(1), null, 10);
        Accounts<AlipayAccount> there = AlipayConfiguration.alipayAccounts(hasty, environment, connections, addresses);
        return new AlipayProvider(hasty, there, new AlipayGateway(hasty, there, environment, json), notices, json);
    }

    private Ask ask(Money amount) {
        return new Ask("s", number, alipay.request(new Order("s", "C-1", number, payment, amount, AMOUNT, "七天无理由 & 退款", "/api/notices/payments/alipay/word")));
    }

    private void pay(String fault) {
        ProviderTill till = new ProviderTill(port);
        till.pays("alipay", payment, AMOUNT);
        till.plans(payment, fault);
    }

    private int moved() {
        List<String> log = tx.execute(status -> jdbc.sql("select refund_no from sandbox.money_log where refund_no = :no").param("no", number)
            .query(String.class).list());
        return log.size();
    }
}

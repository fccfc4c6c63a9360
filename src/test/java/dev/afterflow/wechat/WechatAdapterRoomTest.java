package dev.afterflow.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.afterflow.RoomTest;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.connections.Outbound;
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
import java.time.Clock;
import java.time.Duration;
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

/** The adapter over HTTP: against the played WeChat Pay with each of its faults, and against worse company. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class WechatAdapterRoomTest {

    private static final Money AMOUNT = new Money(12950, "CNY");

    @Autowired
    private WechatProvider wechat;
    @Autowired
    private WechatSettings settings;
    @Autowired
    private Connections connections;
    @Autowired
    private Addresses addresses;
    @Autowired
    private Outbound outbound;
    @Autowired
    private WechatNotices notices;
    @Autowired
    private WechatGateway gateway;
    @Autowired
    private Accounts<WechatAccount> accounts;
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
    @CsvSource({"NONE,SUCCEEDED,SUCCEEDED,1", "FAIL_BEFORE,UNKNOWN,NOT_FOUND,0", "FAIL_AFTER,UNKNOWN,SUCCEEDED,1", "LOSE_REPLY,UNKNOWN,SUCCEEDED,1",
        "GARBLE,UNKNOWN,SUCCEEDED,1", "ABNORMAL,ABNORMAL,ABNORMAL,0", "REFUSE,REFUSED,NOT_FOUND,0", "HOLD,HELD,NOT_FOUND,0", "LIMIT,UNKNOWN,NOT_FOUND,0"})
    void everyFaultIsReadAsWhatItProves(String fault, Result sent, Result asked, int moved) {
        pay(fault);
        assertThat(wechat.refund(ask(AMOUNT)).result()).isEqualTo(sent);
        assertThat(wechat.query(ask(AMOUNT)).result()).isEqualTo(asked);
        assertThat(moved()).isEqualTo(moved);
    }

    @ParameterizedTest(name = "{0}: {1} at first, {2} in the end")
    @CsvSource({"LATE,UNKNOWN,SUCCEEDED", "PROCESSING,PROCESSING,SUCCEEDED", "CLOSE,PROCESSING,CLOSED"})
    void whatTakesItsTimeIsFoundByAskingAgain(String fault, Result first, Result end) {
        pay(fault);
        assertThat(wechat.refund(ask(AMOUNT)).result()).isEqualTo(first);
        await().atMost(Duration.ofSeconds(20)).until(() -> wechat.query(ask(AMOUNT)).result() == end);
        assertThat(wechat.query(ask(AMOUNT)).amount()).isEqualTo(AMOUNT);
        assertThat(moved()).isEqualTo(end == Result.SUCCEEDED ? 1 : 0);
    }

    @Test
    void aRepeatWithTheSameWordsMovesNothingAndOneWithOthersIsTurnedDown() {
        pay("NONE");
        wechat.refund(ask(new Money(100, "CNY")));
        assertThat(wechat.refund(ask(new Money(100, "CNY"))).result()).isEqualTo(Result.SUCCEEDED);
        Answer other = wechat.refund(ask(new Money(200, "CNY")));
        assertThat(other.result()).isEqualTo(Result.REFUSED);
        assertThat(other.code()).isEqualTo("INVALID_REQUEST");
        assertThat(wechat.query(ask(new Money(200, "CNY"))).amount()).as("so the refusal proves nothing").isEqualTo(new Money(100, "CNY"));
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void anUnknownOrderIsNotRefusedForGoodAndMoreThanWasPaidIs() {
        assertThat(wechat.refund(ask(AMOUNT))).extracting(Answer::result, Answer::code).containsExactly(Result.UNKNOWN, "RESOURCE_NOT_EXISTS");
        pay("NONE");
        assertThat(wechat.refund(ask(AMOUNT.plus(new Money(1, "CNY"))))).extracting(Answer::result, Answer::code)
            .containsExactly(Result.REFUSED, "INVALID_REQUEST");
        assertThat(moved()).isZero();
    }

    @Test
    void aRefundThatWaitsForTheBalanceIsPaidUnderTheSameNumberOnceItIsThere() {
        ProviderTill till = new ProviderTill(port);
        till.pays("wechat", payment, AMOUNT);
        till.plans(payment, "HOLD", "HOLD");
        assertThat(wechat.refund(ask(AMOUNT)).code()).isEqualTo("NOT_ENOUGH");
        assertThat(wechat.refund(ask(AMOUNT)).result()).isEqualTo(Result.HELD);
        assertThat(wechat.refund(ask(AMOUNT)).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void anotherCurrencyNeverLeavesTheHouse() {
        Ask brl = ask(new Money(5, "BRL"));
        assertThat(wechat.refund(brl).result()).isEqualTo(Result.REFUSED);
        assertThat(wechat.query(brl).result()).isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void theRequestIsWrittenOnceInFenWithWhatWasPaidInAll() {
        assertThat(json.readTree(ask(new Money(10, "CNY")).request())).isEqualTo(json.readTree("""
            {"out_trade_no":"%s","out_refund_no":"%s","reason":"七天无理由 & 退款","notify_url":"http://127.0.0.1:%d/api/notices/payments/wechat/word",
             "amount":{"refund":10,"total":12950,"currency":"CNY"}}""".formatted(payment, number, port)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {"404|{\"code\":\"RESOURCE_NOT_EXISTS\",\"message\":\"x\"}", "403|{\"code\":\"USER_ACCOUNT_ABNORMAL\",\"message\":\"x\"}",
        "400|{\"code\":\"INVALID_REQUEST\"}", "200|{\"status\":\"SUCCESS\"}", "502|<html>Bad Gateway</html>", "200|{", "204|''"})
    void whatIsNotSealedByWechatPayProvesNothing(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            WechatProvider misled = speakingTo("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(misled.refund(ask(AMOUNT)).result()).isEqualTo(Result.UNKNOWN);
            assertThat(misled.query(ask(AMOUNT)).result()).isEqualTo(Result.UNKNOWN);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoIsNotThereIsGivenUpAtOnce() throws IOException {
        String silent;
        try (ServerSocket socket = new ServerSocket(0)) {
            silent = "http://127.0.0.1:" + socket.getLocalPort();
        }
        assertThat(speakingTo(silent).query(ask(AMOUNT)).code()).isEqualTo("NO_ANSWER");
    }

    @Test
    void aFileThatLiesElsewhereIsNotFetchedWithOurSignature() {
        assertThatThrownBy(() -> gateway.file(accounts.named(Accounts.HOUSE), "http://127.0.0.1:1/v3/billdownload/file")).hasMessageContaining("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBLE", "REFUSE"})
    void theSdkWritesNoRequestAndNoAnswerToTheLog(String fault, CapturedOutput output) {
        pay(fault);
        wechat.refund(ask(AMOUNT));
        wechat.query(ask(AMOUNT));
        assertThat(output.getAll()).doesNotContain(number, payment, "user_received_account");
    }

    private WechatProvider speakingTo(String address) {
        MockEnvironment environment = new MockEnvironment().withProperty("afterflow.payments.wechat.gateway", address);
        Accounts<WechatAccount> there = WechatConfiguration.wechatAccounts(settings, environment, connections, addresses);
        return new WechatProvider(settings, there, new WechatGateway(there, environment, outbound, Clock.systemUTC()), notices, json);
    }

    private Ask ask(Money amount) {
        return new Ask("s", number, wechat.request(new Order("s", "C-1", number, payment, amount, AMOUNT, "七天无理由 & 退款", "/api/notices/payments/wechat/word")));
    }

    private void pay(String fault) {
        ProviderTill till = new ProviderTill(port);
        till.pays("wechat", payment, AMOUNT);
        till.plans(payment, fault);
    }

    private int moved() {
        return tx.execute(status -> jdbc.sql("select count(*) from sandbox.money_log where refund_no = :no").param("no", number).query(Integer.class).single());
    }
}

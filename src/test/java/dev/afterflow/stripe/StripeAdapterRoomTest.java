package dev.afterflow.stripe;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The adapter over HTTP: against the played Stripe with each of its faults, and against every code of its document that matters. */
@RoomTest
class StripeAdapterRoomTest {

    private static final Money AMOUNT = new Money(12950, "USD");

    @Autowired
    private StripeProvider stripe;
    @Autowired
    private StripeSettings settings;
    @Autowired
    private Connections connections;
    @Autowired
    private Addresses addresses;
    @Autowired
    private Outbound outbound;
    @Autowired
    private StripeNotices notices;
    @Autowired
    private StripeHooks hooks;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;
    private final String payment = "pi_" + UUID.randomUUID().toString().replace("-", "");
    private final String number = "R" + UUID.randomUUID().toString().replace("-", "").toUpperCase() + "g0";

    @ParameterizedTest(name = "{0}: {1}, then asked {2}")
    @CsvSource({"NONE,SUCCEEDED,SUCCEEDED,1", "FAIL_BEFORE,UNKNOWN,NOT_FOUND,0", "FAIL_AFTER,UNKNOWN,SUCCEEDED,1", "LOSE_REPLY,UNKNOWN,SUCCEEDED,1",
        "GARBLE,UNKNOWN,SUCCEEDED,1", "ABNORMAL,PROCESSING,PROCESSING,0", "REFUSE,REFUSED,NOT_FOUND,0", "HOLD,HELD,NOT_FOUND,0", "LIMIT,UNKNOWN,NOT_FOUND,0"})
    void everyFaultIsReadAsWhatItProves(String fault, Result sent, Result asked, int moved) {
        pay(fault);
        assertThat(stripe.refund(ask(AMOUNT)).result()).isEqualTo(sent);
        assertThat(stripe.query(ask(AMOUNT)).result()).isEqualTo(asked);
        assertThat(moved()).isEqualTo(moved);
    }

    @ParameterizedTest(name = "{0}: {1} at first, {2} in the end")
    @CsvSource({"LATE,UNKNOWN,SUCCEEDED", "PROCESSING,PROCESSING,SUCCEEDED", "CLOSE,PROCESSING,CLOSED"})
    void whatTakesItsTimeIsFoundByAskingAgain(String fault, Result first, Result end) {
        pay(fault);
        assertThat(stripe.refund(ask(AMOUNT)).result()).isEqualTo(first);
        await().atMost(Duration.ofSeconds(20)).until(() -> stripe.query(ask(AMOUNT)).result() == end);
        assertThat(stripe.query(ask(AMOUNT)).amount()).isEqualTo(AMOUNT);
    }

    @Test
    void aRepeatUnderTheKeyIsAnsweredAsBeforeAndOtherWordsUnderItAreNot() {
        pay("NONE");
        assertThat(stripe.refund(ask(new Money(100, "USD"))).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(stripe.refund(ask(new Money(100, "USD"))).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(stripe.refund(ask(new Money(200, "USD"))).code()).isEqualTo("idempotency_error");
        assertThat(stripe.query(ask(new Money(200, "USD"))).amount()).isEqualTo(new Money(100, "USD"));
        assertThat(moved()).isEqualTo(1);
    }

    @Test
    void aPaymentNobodyMadeOneGivenBackWholeAndTooMuchAreRefused() {
        assertThat(stripe.refund(ask(AMOUNT))).extracting(Answer::result, Answer::code).containsExactly(Result.REFUSED, "resource_missing");
        pay("NONE");
        Ask more = new Ask("s", number + "m", form(AMOUNT.plus(new Money(1, "USD"))).replace(number, number + "m"));
        assertThat(stripe.refund(more)).extracting(Answer::result, Answer::code).containsExactly(Result.REFUSED, "invalid_request_error");
        Ask first = new Ask("s", number + "a", form(AMOUNT).replace(number, number + "a"));
        assertThat(stripe.refund(first).result()).isEqualTo(Result.SUCCEEDED);
        Ask second = new Ask("s", number + "b", form(AMOUNT).replace(number, number + "b"));
        assertThat(stripe.refund(second)).extracting(Answer::result, Answer::code).containsExactly(Result.REFUSED, "charge_already_refunded");
        assertThat(stripe.query(second).result()).isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void aRefundThatCameBackFromTheBankIsReturned() {
        pay("NONE");
        stripe.refund(ask(AMOUNT));
        new ProviderTill(port).comesBack(number);
        assertThat(stripe.query(ask(AMOUNT))).extracting(Answer::result, Answer::code).containsExactly(Result.RETURNED, "failed/expired_or_canceled_card");
    }

    @Test
    void theRequestIsAFormWithOurNumberInsideAndAChargeIsNamedAsOne() {
        assertThat(form(new Money(10, "USD"))).isEqualTo("payment_intent=" + payment + "&amount=10&reason=requested_by_customer&metadata%5Brefund_no%5D="
            + number + "&metadata%5Breason%5D=%E4%B8%83%E5%A4%A9+%26+x");
        assertThat(stripe.request(new Order("s", "C-1", number, "ch_1", AMOUNT, AMOUNT, "x", "/p"))).startsWith("charge=ch_1&");
        assertThat(stripe.resendUntil()).as("before the key is forgotten").isEqualTo(Duration.ofHours(20));
    }

    @ParameterizedTest(name = "{0} {1} is {3}")
    @CsvSource(delimiter = '|', value = {
        "500|{\"error\":{\"type\":\"api_error\"}}|false|UNKNOWN", "500|{\"error\":{\"type\":\"api_error\"}}|true|REFUSED",
        "400|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"charge_disputed\"}}|false|REFUSED",
        "400|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"refund_disputed_payment\"}}|false|REFUSED",
        "400|{\"error\":{\"type\":\"invalid_request_error\",\"param\":\"amount\"}}|false|REFUSED",
        "400|{\"error\":{\"type\":\"invalid_request_error\",\"param\":\"reason\"}}|false|UNKNOWN",
        "400|{\"error\":{\"type\":\"idempotency_error\"}}|false|UNKNOWN", "409|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"idempotency_key_in_use\"}}|false|UNKNOWN",
        "401|{\"error\":{\"type\":\"invalid_request_error\"}}|false|UNKNOWN", "403|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"charge_disputed\"}}|false|UNKNOWN",
        "429|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}|false|UNKNOWN", "400|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"balance_insufficient\"}}|false|HELD",
        "200|{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\",\"amount\":12950,\"currency\":\"usd\",\"metadata\":{}}|false|UNKNOWN",
        "200|<html>|false|UNKNOWN", "502|<html>|false|UNKNOWN"})
    void everyCodeIsReadAsWhatItProves(int status, String body, boolean replayed, Result result) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (replayed) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertThat(speakingTo("http://127.0.0.1:" + server.getAddress().getPort()).refund(ask(AMOUNT)).result()).isEqualTo(result);
        } finally {
            server.stop(0);
        }
    }

    private StripeProvider speakingTo(String address) {
        MockEnvironment environment = new MockEnvironment().withProperty("afterflow.payments.stripe.base", address);
        Accounts<StripeAccount> there = StripeConfiguration.stripeAccounts(settings, environment, connections, addresses);
        return new StripeProvider(settings, there, new StripeGateway(there, outbound, json, Clock.systemUTC()), notices, hooks);
    }

    private Ask ask(Money amount) {
        return new Ask("s", number, form(amount));
    }

    private String form(Money amount) {
        return stripe.request(new Order("s", "C-1", number, payment, amount, AMOUNT, "七天 & x", "/p"));
    }

    private void pay(String fault) {
        ProviderTill till = new ProviderTill(port);
        till.pays("stripe", payment, AMOUNT);
        till.plans(payment, fault);
    }

    private int moved() {
        return tx.execute(status -> jdbc.sql("select count(*) from sandbox.money_log where refund_no = :no").param("no", number).query(Integer.class).single());
    }
}

package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.Message.Recipient;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SMS to buyers, over the played provider's signed interface, through a shop's own connection. */
@RoomTest
class SmsRoomTest {

    private static final NotificationSettings DAY = Couriers.settings(null, null, null);

    private final String caseNumber = "T-" + UUID.randomUUID();
    private final String order = "O-" + UUID.randomUUID();
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final String shop = "sms-" + UUID.randomUUID().toString().substring(0, 8);
    @Autowired
    private Couriers couriers;
    @Autowired
    private Notifications notifications;
    @Autowired
    private Shops shops;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;

    @BeforeEach
    void aShopWithItsOwnAccount() {
        shops.open(new Shop(shop, Prefixes.fresh(), "短信小铺", "SMS", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        assertThat(connect("playedSmsSecret0123456789")).startsWith("Works");
    }

    @Test
    void aTextWithAnApprovedTwinGoesBySmsAndItsWordsWithIt() {
        couriers.courier(DAY, null).carry(couriers.parcel(message("refundSettled", phone)));
        assertThat(sent()).containsExactly("SMS_154950909");
        assertThat(said().state()).isEqualTo("SENT");
        assertThat(said().channel()).isEqualTo("sms");
        assertThat(words()).contains("¥129.50", order);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"requestRefused,13900000000", "refundSettled,138****0000", "refundSettled,"})
    void withoutATwinOrAWholeNumberItGoesAnotherWay(String template, String to) {
        couriers.courier(Couriers.settings(null, null, "http://127.0.0.1:" + port + "/sandbox/marketplace/messages"), null).carry(couriers.parcel(message(template, to)));
        assertThat(sent()).isEmpty();
        assertThat(said().channel()).isEqualTo("marketplace");
    }

    @Test
    void anSmsWhoseAnswerWasLostIsNotSentTwice() {
        Message message = message("refundSettled", phone);
        plan("LOSE_REPLY");
        Parcel parcel = couriers.parcel(message);
        assertThatThrownBy(() -> couriers.courier(DAY, null).carry(parcel)).hasMessageContaining("no answer");
        assertThat(said().state()).isEqualTo("NEW");
        couriers.courier(DAY, null).carry(new Parcel(parcel.kind(), parcel.ref(), parcel.shop(), 2, parcel.lease()));
        assertThat(said().state()).isEqualTo("SENT");
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FAIL_BEFORE,isp.SYSTEM_ERROR", "HOLD,isv.AMOUNT_NOT_ENOUGH", "LIMIT,isv.BUSINESS_LIMIT_CONTROL"})
    void whatMayHelpLaterIsTriedAgain(String fault, String code) {
        plan(fault);
        Parcel parcel = couriers.parcel(message("refundSettled", phone));
        assertThatThrownBy(() -> couriers.courier(DAY, null).carry(parcel)).hasMessage("sms: " + code);
        couriers.courier(DAY, null).carry(new Parcel(parcel.kind(), parcel.ref(), parcel.shop(), 2, parcel.lease()));
        assertThat(said().state()).isEqualTo("SENT");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aNumberTheyRefuseIsAnEndAndPeopleReadWhy() {
        plan("REFUSE");
        couriers.courier(DAY, null).carry(couriers.parcel(message("refundSettled", phone)));
        assertThat(said().state()).isEqualTo("FAILED");
        assertThat(said().noteEn()).isEqualTo("The SMS was refused (isv.MOBILE_NUMBER_ILLEGAL)");
        assertThat(sent()).isEmpty();
    }

    @Test
    void anSmsWaitsForTheMorningAsMailDoes() {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
        couriers.courier(Couriers.settings(now.minusHours(1), now.plusHours(1), null), null).carry(couriers.parcel(message("refundSettled", phone)));
        assertThat(sent()).isEmpty();
        assertThat(said().waitingUntil()).isAfter(Instant.now());
    }

    @Test
    void aWrongKeyIsTold() {
        assertThat(connect("anotherSecretThanTheirs")).contains("SignatureDoesNotMatch");
    }

    private String connect(String secret) {
        Visitor admin = Visitor.as("admin", port);
        Map<String, Object> body = Map.of("settings", Map.of("endpoint", "http://127.0.0.1:" + port + "/sandbox/sms", "keyId", "LTAI5tPlayedPlayed",
            "signature", "兰亭家居", "templates", "refundSettled=SMS_154950909"), "secrets", Map.of("keySecret", secret), "inUse", true);
        Visitor.Answer put = admin.put("/api/connections/" + shop + "/sms", json.writeValueAsString(body));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        JsonNode tested = admin.post("/api/connections/" + shop + "/sms/test", "{}").json();
        return tested.at("/tested/en").asString();
    }

    private void plan(String fault) {
        RestClient.create("http://127.0.0.1:" + port).post().uri("/sandbox/pay/faults").contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("plans", Map.of(phone, List.of(fault)))).retrieve().toBodilessEntity();
    }

    private Message message(String template, String to) {
        return new Message(shop, caseNumber, template, "zh-CN", new Recipient("b-" + caseNumber, order, null, to), Map.of("orderId", order, "amount", "¥129.50"), "1");
    }

    private Said said() {
        return notifications.of(caseNumber, Who.SYSTEM).get(0);
    }

    private List<String> sent() {
        return tx.execute(status -> jdbc.sql("select template from sandbox.buyer_sms where phone = :phone").param("phone", phone).query(String.class).list());
    }

    private String words() {
        return tx.execute(status -> jdbc.sql("select words::text from sandbox.buyer_sms where phone = :phone").param("phone", phone).query(String.class).single());
    }
}

package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** a notice that is old, changed, oversized, told twice or told at another shop's address moves no money. */
@RoomTest
class ForgedNoticeRoomTest extends Till {

    private static final String SECRET = "sandbox-demo-secret";

    @LocalServerPort
    private int port;
    @Autowired
    private Hooks hooks;
    @Autowired
    private Shops shops;
    private String number;
    private String body;

    @BeforeEach
    void aRefundThatWaits() {
        number = payouts.decide(decision()).get(0);
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        body = "{\"event_id\":\"E-" + UUID.randomUUID() + "\",\"refund_no\":\"" + number + "\",\"status\":\"SUCCESS\"}";
    }

    @Override
    RefundDecision decision() {
        return payouts.decision(caseNumber, 1, new Money(12950, "CNY"), Payouts.payment("sandbox", caseNumber));
    }

    @Test
    void aNoticeOfSixMinutesAgoIsRefusedHoweverGenuine() {
        assertThat(post(path(payouts.shop), body, body, Instant.now().minusSeconds(361))).isEqualTo(401);
        assertThat(post(path(payouts.shop), body, body, Instant.now().plusSeconds(361))).isEqualTo(401);
        assertThat(kept()).isZero();
    }

    @Test
    void aChangedWordBreaksTheSignature() {
        assertThat(post(path(payouts.shop), body, body.replace("SUCCESS", "CLOSED"), Instant.now())).isEqualTo(401);
        assertThat(kept()).isZero();
    }

    @Test
    void aGenuineNoticeToldTwiceIsKeptOnceAndMovesNothingByItself() {
        assertThat(post(path(payouts.shop), body, body, Instant.now())).isEqualTo(200);
        assertThat(post(path(payouts.shop), body, body, Instant.now())).isEqualTo(200);

        assertThat(kept()).isEqualTo(1);
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
    }

    @Test
    void aGenuineNoticeAtAnotherShopsAddressReachesNoRefundOfOurs() {
        String other = "notice-" + UUID.randomUUID().toString().substring(0, 8);
        shops.open(new Shop(other, Prefixes.fresh(), "别家", "别家", "taobao",
            "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        post(path(other), body, body, Instant.now());

        int ours = tx.execute(status -> jdbc.sql("select count(*) from payments.inbox where refund_no = :no and shop_id = :shop").param("no", number)
            .param("shop", payouts.shop).query(Integer.class).single());
        assertThat(ours).isZero();
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
    }

    @Test
    void aNoticeOfFiveMegabytesIsNotEvenRead() {
        String big = "{\"event_id\":\"" + "x".repeat(5 << 20) + "\"}";

        assertThat(post(path(payouts.shop), big, big, Instant.now())).isEqualTo(413);
    }

    private int kept() {
        return tx.execute(status -> jdbc.sql("select count(*) from payments.inbox where refund_no = :no").param("no", number).query(Integer.class).single());
    }

    private String path(String shop) {
        return tx.execute(status -> hooks.path("sandbox", shop));
    }

    private int post(String path, String signed, String sent, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        return Visitor.stranger(port).send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "application/json")
            .header("Sandbox-Timestamp", time).header("Sandbox-Nonce", "n").header("Sandbox-Signature", signature(time, signed))
            .POST(HttpRequest.BodyPublishers.ofString(sent)).build()).status();
    }

    /** Signed as the provider signs, written down here a second time. */
    private static String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "\nn\n" + body + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.Message.Recipient;
import dev.afterflow.notifications.Notifications.Moved;
import dev.afterflow.security.Who;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail to buyers, over SMTP. */
@RoomTest
@RecordApplicationEvents
class MailRoomTest {

    private static final NotificationSettings DAY = Couriers.settings(null, null, null);

    private final String caseNumber = "T-" + UUID.randomUUID();
    private final String order = "O-" + UUID.randomUUID();
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    @Autowired
    private Couriers couriers;
    @Autowired
    private Notifications notifications;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @Test
    void aMailSaysWhoWritesInTheBuyersScriptAndWhereAnswersGo() throws Exception {
        Message message = message("lanting", "zh-CN", "mei@buyer.example");
        couriers.courier(DAY, server(post.getSmtp().getPort())).carry(couriers.parcel(message));

        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("退款已到账");
        assertThat(mail.getContent().toString()).contains(order, "¥129.50");
        assertThat(mail.getContentType()).containsIgnoringCase("utf-8");
        assertThat(MimeUtility.decodeText(mail.getHeader("From")[0])).contains("兰亭家居旗舰店", "care@shop.example");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + MessageKey.of(message) + "@shop.example>");
        assertThat(mail.getHeader("References")).containsExactly("<" + caseNumber + "@shop.example>");
        assertThat(said().state()).isEqualTo("SENT");
        assertThat(said().channel()).isEqualTo("mail");
    }

    @Test
    void eachShopWritesFromItsOwnAddress() throws Exception {
        couriers.courier(DAY, server(post.getSmtp().getPort())).carry(couriers.parcel(message("verde", "en", "ana@buyer.example")));
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getFrom()[0].toString()).contains("ola@verde.example");
        assertThat(mail.getReplyTo()[0].toString()).contains("respostas@verde.example");
    }

    @Test
    void aRepeatCarriesTheSameMessageId() throws Exception {
        MailChannel channel = couriers.mail(DAY, server(post.getSmtp().getPort()));
        for (int time = 0; time < 2; time++) {
            channel.send("K1", message("lanting", "en", "mei@buyer.example"), new Templates.Text("Hello", "Body"));
        }
        assertThat(post.getReceivedMessages()).extracting(MimeMessage::getMessageID).containsExactly("<K1@shop.example>", "<K1@shop.example>");
    }

    @Test
    void aServerThatIsAwayLosesNothingAndIsUsedWhenItIsBack() {
        int port = post.getSmtp().getPort();
        NotifyCourier courier = couriers.courier(DAY, server(port));
        Parcel parcel = couriers.parcel(message("lanting", "en", "mei@buyer.example"));
        post.stop();
        assertThatThrownBy(() -> courier.carry(parcel)).isInstanceOf(MailException.class);
        assertThat(said().state()).isEqualTo("NEW");

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        back.start();
        try {
            courier.carry(parcel);
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(said().state()).isEqualTo("SENT");
        } finally {
            back.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"550 no such user, FAILED", "553 not allowed, FAILED", "451 try again, NEW", "421 busy, NEW"})
    void whatTheServerSaysOfAnAddressDecidesWhetherItIsTriedAgain(String answer, String state) throws IOException {
        try (SmtpPlayer refusing = new SmtpPlayer(answer)) {
            NotifyCourier courier = couriers.courier(DAY, server(refusing.port()));
            Parcel parcel = couriers.parcel(message("lanting", "en", "nobody@buyer.example"));
            if (state.equals("NEW")) {
                assertThatThrownBy(() -> courier.carry(parcel)).isInstanceOf(MailException.class);
            } else {
                courier.carry(parcel);
                assertThat(said().noteEn()).isEqualTo("The buyer's mail server refused it (" + answer.substring(0, 3) + ")");
                assertThat(events.stream(Moved.class)).anyMatch(moved -> moved.caseNumber().equals(caseNumber) && moved.state().equals("FAILED"));
            }
            assertThat(said().state()).isEqualTo(state);
        }
    }

    @Test
    void anAddressThatIsNoneFailsAtOnce() {
        couriers.courier(DAY, server(post.getSmtp().getPort())).carry(couriers.parcel(message("lanting", "zh-CN", "not an address")));
        assertThat(said().state()).isEqualTo("FAILED");
        assertThat(said().noteZh()).isEqualTo("邮箱地址无效");
    }

    @Test
    void patienceEndsAfterThreeDays() {
        NotifyCourier courier = couriers.courier(DAY, server(1));
        Parcel parcel = couriers.parcel(message("lanting", "en", "mei@buyer.example"));
        assertThatThrownBy(() -> courier.carry(parcel)).isInstanceOf(MailException.class);
        tx.executeWithoutResult(status -> jdbc.sql("update notifications.message set created_at = now() - interval '73 hours' where case_number = :case")
            .param("case", caseNumber).update());
        courier.carry(parcel);
        assertThat(said().state()).isEqualTo("FAILED");
    }

    @Test
    void mailWaitsForTheMorningAndSaysUntilWhen() {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
        NotifyCourier night = couriers.courier(Couriers.settings(now.minusHours(1), now.plusHours(1), null), server(post.getSmtp().getPort()));
        night.carry(couriers.parcel(message("lanting", "en", "mei@buyer.example")));
        assertThat(post.getReceivedMessages()).isEmpty();
        assertThat(said().state()).isEqualTo("NEW");
        assertThat(said().waitingUntil()).isAfter(Instant.now());
        couriers.courier(DAY, server(post.getSmtp().getPort())).carry(couriers.claimed(said().id()));
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    private Said said() {
        return notifications.of(caseNumber, Who.SYSTEM).get(0);
    }

    private Message message(String shop, String language, String email) {
        return new Message(shop, caseNumber, "refundSettled", language, new Recipient("b-" + caseNumber, order, email),
            Map.of("orderId", order, "amount", "¥129.50"), "1");
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        return server;
    }
}

package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.notifications.Message.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Buyers are told over HTTP, in the marketplace the sandbox plays. */
@RoomTest
class NotificationsRoomTest {

    private final String buyer = "b-" + UUID.randomUUID();
    private final String order = "O-" + UUID.randomUUID();
    private final String caseNumber = "T-" + UUID.randomUUID();
    @Autowired
    private Notifications notifications;
    @Autowired
    private JdbcMessages messages;
    @Autowired
    private JdbcSaid said;
    @Autowired
    private ContactRules rules;
    @Autowired
    private Templates templates;
    @Autowired
    private MailChannel mail;
    @Autowired
    private QuietHours quiet;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Parcels parcels;
    @Autowired
    private Environment environment;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;

    @Test
    void aBuyerIsToldOnceInTheirOwnLanguage() {
        notifications.tell(message("refundSettled", "zh-CN", "1"));
        notifications.tell(message("refundSettled", "zh-CN", "1"));
        notifications.tell(message("requestReceived", "pt-BR", "1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> read().size() == 2);
        assertThat(read()).anyMatch(text -> text.contains("退款 ¥129.50")).anyMatch(text -> text.contains("has arrived under the number " + caseNumber));
        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals(List.of("SENT", "SENT")));
    }

    @Test
    void whatCannotBeToldIsKeptAndShownAsSkipped() {
        notifications.tell(message("noSuchTemplate", "zh", "1"));
        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("SKIPPED")));
        assertThat(read()).isEmpty();
    }

    @Test
    void aBuyerIsNotToldMoreThanTheDailyCap() {
        for (int time = 0; time < 8; time++) {
            int told = time;
            notifications.tell(message("refundSettled", "en", "state" + told));
            await().atMost(Duration.ofSeconds(20)).until(() -> states().size() == told + 1 && !states().contains("NEW"));
        }
        assertThat(states()).filteredOn("SENT"::equals).hasSize(6);
        assertThat(read()).hasSize(6);
    }

    @Test
    void aMarketplaceThatIsAwayLosesNothingAndRollsNothingBack() {
        NotificationSettings away = new NotificationSettings(6, null, null, "x@localhost", "http://127.0.0.1:1/messages");
        NotifyCourier courier = new NotifyCourier(messages, said, rules, templates, mail, new MarketplaceChannel(away, environment), quiet, away, outbox, tx);
        Message message = message("refundSettled", "en", "1");
        String key = MessageKey.of(message);
        String lane = "test/" + key;
        outbox.put(NotifyCourier.KIND, lane, key, message.shop());
        notifications.tell(message);

        Parcel parcel = parcels.claim(lane).get(0);
        assertThatThrownBy(() -> courier.carry(parcel)).isInstanceOf(RuntimeException.class);

        assertThat(states()).containsExactly("NEW");
        assertThat(read()).isEmpty();
    }

    @Test
    void everyTemplateStandsInBothLanguagesWithItsWords() {
        for (String template : List.of("refundSettled", "requestRefused", "requestReceived", "withdrawnClosed")) {
            for (String language : List.of("zh-CN", "en")) {
                Templates.Text text = templates.text(message(template, language, "1")).orElseThrow();
                assertThat(text.subject()).isNotBlank();
                assertThat(text.body()).contains(order).doesNotContain("{", "}");
            }
        }
    }

    private Message message(String template, String language, String state) {
        return new Message("lanting", caseNumber, template, language, new Recipient(buyer, order, null),
            Map.of("orderId", order, "amount", "¥129.50", "caseNumber", caseNumber, "reason", "R"), state);
    }

    private List<String> states() {
        return tx.execute(status -> jdbc.sql("select state from notifications.message where case_number = :case order by created_at")
            .param("case", caseNumber).query(String.class).list());
    }

    private List<String> read() {
        return tx.execute(status -> jdbc.sql("select text from sandbox.buyer_message where order_no = :order").param("order", order)
            .query(String.class).list());
    }
}

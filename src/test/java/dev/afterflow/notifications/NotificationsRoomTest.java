package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.Message.Recipient;
import dev.afterflow.security.Who;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    private Couriers couriers;
    @Autowired
    private Templates templates;
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
    void aBuyerIsNotUrgedBeyondTheDailyCapButLearnsOfTheirMoney() {
        for (int time = 0; time < 8; time++) {
            int told = time;
            notifications.tell(new Message("lanting", caseNumber, Message.TYPED, "en", new Recipient(buyer, order, null),
                Map.of("text", "Hello"), "state" + told));
            await().atMost(Duration.ofSeconds(20)).until(() -> states().size() == told + 1 && !states().contains("NEW"));
        }
        assertThat(states()).filteredOn("SENT"::equals).hasSize(6);
        notifications.tell(message("refundSettled", "en", "money"));
        await().atMost(Duration.ofSeconds(20)).until(() -> states().stream().filter("SENT"::equals).count() == 7);
        assertThat(read()).hasSize(7);
    }

    @Test
    void aMarketplaceThatIsAwayLosesNothingAndRollsNothingBack() {
        NotifyCourier courier = couriers.courier(Couriers.settings(null, null, "http://127.0.0.1:1/messages"), null);
        Message message = message("refundSettled", "en", "1");
        Parcel parcel = couriers.parcel(message);

        assertThatThrownBy(() -> courier.carry(parcel)).isInstanceOf(RuntimeException.class);

        assertThat(states()).containsExactly("NEW");
        assertThat(read()).isEmpty();
    }

    @Test
    void aMessageTheMarketplaceRefusesFailsForGood() throws IOException {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gone.createContext("/", call -> {
            call.sendResponseHeaders(410, -1);
            call.close();
        });
        gone.start();
        try {
            String url = "http://127.0.0.1:" + gone.getAddress().getPort() + "/messages";
            couriers.courier(Couriers.settings(null, null, url), null).carry(couriers.parcel(message("refundSettled", "en", "1")));
        } finally {
            gone.stop(0);
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(notifications.of(caseNumber, Who.SYSTEM).get(0).noteEn()).isEqualTo("The marketplace refused it (410)");
    }

    @Test
    void anAnswerIsNotKeptBackByTheCapAndAPointlessMessageIsNotSent() {
        for (int time = 0; time < 6; time++) {
            notifications.tell(message("refundSettled", "en", "state" + time));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> states().stream().filter("SENT"::equals).count() == 6);
        Message typed = new Message("lanting", caseNumber, Message.TYPED, "en", new Recipient(buyer, order, null), Map.of("text", "Hello"), "k");
        assertThat(notifications.preview(typed).capped()).matches(cap -> cap.limit().equals("day") && cap.most() == 6
            && cap.until().isAfter(Instant.now()));
        Message answer = new Message("lanting", caseNumber, Message.TYPED, "en", new Recipient(buyer, order, null), Map.of("text", "Hello"), "k",
            new Message.About(null, false, false, Set.of(), List.of(), true, null));
        assertThat(notifications.preview(answer).capped()).isNull();
        notifications.tell(new Message("lanting", caseNumber, "heardOutOfHours", "en", new Recipient(buyer, order, null),
            Map.of("orderId", order, "opening", "09:00"), "late", Message.About.answerUntil(Instant.now().minusSeconds(1))));
        await().atMost(Duration.ofSeconds(20)).until(() -> !states().contains("NEW"));
        assertThat(notifications.of(caseNumber, Who.SYSTEM).get(0).noteZh()).isEqualTo("已过时，未发送");
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

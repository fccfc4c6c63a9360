package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A callback names a carrier's number while the carrier itself says nothing: that is no "not yours", it is asked again. */
@RoomTest
class NamedByCallbackRoomTest {

    private static final String SHOP = "lanting";

    @LocalServerPort
    int port;
    @Autowired
    Carriers carriers;
    @Autowired
    JdbcCarrierRequests requests;
    @Autowired
    Outbox outbox;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    private final String number = "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

    @Test
    void theNumberIsAskedAboutUntilTheCarrierSaysWhoseItIs() {
        weather("LOST_ANSWER");
        tx.executeWithoutResult(status -> carriers.send(new CarrierRequest(number, "LT-2026-8", SHOP, "sto", "ST" + number.substring(1, 15), Kind.CLAIM, new Money(9_900, "CNY"),
            "签收时外箱破损，内件损坏")));
        until("select count(*) = 1 from sandbox.work_order where reference = :number");
        until("select state = 'SENDING' and exists (select 1 from dispatch.attempt where ref = :number) from carriers.request where number = :number");
        weather("FAIL");
        String hook = tx.execute(status -> sql.sql("select token from carriers.hook where source = 'work-order' and shop_id = :shop").param("shop", SHOP).query(String.class).single());
        long id = sql.sql("select id from sandbox.work_order where reference = :number").param("number", number).query(Long.class).single();
        assertThat(Visitor.stranger(port).post("/api/notices/tracking/work-order/" + hook + "/" + number, "{\"id\":" + id + "}").status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> CarrierCourier.UNCONFIRMED.equals(tx.execute(status ->
            sql.sql("select last_error from dispatch.outbox where ref = :number and not done").param("number", number).query(String.class).optional().orElse(""))));
        weather("CLEAR");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            outbox.hurry(Carriers.OUTBOX, number);
            return tx.execute(status -> requests.find(number)).orElseThrow().state().equals("SENT");
        });
        assertThat(tx.execute(status -> requests.find(number)).orElseThrow().reference()).isEqualTo(String.valueOf(id));
    }

    private void until(String holds) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Boolean.TRUE.equals(tx.execute(status -> sql.sql(holds).param("number", number).query(Boolean.class).optional().orElse(false))));
    }

    private void weather(String sky) {
        assertThat(Visitor.as("lin", port).post("/sandbox/world/carriers/weather", "{\"carrier\":\"work-order\",\"sky\":\"" + sky + "\"}").status()).isEqualTo(200);
    }

    @AfterEach
    void clear() {
        weather("CLEAR");
    }
}

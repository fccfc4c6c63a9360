package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.sla.Clocks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop whose marketplace speaks, and what to ask about the cases that come of it. */
abstract class Marketplace {

    static final String FIRST = "2026-11-20T12:00:00Z";
    static final String LATER = "2026-11-20T13:00:00Z";
    static final String LAST = "2026-11-20T14:00:00Z";

    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    Cases cases;
    @Autowired
    JdbcCases store;
    @Autowired
    JdbcRequests requests;
    @Autowired
    WaitingRoom waiting;
    @Autowired
    Timeline timeline;
    @Autowired
    Clocks clocks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    ShopFloor shop;

    @BeforeEach
    void open() {
        shop = ShopFloor.open(shops, intake);
    }

    Case only(String orderId) {
        List<Case> open = openOf(shop, orderId);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    List<Case> openOf(ShopFloor floor, String orderId) {
        return transaction.execute(status -> store.openOf(floor.id, orderId));
    }

    List<String> kinds(Case of) {
        return timeline.of(of.number(), null, 200).items().stream().map(Timeline.Entry::kind).toList();
    }

    List<RequestChanged.Change> changes() {
        return events.stream(RequestChanged.class).map(RequestChanged::change).toList();
    }

    long processes(String number) {
        return jdbc.sql("select count(*) from public.act_ru_execution where business_key_ = :number and parent_id_ is null")
                .param("number", number).query(Long.class).single();
    }

    List<String> audit(String number) {
        return transaction.execute(status -> jdbc.sql("select action from security.audit where object_id = :number order by seq")
                .param("number", number).query(String.class).list());
    }
}

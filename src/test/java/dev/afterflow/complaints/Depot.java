package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose parcels go wrong, and whose buyers, carriers and people speak through the product's own doors. */
final class Depot extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger SCANS = new AtomicInteger();

    private final RuntimeService runtime;
    private final ManagementService jobs;

    Depot(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime, ManagementService jobs, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
        this.runtime = runtime;
        this.jobs = jobs;
    }

    private static Shop shop(int number) {
        return new Shop("complaints-room-" + number, "CMP" + (char) ('A' + number), "物流房间", "Complaints", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    /** Tells an order of one line at this price in fen that left so many days ago; answers its waybill. */
    String sent(String order, long price, int daysAgo) {
        String waybill = "SF" + order.replaceAll("[^A-Z0-9]", "") + "X";
        tell("orders", """
                {"orderId":"%s","version":"%s","state":"SHIPPED","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"buyer-%s","name":"张三","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-%s","title":"毛毯","quantity":1,
                   "paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[{"paymentId":"%s-1","provider":"sandbox","method":"alipay","paid":{"minor":%d,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"%s","shippedAt":"%s","promisedAt":null,"deliveredAt":null,
                   "lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(daysAgo + 1), days(daysAgo + 1), days(daysAgo + 1), order, order, price, order, price, days(daysAgo + 1), waybill, days(daysAgo)));
        return waybill;
    }

    /** A carrier's scan, so many hours ago. */
    void scan(String waybill, String code, int hoursAgo, String place, String words) {
        tell("tracking", """
                {"eventId":"S-%d","carrier":"sf","waybill":"%s","code":"%s","at":"%s","place":"%s","text":"%s"}
                """.formatted(SCANS.incrementAndGet(), waybill, code, Instant.now().minus(Duration.ofHours(hoursAgo)).truncatedTo(ChronoUnit.SECONDS), place, words));
    }

    /** A buyer complains about the parcel; answers the case number. */
    String complains(String order, String words, String askedRemedy) {
        return complains(order, words, askedRemedy, "1", "OPEN");
    }

    String complains(String order, String words, String askedRemedy, String version, String status) {
        tell("requests", """
                {"requestId":"Q-%s","version":"%s","orderId":"%s","kind":"LOGISTICS","askedRemedy":%s,"reasonCode":null,
                 "reasonText":"%s","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s","platformDeadline":null,"status":"%s"}
                """.formatted(order, version, order, askedRemedy == null ? "null" : "\"" + askedRemedy + "\"", words, days(0), status));
        return caseOf(order);
    }

    String caseOf(String order) {
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at desc limit 1", order);
    }

    void writes(String caseNumber, String text) {
        tell("messages", """
                {"messageId":"M-%s-%d","caseNumber":"%s","from":"BUYER","text":"%s","sentAt":"%s"}
                """.formatted(caseNumber, SCANS.incrementAndGet(), caseNumber, text, Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS)));
    }

    void addressAgrees(String caseNumber, String said) {
        done("lin", caseNumber, "checkAddress", Map.of("said", said, "verdict", "SAME"));
    }

    /** Time passes for whoever waits at this step. */
    void timePasses(String caseNumber, String step) {
        List<Job> due = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(step).list().stream()).toList();
        assertThat(due).as(step).hasSize(1);
        jobs.executeJob(due.get(0).getId());
    }

    String type(String caseNumber) {
        return row("select type from complaints.complaint where shop_id = :shop and case_number = :key", caseNumber);
    }

    List<String> asked(String caseNumber) {
        return transaction.execute(status -> sql.sql("select kind from carriers.request where case_number = :case order by number")
                .param("case", caseNumber).query(String.class).list());
    }
}

package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose orders are disputed; people and machines speak through the product's own doors. */
final class DisputeStand extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RuntimeService runtime;
    private final ManagementService jobs;

    DisputeStand(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime, ManagementService jobs, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
        this.runtime = runtime;
        this.jobs = jobs;
    }

    private static Shop shop(int number) {
        return new Shop("disputes-room-" + number, "DSP" + (char) ('A' + number), "争议房间", "Disputes", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    /** Tells an order that the carrier says arrived. */
    void arrived(String order, long price) {
        arrived(order, price, "sandbox");
    }

    void arrived(String order, long price, String provider) {
        tell("orders", """
                {"orderId":"%s","version":"1","state":"DELIVERED","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"buyer-%s","name":"王小二","phone":"13800009876","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文二路8号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,
                   "paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[{"paymentId":"%s-1","provider":"%s","method":"card","paid":{"minor":%d,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","promisedAt":null,"deliveredAt":"%s",
                   "lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(6), days(6), order, price, order, provider, price, days(6), order, days(5), days(2)));
        tell("tracking", """
                {"eventId":"S-%s","carrier":"sf","waybill":"SF%s","code":"DELIVERED","at":"%s","place":"杭州","text":"已签收，签收人：本人"}
                """.formatted(order, order, days(2)));
    }

    /** A dispute of this kind, with so many hours until its deadline; answers its case. */
    String disputed(String order, String kind, String reason, Duration left) {
        told(order, "1", kind, reason, left, "");
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key and kind = 'DISPUTE' order by opened_at desc limit 1", order);
    }

    void told(String order, String version, String kind, String reason, Duration left, String more) {
        tell("disputes", """
                {"disputeId":"DP-%s","version":"%s","orderId":"%s","kind":"%s","reasonCode":"%s","reasonText":"买家说没收到货","amount":{"minor":9900,"currency":"CNY"},
                 "deadline":"%s","createdAt":"%s","status":"OPEN"%s}
                """.formatted(order, version, order, kind, reason, Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS), days(0), more));
    }

    /** Somebody of ours looked into an order's goods and settled on proof who answers for it. */
    void settled(String order, String reasonType, String party) {
        Visitor.Answer opened = as("lin").send("POST", "/api/cases", """
                {"shop":"%s","kind":"OTHER","orderId":"%s","reasonCode":"OTHER","reasonText":"送检","goodsReceived":true}
                """.formatted(shop, order), "Idempotency-Key", "open-" + shop + order);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String number = opened.json().path("number").asString();
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("settle-liability", number, Map.of("reasonType", reasonType)));
        if (!tasks(number).contains("settleLiability")) {
            timePasses(number, "evidenceOverdue");
        }
        done("lin", number, "settleLiability", Map.of("party", party, "note", "鉴定报告见附件", "evidence", List.of(attaches("lin", number))));
    }

    Instant timer(String caseNumber, String step) {
        return job(caseNumber, step).getDuedate().toInstant();
    }

    void timePasses(String caseNumber, String step) {
        jobs.executeJob(job(caseNumber, step).getId());
    }

    private Job job(String caseNumber, String step) {
        List<Job> due = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(step).list().stream()).toList();
        assertThat(due).as(step).hasSize(1);
        return due.get(0);
    }

    /** withheld, provider, lost, fee. */
    String books(String caseNumber) {
        Map<String, String> sums = new HashMap<>();
        transaction.executeWithoutResult(status -> sql.sql("""
                select split_part(account, '/', 1) as account, sum(amount)::text as sum from disputes.ledger_entry where case_number = :case group by 1""")
                .param("case", caseNumber).query((row, n) -> sums.put(row.getString("account"), row.getString("sum"))).list());
        return Stream.of("withheld", "provider", "lost", "fee").map(account -> sums.getOrDefault(account, "0")).collect(Collectors.joining(" "));
    }
}

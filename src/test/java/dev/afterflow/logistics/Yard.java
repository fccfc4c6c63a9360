package dev.afterflow.logistics;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own with a warehouse's yard: goods go out, parcels come back, people at the door, all through the product's own doors. */
final class Yard extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RuntimeService runtime;
    private final ManagementService jobs;

    Yard(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime,
         ManagementService jobs, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
        this.runtime = runtime;
        this.jobs = jobs;
    }

    private static Shop shop(int number) {
        return new Shop("yard-" + number, "YRD" + (char) ('A' + number), "收发场", "Yard", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    @Override
    protected JsonNode wanted(String login, String caseNumber, String task) {
        return task(caseNumber, task);
    }

    @Override
    protected String overseer() {
        return "he";
    }

    /** An order of one line of this product, delivered two days ago, and a case about it that a person works by hand. */
    String sold(String order, String product, int quantity) {
        tell("products", """
                {"productId":"%s","title":"毛毯","category":"家纺","class":"STANDARD","noReasonExcluded":false,"serials":%s}
                """.formatted(product, product.startsWith("SN") ? "[\"SN-0001\",\"SN-0002\"]" : "[]"));
        tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%1$s","name":"张三","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"%3$s","sku":"%3$s-A","title":"毛毯","quantity":%4$d,"paid":{"minor":%5$d,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":%5$d,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%6$s","deliveredAt":"%7$s",
                   "lines":[{"lineId":"1","quantity":%4$d}]}]}
                """.formatted(order, days(4), product, quantity, 10_000L * quantity, days(3), days(2)));
        tell("requests", """
                {"requestId":"Q-%s","version":"1","orderId":"%s","kind":"OTHER","reasonText":"想换大一号","goodsReceived":true,"lines":[],
                 "createdAt":"%s","status":"OPEN"}""".formatted(order, order, days(0)));
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key", order);
    }

    void packed(String order, int grams) {
        tell("packing", "{\"waybill\":\"OUT%s\",\"weightGrams\":%d,\"packedAt\":\"%s\"}".formatted(order, grams, days(3)));
    }

    void stock(String sku, int available) {
        tell("stock", "{\"sku\":\"%s\",\"available\":%d,\"at\":\"%s\"}".formatted(sku, available, Instant.now().minusSeconds(3_600)));
    }

    void returnAgreed(String caseNumber, String reasonType) {
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("goods-return", caseNumber,
                Map.of("freightPayer", "buyer", "reasonType", reasonType)));
    }

    void replacementAgreed(String caseNumber, String purpose) {
        transaction.executeWithoutResult(status ->
                runtime.startProcessInstanceByKey("replacement-shipment", caseNumber, Map.of("purpose", purpose)));
    }

    void sendsBack(String order, String waybill) {
        tell("parcels", """
                {"parcelId":"P-%s","orderId":"%s","carrier":"sf","waybill":"%s","sentAt":"%s","freight":{"minor":1200,"currency":"CNY"}}
                """.formatted(waybill, order, waybill, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    void takenIn(String receipt, String waybill, int quantity, int grams) {
        tell("receipts", receipt(receipt, waybill, quantity, grams));
    }

    static String receipt(String receipt, String waybill, int quantity, int grams) {
        return """
                {"receiptId":"%s","waybill":"%s","receivedAt":"%s","weightGrams":%d,"lines":[{"lineId":"1","quantity":%d,"grade":"A"}]}
                """.formatted(receipt, waybill, Instant.now().truncatedTo(ChronoUnit.SECONDS), grams, quantity);
    }

    void scan(String waybill, String code) {
        tell("tracking", "{\"eventId\":\"%s-%s-%d\",\"waybill\":\"%s\",\"code\":\"%s\",\"at\":\"%s\"}".formatted(waybill, code,
                NEXT.incrementAndGet(), waybill, code, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    JsonNode goods(String caseNumber) {
        return as("lin").get("/api/cases/" + caseNumber + "/goods").json();
    }

    String state(String caseNumber) {
        return goods(caseNumber).at("/goods/state").asString("");
    }

    boolean walks(String process, String caseNumber) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(caseNumber).count() > 0;
    }

    /** Lets the time of a timer come. */
    void timeComes(String process, String caseNumber, String activity) {
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(caseNumber)
                .singleResult().getId();
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance).timers().activityId(activity).singleResult().getId());
    }

    /** What the played warehouse was told about a case, as kind and number, the earliest first. */
    List<String> told(String caseNumber) {
        return rows("select kind || ' ' || number from sandbox.warehouse_notice where case_number = :key order by at", caseNumber);
    }
}

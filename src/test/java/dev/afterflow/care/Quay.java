package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose orders wait to leave; people, machines and time act through the product's own doors. */
final class Quay extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger SHOPS = new AtomicInteger();

    private final RuntimeService runtime;
    private final ManagementService jobs;

    Quay(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime,
         ManagementService jobs, int port, String platform) {
        super(shop(SHOPS.incrementAndGet(), platform), shops, intake, json, sql, transaction, port);
        this.runtime = runtime;
        this.jobs = jobs;
    }

    private static Shop shop(int number, String platform) {
        return new Shop("quay-" + number, "QUY" + (char) ('A' + number), "码头", "Quay", platform, "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    @Override
    protected JsonNode wanted(String login, String caseNumber, String task) {
        return task(caseNumber, task);
    }

    /** An order of one line, paid so many hours ago and not shipped. */
    String paid(String id, long hoursAgo, long minor) {
        String order = shop + "-" + id;
        order(order, "PAID", ago(hoursAgo), minor, "[]", "sandbox");
        return order;
    }

    /** The same order, shipped at a moment. */
    void shipped(String order, long hoursAgo, long minor, Instant at) {
        order(order, "SHIPPED", ago(hoursAgo), minor, "[{\"shipmentId\":\"1\",\"carrier\":\"sf\",\"waybill\":\"WB%s\",\"shippedAt\":\"%s\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}]"
                .formatted(order.toUpperCase(Locale.ROOT), at.truncatedTo(ChronoUnit.SECONDS)), "sandbox");
    }

    void order(String order, String state, String paidAt, long minor, String shipments, String provider) {
        tell("orders", """
                {"orderId":"%1$s","version":"%7$s","state":"%2$s","currency":"CNY","createdAt":"%3$s","paidAt":%8$s,"freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%1$s","name":"张三","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-%1$s","sku":"S-%1$s","title":"台灯","quantity":1,"paid":{"minor":%4$d,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"%6$s","method":"wallet","paid":{"minor":%4$d,"currency":"CNY"}}],
                 "shipments":%5$s}
                """.formatted(order, state, paidAt, minor, shipments, provider, "2026-01-01T00:00:00.%09dZ".formatted(NEXT.incrementAndGet()),
                provider.equals("cod") ? "null" : "\"" + paidAt + "\""));
    }

    void stock(String order, int available) {
        tell("stock", "{\"sku\":\"S-%s\",\"available\":%d,\"at\":\"%s\"}".formatted(order, available, Instant.now()));
    }

    void scan(String order, String code) {
        tell("tracking", "{\"eventId\":\"%s-%d\",\"waybill\":\"WB%s\",\"code\":\"%s\",\"at\":\"%s\"}".formatted(order, NEXT.incrementAndGet(),
                order.toUpperCase(Locale.ROOT), code, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** What a machine or the marketplace tells of an order; the case it opened. */
    String asks(String order, String kind, String reason, String words) {
        tell("requests", """
                {"requestId":"Q-%s-%s","version":"1","orderId":"%s","kind":"%s","reasonCode":"%s","reasonText":"%s","goodsReceived":false,"lines":[],
                 "createdAt":"%s","status":"OPEN"}""".formatted(kind, order, order, kind, reason, words, ago(0)));
        return caseOf(order, kind);
    }

    /** The buyer says something in the marketplace's chat. */
    void writes(String caseNumber, String text) {
        tell("messages", "{\"messageId\":\"M-%d-%s\",\"caseNumber\":\"%s\",\"from\":\"BUYER\",\"text\":\"%s\",\"sentAt\":\"%s\"}".formatted(
                NEXT.incrementAndGet(), caseNumber, caseNumber, text, ago(0)));
    }

    /** The shop promises to ship within 48 hours and has watched its orders since so many days. */
    void promises(int days, String ruleSet, String payer, long autoMost) {
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into care.promise_terms (shop_id, valid_from, rule_set, promise_hours, warn_hours, payer, auto_most, confirm_cod, set_by, set_at)
                values (:shop, now() - :days * interval '1 day', :rules, 48, 6, :payer, :auto, true, 'manager', now())
                """).param("shop", shop).param("days", days).param("rules", ruleSet).param("payer", payer).param("auto", autoMost).update());
    }

    /** Three parcels of this order's buyer came back empty lately. */
    void suspects(String order) {
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into returns.return_request (case_number, shop_id, order_id, buyer_id, state, currency, suspect_at)
                select :shop || '-suspect-' || n || '-' || :order, :shop, :order, 'buyer-' || :order, 'WITHDRAWN', 'CNY', now() from generate_series(1, 3) n
                """).param("shop", shop).param("order", order).update());
    }

    String caseOf(String order, String kind) {
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key and kind = '" + kind + "' order by opened_at desc", order);
    }

    int cases(String order, String kind) {
        return Integer.parseInt(row("select count(*)::text from cases.case_file where shop_id = :shop and order_id = :key and kind = '" + kind + "'", order));
    }

    /** Lets the time of a timer come. */
    void timeComes(String process, String caseNumber, String activity) {
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(caseNumber)
                .singleResult().getId();
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance).timers().activityId(activity).singleResult().getId());
    }

    /** Lets a timer that is due ring now, unless the house was faster. */
    void rings(String process, String caseNumber, String activity) {
        runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(activity).list().stream())
                .forEach(job -> {
                    try {
                        jobs.executeJob(job.getId());
                    } catch (ProcessEngineException taken) {
                        assertThat(taken).as("taken by the house's own pool").isNotNull();
                    }
                });
    }

    void ends(String caseNumber, String outcome) {
        until(caseNumber + " ends as " + outcome, () -> outcome.equals(row("select outcome from cases.case_file where number = :key", caseNumber)));
    }

    String outcome(String caseNumber) {
        return row("select outcome from cases.case_file where number = :key", caseNumber);
    }

    /** What a case paid back, in minor units by the provider's proof. */
    List<String> refunds(String caseNumber) {
        return rows("select amount || ' ' || state from payments.refund where case_number = :key order by refund_no", caseNumber);
    }

    List<String> told(String caseNumber) {
        return rows("select body ->> 'type' from sandbox.warehouse_notice where case_number = :key order by at", caseNumber);
    }

    static String ago(long hours) {
        return Instant.now().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

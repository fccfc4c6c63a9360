package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose buyers review what they bought; people and machines speak through the product's own doors. */
final class ReviewStand extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RuntimeService runtime;
    private final ManagementService jobs;

    ReviewStand(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime, ManagementService jobs, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
        this.runtime = runtime;
        this.jobs = jobs;
    }

    private static Shop shop(int number) {
        return new Shop("reviews-room-" + number, "REV" + (char) ('A' + number), "评价房间", "Reviews", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    /** Tells an order of one line that arrived two days ago. */
    void arrived(String order, String buyer) {
        tell("orders", """
                {"orderId":"%s","version":"1","state":"FINISHED","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"%s","name":"李四光","phone":"13800005678","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文三路99号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,
                   "paid":{"minor":9900,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[{"paymentId":"%s-1","provider":"sandbox","method":"alipay","paid":{"minor":9900,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","promisedAt":null,"deliveredAt":"%s",
                   "lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(6), days(6), buyer, order, days(6), order, days(5), days(2)));
    }

    void reviewed(String order, String version, int score, String words, int daysAgo, String more) {
        tell("reviews", """
                {"reviewId":"V-%s","version":"%s","orderId":"%s","score":%d,"title":null,"text":"%s","createdAt":"%s","answeredAt":null%s}
                """.formatted(order, version, order, score, words, days(daysAgo), more));
    }

    /** The case a review opened, as soon as it is there. */
    String caseOf(String order) {
        until("case of " + order, () -> number(order) != null);
        return number(order);
    }

    String number(String order) {
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key and kind = 'REVIEW' order by opened_at desc limit 1", order);
    }

    void writes(String order, String text) {
        tell("messages", """
                {"messageId":"M-%s","orderId":"%s","from":"BUYER","text":"%s","sentAt":"%s"}
                """.formatted(order, order, text, days(0)));
    }

    void timePasses(String caseNumber, String step) {
        List<Job> due = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(step).list().stream()).toList();
        assertThat(due).as(step).hasSize(1);
        jobs.executeJob(due.get(0).getId());
    }
}

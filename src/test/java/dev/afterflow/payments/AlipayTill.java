package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What tests of Alipay do over and over: a shop whose lines a bill can name, buyers who pay, faults that are planned. */
final class AlipayTill {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RestClient sandbox;

    AlipayTill(int port) {
        sandbox = RestClient.create("http://127.0.0.1:" + port);
    }

    static String shop(Shops shops) {
        int number = NEXT.incrementAndGet();
        String shop = "alipay-room-" + number;
        shops.open(new Shop(shop, "ALI" + (char) ('A' + number), "支付宝房间", "Alipay", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        return shop;
    }

    void pays(String paymentId, Money amount) {
        post("/sandbox/alipay/trades", Map.of("outTradeNo", paymentId, "amount", AlipayProvider.yuan(amount)));
    }

    void plans(String paymentId, String... faults) {
        post("/sandbox/pay/faults", Map.of("plans", Map.of(paymentId, List.of(faults))));
    }

    private void post(String path, Object body) {
        sandbox.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity();
    }
}

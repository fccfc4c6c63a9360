package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** What tests of the played providers do over and over: buyers pay and dispute, banks decide, faults are planned. */
public final class ProviderTill {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RestClient sandbox;

    public ProviderTill(int port) {
        sandbox = RestClient.create("http://127.0.0.1:" + port);
    }

    /** A shop whose lines a statement can name. */
    public static String shop(Shops shops) {
        int number = NEXT.incrementAndGet();
        String shop = "provider-room-" + number;
        shops.open(new Shop(shop, "PRV" + (char) ('A' + number), "支付渠道房间", "Providers", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        return shop;
    }

    /** A buyer pays through one of the played providers. */
    public void pays(String provider, String paymentId, Money amount) {
        switch (provider) {
            case "alipay" -> post("/sandbox/alipay/trades", Map.of("outTradeNo", paymentId, "amount", BigDecimal.valueOf(amount.minor(), 2).toPlainString()));
            case "wechat" -> post("/sandbox/wechat/trades", Map.of("outTradeNo", paymentId, "total", amount.minor()));
            case "stripe" -> post("/sandbox/stripe/world/payments", Map.of("payment", paymentId, "amount", amount.minor(), "currency", amount.currency()));
            default -> throw new IllegalArgumentException(provider);
        }
    }

    public void plans(String paymentId, String... faults) {
        post("/sandbox/pay/faults", Map.of("plans", Map.of(paymentId, List.of(faults))));
    }

    /** A buyer's bank takes a payment back; the dispute's name. */
    public String disputes(String paymentId, String reason) {
        return post("/sandbox/stripe/world/disputes", Map.of("payment", paymentId, "reason", reason)).path("id").asString();
    }

    /** A bank only asks about a payment. */
    public String inquires(String paymentId, String reason) {
        return post("/sandbox/stripe/world/disputes", Map.of("payment", paymentId, "reason", reason, "inquiry", true)).path("id").asString();
    }

    /** The house looks at a dispute, as a notice that came to this shop makes it do. */
    public static void looks(Chargebacks chargebacks, String shop, String dispute) {
        if (!chargebacks.look(shop, "stripe", dispute)) {
            throw new AssertionError("Stripe did not say how " + dispute + " stands");
        }
    }

    public void decides(String dispute, boolean won) {
        post("/sandbox/stripe/world/disputes/" + dispute + "/decision", Map.of("won", won));
    }

    public void comesBack(String refundNo) {
        post("/sandbox/stripe/world/refunds/" + refundNo + "/return", Map.of());
    }

    private JsonNode post(String path, Object body) {
        return sandbox.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(JsonNode.class);
    }
}

package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets the demo's buyers pay for their orders at whichever played provider they name. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class OrderTill {

    private final AlipayTrades alipay;
    private final PlayedTrades trades;

    OrderTill(AlipayTrades alipay, PlayedTrades trades) {
        this.alipay = alipay;
        this.trades = trades;
    }

    /** How a marketplace calls paying through this provider. */
    static String method(String provider) {
        return switch (provider) {
            case "alipay", "wechat" -> provider;
            case "stripe" -> "card";
            default -> "wallet";
        };
    }

    /** Paying the same again changes nothing. */
    void pay(Map<String, Object> order) {
        for (Object each : (List<?>) order.get("payments")) {
            Map<?, ?> payment = (Map<?, ?>) each;
            Map<?, ?> paid = (Map<?, ?>) payment.get("paid");
            pay((String) payment.get("provider"), (String) payment.get("paymentId"), ((Number) paid.get("minor")).longValue(), (String) paid.get("currency"));
        }
    }

    private void pay(String provider, String payment, long minor, String currency) {
        switch (provider) {
            case "alipay" -> alipay.pay(payment, minor);
            case "wechat" -> trades.pay(WechatHouse.WORD, new PlayedTrades.Trade(payment, WechatHouse.tradeName(), minor, currency));
            case "stripe" -> trades.pay(StripeHouse.WORD, new PlayedTrades.Trade(payment, "ch_" + StripeBooks.name(), minor, currency));
            default -> { }
        }
    }
}

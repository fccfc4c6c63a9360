package dev.afterflow.wechat;

import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider;
import dev.afterflow.providers.Provider.Claim;
import dev.afterflow.providers.Provider.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads WeChat Pay's notices: the seal over time, nonce and the raw body by the key the notice names, at most five minutes old, then what
 * only holders of the APIv3 key can open. WeChat Pay sends wrong seals on purpose to try us: those are refused like any other.
 */
@Component
class WechatNotices {

    private static final long FRESH_SECONDS = 300;

    private final Accounts<WechatAccount> accounts;
    private final JsonMapper json;
    private final Clock clock;

    WechatNotices(Accounts<WechatAccount> accounts, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        String time = headers.getOrDefault("wechatpay-timestamp", "");
        boolean fresh = time.matches("\\d{1,12}") && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
        if (!fresh) {
            return Optional.empty();
        }
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            return accounts.of(shop).flatMap(account -> opened(account, headers, text));
        } catch (RuntimeException doesNotHold) {
            return Optional.empty();
        }
    }

    private Optional<Notice> opened(WechatAccount account, Map<String, String> headers, String text) {
        RefundNotification told = new NotificationParser(WechatGateway.config(account)).parse(new RequestParam.Builder()
            .serialNumber(headers.get("wechatpay-serial")).nonce(headers.get("wechatpay-nonce")).timestamp(headers.get("wechatpay-timestamp"))
            .signature(headers.get("wechatpay-signature")).signType(headers.getOrDefault("wechatpay-signature-type", "WECHATPAY2-SHA256-RSA2048"))
            .body(text).build(), RefundNotification.class);
        JsonNode envelope = json.readTree(text);
        String event = envelope.required("id").asString();
        if (!envelope.path("event_type").asString("").startsWith("REFUND.") || told.getOutRefundNo() == null) {
            return Optional.of(new Notice(event, Provider.Topic.NOTHING_OF_OURS, "none", null));
        }
        return Optional.of(new Notice(event, Provider.Topic.REFUND, told.getOutRefundNo(), claim(told)));
    }

    private static Claim claim(RefundNotification told) {
        return new Claim(told.getOutTradeNo(), new Money(told.getAmount().getTotal(), WechatProvider.CURRENCY),
            new Money(told.getAmount().getRefund(), WechatProvider.CURRENCY), false);
    }
}

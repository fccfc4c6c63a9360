package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The played WeChat Pay's notices of refunds: sealed inside, signed outside, told again until the merchant takes them. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WechatNews implements PayNews {

    private static final String KIND = "refund";

    private final WechatHouse house;
    private final PlayedTrades trades;
    private final JsonMapper json;
    private final Clock clock;

    WechatNews(WechatHouse house, PlayedTrades trades, JsonMapper json, Clock clock) {
        this.house = house;
        this.trades = trades;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String word() {
        return WechatHouse.WORD;
    }

    @Override
    public boolean serves(PayBooks.Kept kept) {
        return house.open() && kept.wanted().merchant().equals(house.merchant());
    }

    /** Told of ends only. */
    @Override
    public String body(PayBooks.Kept kept) {
        if (kept.status().equals("PROCESSING")) {
            return null;
        }
        PlayedTrades.Trade trade = trades.lock(WechatHouse.WORD, kept.wanted().paymentNo()).orElseThrow();
        Map<String, Object> inside = new LinkedHashMap<>(WechatDesk.words(kept, trade));
        inside.put("mchid", house.merchant());
        inside.put("refund_status", inside.remove("status"));
        String nonce = UUID.randomUUID().toString().substring(24);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("original_type", KIND);
        resource.put("algorithm", "AEAD_AES_256_GCM");
        resource.put("ciphertext", house.seal().seal(json.writeValueAsString(inside), nonce, KIND));
        resource.put("associated_data", KIND);
        resource.put("nonce", nonce);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", UUID.randomUUID().toString());
        words.put("create_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.now().atZone(ZoneId.of("Asia/Shanghai")).withNano(0)));
        words.put("resource_type", "encrypt-resource");
        words.put("event_type", "REFUND." + kept.status());
        words.put("summary", "退款通知");
        words.put("resource", resource);
        return json.writeValueAsString(words);
    }

    /** Stuck, before it was paid all the same. */
    @Override
    public String before() {
        return "ABNORMAL";
    }

    @Override
    public Told told(RestClient http, String url, String body, String sealed) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        return Told.of(http.post().uri(url).contentType(MediaType.APPLICATION_JSON).header("Wechatpay-Serial", house.seal().keyId())
            .header("Wechatpay-Timestamp", time).header("Wechatpay-Nonce", nonce).header("Wechatpay-Signature-Type", WechatSeal.SCHEME)
            .header("Wechatpay-Signature", house.seal().sign(time, nonce, sealed)).body(body.getBytes(StandardCharsets.UTF_8)));
    }
}

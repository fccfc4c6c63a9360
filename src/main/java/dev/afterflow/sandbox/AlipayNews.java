package dev.afterflow.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The played Alipay's notices of refunds: a signed form, told again until the merchant answers {@code success}. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class AlipayNews implements PayNews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final AlipayHouse house;
    private final AlipayTrades trades;
    private final JsonMapper json;
    private final Clock clock;

    AlipayNews(AlipayHouse house, AlipayTrades trades, JsonMapper json, Clock clock) {
        this.house = house;
        this.trades = trades;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "alipay";
    }

    @Override
    public boolean serves(PayBooks.Kept kept) {
        return house.open() && kept.wanted().merchant().equals(house.seller());
    }

    /** Unsigned; told of what was paid only. */
    @Override
    public String body(PayBooks.Kept kept) {
        if (!kept.status().equals("SUCCESS")) {
            return null;
        }
        AlipayTrades.Trade trade = trades.find(kept.wanted().paymentNo()).orElseThrow();
        long given = trades.given(house.seller(), trade.outTradeNo());
        String now = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).format(TIME);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("notify_time", now);
        words.put("notify_type", "trade_status_sync");
        words.put("notify_id", UUID.randomUUID().toString().replace("-", ""));
        words.put("charset", "utf-8");
        words.put("version", "1.0");
        words.put("app_id", house.app());
        words.put("seller_id", house.seller());
        words.put("trade_no", trade.tradeNo());
        words.put("out_trade_no", trade.outTradeNo());
        words.put("out_biz_no", kept.wanted().refundNo());
        words.put("subject", "示例商品 & 配件");
        words.put("trade_status", given == trade.total() ? "TRADE_CLOSED" : "TRADE_SUCCESS");
        words.put("total_amount", AlipayTrades.yuan(trade.total()));
        words.put("refund_fee", AlipayTrades.yuan(given));
        words.put("gmt_refund", now + ".000");
        return json.writeValueAsString(words);
    }

    @Override
    public Told told(RestClient http, String url, String body, String sealed) {
        return Told.of(http.post().uri(url).contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body(form(json.readValue(body, WORDS), json.readValue(sealed, WORDS)).getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public boolean taken(Told told) {
        return told.status() == 200 && "success".equals(told.answer());
    }

    private String form(Map<String, String> words, Map<String, String> sealed) {
        Map<String, String> signed = new LinkedHashMap<>(words);
        signed.put("sign", house.seal().sign(AlipaySeal.sorted(sealed)));
        signed.put("sign_type", "RSA2");
        return signed.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }
}

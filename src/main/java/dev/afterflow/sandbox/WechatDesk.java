package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Takes refunds and answers questions the way WeChat Pay's document says, over the played bank's books and faults. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WechatDesk {

    private static final int MOST_REFUNDS = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final WechatHouse house;
    private final PlayedTrades trades;
    private final PayDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    WechatDesk(WechatHouse house, PlayedTrades trades, PayDesk desk, JdbcClient jdbc, TransactionTemplate tx) {
        this.house = house;
        this.trades = trades;
        this.desk = desk;
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** An answer, and what happens to it on its way. */
    record Said(int status, Map<String, Object> words, PayFault fault) {
    }

    Said refund(JsonNode asked) {
        JsonNode amount = asked.path("amount");
        PayBooks.Wanted wanted = new PayBooks.Wanted(house.merchant(), asked.path("out_refund_no").asString(""), asked.path("out_trade_no").asString(""),
            amount.path("refund").asLong(0), amount.path("currency").asString(""), asked.path("reason").asString(""), asked.path("notify_url").asString(""));
        boolean readable = !wanted.refundNo().isEmpty() && wanted.amount() > 0 && wanted.currency().equals("CNY") && !wanted.notifyUrl().contains("?")
            && wanted.reason().getBytes(StandardCharsets.UTF_8).length <= 80;
        return readable ? tx.execute(status -> take(wanted, amount.path("total").asLong(0))) : refused(400, "PARAM_ERROR", "参数错误");
    }

    private Said take(PayBooks.Wanted wanted, long total) {
        Optional<PlayedTrades.Trade> trade = trades.lock(WechatHouse.WORD, wanted.paymentNo());
        if (trade.isEmpty()) {
            return refused(404, "RESOURCE_NOT_EXISTS", "订单不存在");
        }
        if (trade.get().total() != total) {
            return refused(400, "PARAM_ERROR", "订单金额不一致");
        }
        boolean known = desk.knows(wanted.merchant(), wanted.refundNo());
        if (!known && trades.promised(wanted.merchant(), wanted.paymentNo()) + wanted.amount() > total) {
            return refused(400, "INVALID_REQUEST", "申请退款金额大于订单可退金额");
        }
        if (!known && refunds(wanted) >= MOST_REFUNDS) {
            return refused(400, "INVALID_REQUEST", "部分退款次数超过上限");
        }
        return said(desk.take(wanted), trade.get());
    }

    private int refunds(PayBooks.Wanted wanted) {
        return jdbc.sql("select count(*) from sandbox.refund where merchant = :merchant and payment_no = :no and status <> 'CLOSED'")
            .param("merchant", wanted.merchant()).param("no", wanted.paymentNo()).query(Integer.class).single();
    }

    private Said said(PayDesk.Taken taken, PlayedTrades.Trade trade) {
        if (taken.mismatch()) {
            return refused(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
        }
        return switch (taken.fault()) {
            case FAIL_BEFORE, FAIL_AFTER -> refused(500, "SYSTEM_ERROR", "系统超时");
            case HOLD -> refused(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
            case LIMIT -> refused(429, "FREQUENCY_LIMITED", "频率超限");
            case REFUSE -> refused(403, "USER_ACCOUNT_ABNORMAL", "用户账户注销");
            default -> new Said(200, words(taken.kept(), trade), taken.fault());
        };
    }

    Said query(String refundNo) {
        return tx.execute(status -> desk.find(house.merchant(), refundNo)
            .map(kept -> new Said(200, words(kept, trades.lock(WechatHouse.WORD, kept.wanted().paymentNo()).orElseThrow()), PayFault.NONE))
            .orElseGet(() -> refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")));
    }

    /** A refund as both answers and notices tell it. */
    static Map<String, Object> words(PayBooks.Kept kept, PlayedTrades.Trade trade) {
        String now = TIME.format(Instant.now().atZone(ZoneId.of("Asia/Shanghai")).withNano(0));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("refund_id", kept.refundId());
        words.put("out_refund_no", kept.wanted().refundNo());
        words.put("transaction_id", trade.name());
        words.put("out_trade_no", trade.tradeNo());
        words.put("channel", "ORIGINAL");
        words.put("user_received_account", "支付用户零钱");
        words.put("create_time", now);
        words.put("status", kept.status().equals("UNSEEN") ? "PROCESSING" : kept.status());
        if (kept.status().equals("SUCCESS")) {
            words.put("success_time", now);
        }
        words.put("amount", Map.of("total", trade.total(), "refund", kept.wanted().amount(), "payer_total", trade.total(),
            "payer_refund", kept.wanted().amount(), "currency", "CNY"));
        return words;
    }

    static Said refused(int status, String code, String message) {
        return new Said(status, Map.of("code", code, "message", message), PayFault.NONE);
    }
}

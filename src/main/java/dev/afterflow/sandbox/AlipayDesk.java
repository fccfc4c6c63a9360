package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Takes refunds and answers questions the way Alipay's document says, over the played bank's books and faults. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class AlipayDesk {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AlipayHouse house;
    private final AlipayTrades trades;
    private final PayBooks books;
    private final PayDesk desk;
    private final TransactionTemplate tx;
    private final Clock clock;

    AlipayDesk(AlipayHouse house, AlipayTrades trades, PayBooks books, PayDesk desk, TransactionTemplate tx, Clock clock) {
        this.house = house;
        this.trades = trades;
        this.books = books;
        this.desk = desk;
        this.tx = tx;
        this.clock = clock;
    }

    /** The words of an answer, and what happens to it on its way. */
    record Said(Map<String, Object> words, PayFault fault) {
    }

    Said refund(JsonNode business, String notifyUrl) {
        PayBooks.Wanted wanted = new PayBooks.Wanted(house.seller(), business.path("out_request_no").asString(""),
            business.path("out_trade_no").asString(""), AlipayTrades.fen(business.path("refund_amount").asString("")), "CNY",
            business.path("refund_reason").asString(""), notifyUrl);
        if (wanted.refundNo().isEmpty() || wanted.amount() <= 0) {
            return new Said(refused("ACQ.INVALID_PARAMETER", "参数无效"), PayFault.NONE);
        }
        return tx.execute(status -> take(wanted));
    }

    private Said take(PayBooks.Wanted wanted) {
        Optional<AlipayTrades.Trade> trade = trades.lock(wanted.paymentNo());
        if (trade.isEmpty()) {
            return new Said(refused("ACQ.TRADE_NOT_EXIST", "交易不存在"), PayFault.NONE);
        }
        boolean known = books.find(wanted.merchant(), wanted.refundNo()).isPresent();
        if (!known && trades.given(wanted.merchant(), wanted.paymentNo()) >= trade.get().total()) {
            return new Said(closed(), PayFault.NONE);
        }
        if (!known && trades.promised(wanted.merchant(), wanted.paymentNo()) + wanted.amount() > trade.get().total()) {
            return new Said(refused("ACQ.REASON_TRADE_REFUND_FEE_ERR", "退款金额错误"), PayFault.NONE);
        }
        return said(toppedUp(desk.take(wanted)), trade.get());
    }

    /** A refund that had waited for the seller's balance is paid by the next repeat that finds it. */
    private PayDesk.Taken toppedUp(PayDesk.Taken taken) {
        boolean waits = taken.again() && !taken.mismatch() && taken.kept().status().equals("ABNORMAL");
        return waits && taken.fault() != PayFault.ABNORMAL ? desk.pay(taken) : taken;
    }

    private Said said(PayDesk.Taken taken, AlipayTrades.Trade trade) {
        if (taken.mismatch()) {
            return new Said(refused("ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致"), PayFault.NONE);
        }
        if (taken.again() && taken.kept().status().equals("CLOSED")) {
            return new Said(closed(), taken.fault());
        }
        return new Said(switch (taken.fault()) {
            case FAIL_BEFORE, LIMIT -> broken();
            case FAIL_AFTER -> refused("ACQ.SYSTEM_ERROR", "系统错误");
            case ABNORMAL, HOLD -> refused("ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");
            case REFUSE -> refused("ACQ.TRADE_HAS_FINISHED", "交易已完结");
            default -> refunded(taken, trade);
        }, taken.fault());
    }

    /** {@code refund_fee} is all that was given back of the trade, as Alipay has it. */
    private Map<String, Object> refunded(PayDesk.Taken taken, AlipayTrades.Trade trade) {
        boolean moved = !taken.again() && taken.kept().status().equals("SUCCESS");
        Map<String, Object> words = well();
        words.put("trade_no", trade.tradeNo());
        words.put("out_trade_no", trade.outTradeNo());
        words.put("buyer_logon_id", "159****5620");
        words.put("fund_change", moved ? "Y" : "N");
        words.put("refund_fee", AlipayTrades.yuan(trades.given(house.seller(), trade.outTradeNo())));
        return words;
    }

    /** Data only for a refund that was paid; for any other the call worked and says nothing. */
    Map<String, Object> query(JsonNode business) {
        Optional<AlipayTrades.Trade> trade = trades.find(business.path("out_trade_no").asString(""));
        if (trade.isEmpty()) {
            return refused("ACQ.TRADE_NOT_EXIST", "交易不存在");
        }
        Map<String, Object> words = well();
        desk.find(house.seller(), business.path("out_request_no").asString(""))
            .filter(kept -> kept.status().equals("SUCCESS") && kept.wanted().paymentNo().equals(trade.get().outTradeNo()))
            .ifPresent(kept -> {
                words.put("trade_no", trade.get().tradeNo());
                words.put("out_trade_no", trade.get().outTradeNo());
                words.put("out_request_no", kept.wanted().refundNo());
                words.put("total_amount", AlipayTrades.yuan(trade.get().total()));
                words.put("refund_amount", AlipayTrades.yuan(kept.wanted().amount()));
                words.put("refund_status", "REFUND_SUCCESS");
                words.put("gmt_refund_pay", LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).format(TIME));
            });
        return words;
    }

    /** Also said of a trade that was given back whole. */
    private static Map<String, Object> closed() {
        return refused("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
    }

    static Map<String, Object> well() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", "10000");
        words.put("msg", "Success");
        return words;
    }

    static Map<String, Object> refused(String subCode, String subMessage) {
        return fault("40004", "Business Failed", subCode, subMessage);
    }

    static Map<String, Object> broken() {
        return fault("20000", "Service Currently Unavailable", "aop.unknow-error", "系统繁忙");
    }

    static Map<String, Object> fault(String code, String message, String subCode, String subMessage) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", code);
        words.put("msg", message);
        words.put("sub_code", subCode);
        words.put("sub_msg", subMessage);
        return words;
    }
}

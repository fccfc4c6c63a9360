package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A day's bill of refunds as WeChat Pay prints it: each cell begins with a backtick, and two lines of sums end it. */
final class WechatPaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
        + "应结订单金额,代金券金额,退款申请时间,退款成功时间,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,"
        + "手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    private WechatPaper() {
    }

    static byte[] of(String merchant, List<PayBooks.Moved> moved) {
        long sum = moved.stream().mapToLong(PayBooks.Moved::amount).sum();
        String text = HEAD + "\r\n" + moved.stream().map(line -> line(merchant, line)).collect(Collectors.joining())
            + SUMS + "\r\n" + cells(String.valueOf(moved.size()), "0.00", yuan(sum), "0.00", "0.00000", "0.00", yuan(sum));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String merchant, PayBooks.Moved moved) {
        String at = TIME.format(Instant.parse(moved.at()));
        String amount = yuan(moved.amount());
        return cells(at, "wx0000000000000001", merchant, "0", "", "4200" + moved.id(), moved.paymentNo(), "oUpF8uMuAJO", "JSAPI", "REFUND", "OTHERS", "CNY",
            "0.00", "0.00", at, at, moved.refundId(), moved.refundNo(), amount, "0.00", "ORIGINAL", "SUCCESS", "示例商品", "", "0.00000", "0.60%", "0.00",
            amount, "");
    }

    private static String cells(String... words) {
        return List.of(words).stream().map(word -> "`" + word).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}

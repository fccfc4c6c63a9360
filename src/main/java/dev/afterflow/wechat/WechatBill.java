package dev.afterflow.wechat;

import dev.afterflow.money.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a day's bill of refunds: a table whose cells each begin with a backtick, and two lines of sums below it. */
final class WechatBill {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SUMS = "总交易单数";

    private WechatBill() {
    }

    /** One refund that was paid, as the bill has it; {@code refundNo} is our refund number when the refund is ours. */
    record Line(String refundId, String tradeNo, String refundNo, Money amount, Instant movedAt) {
    }

    static List<Line> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        int sums = text.indexOf("\n" + SUMS);
        if (sums < 0 || !text.startsWith("交易时间")) {
            throw new IllegalArgumentException("The bill is not whole");
        }
        try (CSVParser table = CSVFormat.DEFAULT.builder().setHeader().setTrim(true).get().parse(new StringReader(text.substring(0, sums)))) {
            return table.stream().filter(row -> cell(row, "退款状态").equals("SUCCESS")).map(WechatBill::line).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Line line(CSVRecord row) {
        return new Line(cell(row, "微信退款单号"), cell(row, "商户订单号"), cell(row, "商户退款单号"),
            Money.parse(cell(row, "申请退款金额"), WechatProvider.CURRENCY),
            LocalDateTime.parse(cell(row, "退款成功时间"), TIME).atZone(SHANGHAI).toInstant());
    }

    private static String cell(CSVRecord row, String column) {
        String told = row.get(column);
        return told.startsWith("`") ? told.substring(1).strip() : told.strip();
    }
}

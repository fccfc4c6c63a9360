package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a day's trade bill: a zip with a table of details in GBK between lines of remarks; refunds only. */
final class AlipayBill {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Charset LETTERS = Charset.forName("GB18030");
    private static final int MOST_BYTES = 256 * 1024 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private AlipayBill() {
    }

    /** One refund as the bill has it; {@code requestNo} is our refund number when the refund is ours. */
    record Line(String lineId, String tradeNo, String outTradeNo, String requestNo, Money amount, Instant movedAt) {
    }

    static List<Line> read(byte[] zip) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip), LETTERS)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(".csv") && !file.getName().contains("汇总")) {
                    return lines(new String(limited(files), LETTERS));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new IllegalArgumentException("The bill holds no details");
    }

    private static byte[] limited(ZipInputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("The bill is too long");
        }
        return bytes;
    }

    private static List<Line> lines(String text) throws IOException {
        String table = String.join("\n", text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList());
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (CSVRecord row : CSVFormat.DEFAULT.builder().setHeader().setTrim(true).get().parse(new StringReader(table))) {
            if (row.get("业务类型").strip().equals("退款")) {
                lines.add(line(row, seen));
            }
        }
        return lines;
    }

    private static Line line(CSVRecord row, Map<String, Integer> seen) {
        String trade = row.get("支付宝交易号").strip();
        String request = row.get("退款批次号/请求号").strip();
        String finished = row.get("完成时间").strip();
        String words = trade + "|" + request + "|" + finished;
        int nth = seen.merge(words, 1, Integer::sum);
        Money amount = Money.parse(row.get("订单金额（元）").strip().replaceFirst("^-", ""), "CNY");
        return new Line(id(trade, words + "|" + nth), trade, row.get("商户订单号").strip(), request, amount,
            LocalDateTime.parse(finished, TIME).atZone(SHANGHAI).toInstant());
    }

    /** The bill numbers no lines, so a line is known by its trade and all that tells it from another; a second payment is a second line. */
    private static String id(String trade, String words) {
        return trade.substring(0, Math.min(40, trade.length())) + "-" + DigestUtils.sha256Hex(words).substring(0, 20);
    }
}

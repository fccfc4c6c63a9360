package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RoomTest
class ImportFilesRoomTest extends ImportBench {

    @Autowired
    ImportCleaner cleaner;
    @Autowired
    ImportFiles files;

    ImportFilesRoomTest() {
        super("import-files", "IMPF");
    }

    @Test
    void badRowsAreToldInAFileThatRunsNothing() {
        String csv = "order_id,review_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n"
                + "good-1,g1,5,,,2017-10-21 00:00:00,\n"
                + "=HYPERLINK(\"http://evil\"),b1,9,@SUM(A1),-2+3,2017-10-21 00:00:00,\n"
                + "bad-2,b2,five,,,21.10.2017,\n"
                + "bad-3,b3,5,,,2017-10-21 00:00:00,,one,too,many\n"
                + "good-2,g2,1,,,2017-10-21 00:00:00,2017-10-21\n";
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("accepted").asInt()).isEqualTo(2);
        assertThat(job.get("rejected").asInt()).isEqualTo(3);
        Answer errors = owner.send("GET", "/api/imports/" + job.get("id").asString() + "/errors", null, "Accept", "text/csv");
        assertThat(errors.status()).as(errors.body()).isEqualTo(200);
        assertThat(errors.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(errors.header("Content-Disposition")).startsWith("attachment");
        assertThat(errors.body()).contains("'=HYPERLINK", "'@SUM(A1)", "'-2+3", "score", "createdAt").doesNotContain(",=", ",@", ",-2");
        assertThat(errors.body().lines().filter(line -> line.startsWith("3,"))).hasSize(2);
    }

    @Test
    void chineseColumnsInGb18030AreUnderstood() {
        String orders = "订单编号,买家会员名,买家应付邮费,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,物流单号,物流公司\r\n"
                + "=\"4012345678901234567\",旺旺,0.00,\"1,299.50\",交易成功,李四,浙江省杭州市 某路,'13900001111,2026-11-01 10:00:00,2026-11-01 10:01:00,No:SF100,顺丰\r\n";
        String items = "订单编号,标题,价格,购买数量,外部系统编号,商家编码\r\n4012345678901234567,茶几,649.75,2,P-9,SKU9\r\n";
        Charset gb = Charset.forName("GB18030");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ExportOrderList202611.csv", orders.getBytes(gb));
        files.put("ExportOrderDetailList202611.csv", items.getBytes(gb));
        JsonNode job = done(order("taobao", files));
        assertThat(job.get("accepted").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(text("select title || ' ' || paid_minor from orders.item where order_id = '4012345678901234567'")).isEqualTo("茶几 129950");
        assertThat(text("select phone from orders.buyer where shop_id = '" + shop + "' and buyer_id = '旺旺'")).isEqualTo("13900001111");
    }

    @Test
    void aWorkbookIsReadLikeACsv() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("reviews");
            String[] head = {"id", "order", "score", "when"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            sheet.value(1, 0, "x-1");
            sheet.value(1, 1, "xo-1");
            sheet.value(1, 2, 4);
            sheet.value(1, 3, LocalDateTime.of(2026, 11, 1, 12, 0));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
        }
        String mapping = """
                {"main":"r","files":{"r":{}},"timeZone":"Asia/Shanghai","fields":{"reviewId":{"column":"id"},"orderId":{"column":"order"},
                 "score":{"column":"score","as":"integer"},"createdAt":{"column":"when","as":"instant"}}}""";
        Answer answer = Sender.upload(owner, "/api/imports",
                "{\"name\":\"book\",\"shop\":\"" + shop + "\",\"kind\":\"reviews\",\"mapping\":" + mapping + "}", Map.of("any.xlsx", out.toByteArray()));
        JsonNode job = done(answer);
        assertThat(job.get("accepted").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(text("select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24') from orders.review where review_id = 'x-1'"))
                .isEqualTo("2026-11-01 04");
    }

    @Test
    void aMissingColumnEndsTheJobWithItsName() {
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("errorEn").asString()).contains("review_score");
        assertThat(job.get("errorZh").asString()).contains("review_score");
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowTheFile() {
        String csv = "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n"
                + "q1,q1,5,\"never closed" + "x".repeat(2 << 20);
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("accepted").asInt()).isZero();
    }

    @Test
    void filesThatAreNoTablesAreRefusedAndNothingIsKept() {
        for (byte[] bytes : new byte[][] {{}, {0, 1, 2, 3}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}}) {
            Answer answer = order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", bytes));
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        }
        assertThat(order("olist", Map.of("olist_orders_dataset.csv", "a".getBytes())).status()).isEqualTo(422);
        assertThat(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", "a".getBytes(), "x.csv", "b".getBytes())).status()).isEqualTo(422);
    }

    @Test
    void filesLeaveTheDiskThirtyDaysAfterTheirJob() {
        String id = order("olist-reviews", new OlistTwin(2, "old").reviewFiles()).json().get("id").asString();
        done(id);
        String stored = text("select stored from intake.import_file where job_id = '" + id + "'");
        cleaner.clean();
        assertThat(files.path(stored)).exists();
        sql("update intake.import_job set finished_at = now() - interval '31 days' where id = '" + id + "'");
        cleaner.clean();
        assertThat(files.path(stored)).doesNotExist();
        assertThat(number("select count(*) from intake.import_file where stored = '" + stored + "' and dropped")).isEqualTo(1);
    }

    @Test
    void aWorkbookThatUnfoldsWithoutEndIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[30 << 20]);
            zip.closeEntry();
        }
        Answer answer = order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", out.toByteArray()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("100");
    }
}

package dev.afterflow.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A day's trade bill as Alipay prints it: a zip of two tables in GBK, each cell ended by a tab. */
final class AlipayPaper {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String HEAD = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
        + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
        + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

    private AlipayPaper() {
    }

    static byte[] of(String seller, LocalDate day, List<AlipayTrades.Moved> moved) throws IOException {
        String name = seller + "0156_" + day.toString().replace("-", "") + "_业务明细";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            put(zip, name + "(汇总).csv", "#支付宝业务汇总查询\r\n#账号：[" + seller + "0156]\r\n合计," + moved.size() + "\r\n");
            put(zip, name + ".csv", details(seller, day, moved));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(GBK));
        zip.closeEntry();
    }

    private static String details(String seller, LocalDate day, List<AlipayTrades.Moved> moved) {
        return "#支付宝业务明细查询\r\n#账号：[" + seller + "0156]\r\n#起始日期：[" + day + " 00:00:00]   终止日期：[" + day.plusDays(1) + " 00:00:00]\r\n"
            + "#-----------------------------------------业务明细列表----------------------------------------\r\n" + HEAD + "\r\n"
            + moved.stream().map(AlipayPaper::line).collect(Collectors.joining())
            + "#-----------------------------------------业务明细列表结束------------------------------------\r\n"
            + "#退款合计：" + moved.size() + "笔\r\n#导出时间：[" + day.plusDays(1) + " 09:00:00]\r\n";
    }

    private static String line(AlipayTrades.Moved moved) {
        String amount = "-" + AlipayTrades.yuan(moved.amount());
        List<String> cells = List.of(moved.tradeNo() + "\t", moved.outTradeNo() + "\t", "退款", "示例商品", moved.at(), moved.at(), "", "", "", "",
            "*涵(159****5620)\t", amount, amount, "0.00", "0.00", "0.00", "0.00", "0.00", "", "0.00", "0.00",
            moved.refundNo() + "\t", "0.00", "0.00", "");
        return String.join(",", cells) + "\r\n";
    }
}

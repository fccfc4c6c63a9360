package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every word of TOP's documents for how a refund, an exchange or a review stands is read, or refused with the word. */
class TaobaoReaderTest {

    private final JsonMapper json = new JsonMapper();
    private final TaobaoReader reader = new TaobaoReader(json);
    private final TaobaoOthers others = new TaobaoOthers(reader, json);

    private ObjectNode refund() {
        return (ObjectNode) json.readTree("""
            {"refund_id":"7777001","tid":"2231958349","oid":"2231958350","status":"WAIT_SELLER_AGREE","refund_fee":"200.07","total_fee":"300.00","payment":"99.93",
             "reason":"商品质量问题","desc":"开裂了","num":2,"good_status":"BUYER_RECEIVED","has_good_return":false,"refund_phase":"onsale","refund_version":"1409294148714",
             "refund_remind_timeout":{"exist_timeout":true,"remind_type":1,"timeout":"2026-12-05 10:00:00"},"cs_status":1,"advance_status":0,"operation_contraint":"",
             "dispute_type":"REFUND","order_status":"WAIT_BUYER_CONFIRM_GOODS","created":"2026-11-30 10:00:00","modified":"2026-11-30 10:00:05"}""");
    }

    private Told read(ObjectNode refund) {
        return reader.refund("s", refund, List.of());
    }

    @Test
    void aRefundIsReadWhole() {
        Told told = read(refund());
        PlatformMatter matter = told.matter();
        assertThat(matter.id()).isEqualTo("7777001");
        assertThat(matter.orderId()).isEqualTo("2231958349");
        assertThat(matter.lineId()).isEqualTo("2231958350");
        assertThat(matter.amount()).isEqualTo(new Money(20_007, "CNY"));
        assertThat(matter.version()).isEqualTo("1409294148714");
        assertThat(matter.deadline()).isEqualTo(Instant.parse("2026-12-05T02:00:00Z"));
        assertThat(matter.modifiedAt()).isEqualTo(Instant.parse("2026-11-30T02:00:05Z"));
        assertThat(matter.allows()).contains(Kind.AGREE_REFUND, Kind.REFUSE, Kind.MESSAGE).doesNotContain(Kind.AGREE_RETURN);
        assertThat(told.inside()).containsEntry("phase", "onsale");
        JsonNode row = told.slips().get(0).row();
        assertThat(row.path("kind").asString()).isEqualTo("REFUND_ONLY");
        assertThat(row.path("reasonCode").asString()).isEqualTo("QUALITY");
        assertThat(row.path("askedAmount").path("minor").asLong()).isEqualTo(20_007);
        assertThat(row.path("lines").path(0).path("lineId").asString()).isEqualTo("2231958350");
        assertThat(row.path("goodsReceived").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WAIT_SELLER_AGREE,ASKED", "WAIT_BUYER_RETURN_GOODS,WAITS_FOR_GOODS", "WAIT_SELLER_CONFIRM_GOODS,GOODS_BACK", "SELLER_REFUSE_BUYER,WAITS_FOR_BUYER", "CLOSED,CLOSED",
        "SUCCESS,DONE", "WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS,WAITS_FOR_BUYER", "EXCHANGE_TRANSFORM_TO_REFUND,CLOSED", "WAIT_SELLER_CONSIGN_GOODS,WAITS_FOR_SHIPMENT",
        "WAIT_BUYER_CONFIRM_REDO_SEND_GOODS,WAITS_FOR_BUYER", "WAIT_SELLER_CONFIRM_RETURN_ADDRESS,ASKED"})
    void everyStatusOfARefundIsRead(String status, State state) {
        assertThat(read(refund().put("status", status)).matter().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1,ASKED", "2,WAITS_FOR_GOODS", "3,GOODS_BACK", "4,CLOSED", "5,DONE", "6,WAITS_FOR_BUYER", "12,WAITS_FOR_SHIPMENT", "13,WAITS_FOR_BUYER", "14,ASKED"})
    void everyStatusOfAnExchangeIsRead(String status, State state) {
        Told told = others.exchange("s", exchange().put("status", status), List.of());
        assertThat(told.matter().state()).isEqualTo(state);
        assertThat(told.matter().sort()).isEqualTo(Sort.EXCHANGE);
    }

    @ParameterizedTest
    @CsvSource({"1,NONE", "2,ASKED_FOR", "3,STEPPED_IN", "4,STEPPED_IN", "5,STEPPED_IN", "6,DECIDED", "7,WITHDRAWN", "8,DECIDED_BUYER", "9,DECIDED_SELLER", "10,EVIDENCE", "11,APPEAL"})
    void everyStepOfThePlatformIsRead(int status, Step step) {
        assertThat(read(refund().put("cs_status", status)).matter().step()).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"REFUND,false,REFUND", "REFUND_AND_RETURN,true,RETURN", "TAOBAO_EXCHANGE,true,EXCHANGE", "TMALL_EXCHANGE,true,EXCHANGE", "REPAIR,true,REPAIR", "RESHIPPING,false,RESHIP",
        "OTHERS,true,RETURN", "OTHERS,false,REFUND", "'',true,RETURN"})
    void everyTypeOfDisputeIsRead(String type, boolean goods, Sort sort) {
        assertThat(read(refund().put("dispute_type", type).put("has_good_return", goods)).matter().sort()).isEqualTo(sort);
    }

    @Test
    void aWordThatIsInNoDocumentIsRefusedWithTheWord() {
        assertThat(read(refund().put("status", "WAIT_FOR_THE_MOON")).refused()).isEqualTo("UNKNOWN_STATUS WAIT_FOR_THE_MOON");
        assertThat(read(refund().put("dispute_type", "SWAP")).refused()).isEqualTo("UNKNOWN_TYPE SWAP");
        assertThat(read(refund().put("cs_status", 99)).refused()).isEqualTo("UNKNOWN_CS_STATUS 99");
        assertThat(others.exchange("s", exchange().put("status", "7"), List.of()).refused()).isEqualTo("UNKNOWN_EXCHANGE_STATUS 7");
        assertThat(others.rate("s", rate().put("result", "great"), Instant.parse("2026-11-30T10:00:00Z")).refused()).isEqualTo("UNKNOWN_RESULT great");
        assertThat(read(refund().put("refund_fee", "many")).refused()).startsWith("UNREADABLE");
        assertThat(read(refund().put("modified", "yesterday")).refused()).startsWith("UNREADABLE");
    }

    @Test
    void whereRefusalIsNotAllowedTheDeskIsTold() {
        assertThat(read(refund()).matter().mayNotZh()).isNull();
        assertThat(read(refund().put("operation_contraint", "cannot_refuse")).matter().mayNotZh()).contains("cannot_refuse");
        assertThat(read(refund().put("order_status", "WAIT_SELLER_SEND_GOODS")).matter().mayNotEn()).contains("before shipping");
        assertThat(read(refund().put("reason", "七天无理由退换货")).matter().mayNotEn()).contains("without reason");
    }

    @Test
    void theBuyersParcelBackGoesToTheLetterboxOnceItHasAWaybill() {
        ObjectNode back = refund().put("status", "WAIT_SELLER_CONFIRM_GOODS").put("dispute_type", "REFUND_AND_RETURN").put("sid", " YT900 ").put("company_name", "圆通速递");
        Told told = read(back);
        assertThat(told.slips()).extracting(Slip::kind).containsExactly("requests", "parcels");
        assertThat(told.slips().get(1).row().path("waybill").asString()).isEqualTo("YT900");
        assertThat(told.matter().allows()).contains(Kind.AGREE_REFUND, Kind.REFUSE_GOODS);
        assertThat(read(refund()).slips()).hasSize(1);
    }

    @Test
    void aTradeOfOneLineNamesNoLine() {
        assertThat(read(refund().put("oid", "2231958349")).matter().lineId()).isNull();
    }

    private ObjectNode exchange() {
        return (ObjectNode) json.readTree("""
            {"dispute_id":"8800001","biz_order_id":"2231958349","status":"1","num":1,"reason":"尺码不合适","desc":"换大一码","created":"2026-11-30 10:00:00","modified":"2026-11-30 10:00:05",
             "time_out":"2026-12-05 10:00:00","cs_status":1,"refund_phase":"onsale","refund_version":1409294148714,"payment":"99.00"}""");
    }

    private ObjectNode rate() {
        return (ObjectNode) json.readTree("""
            {"tid":2231958349,"oid":2231958350,"role":"buyer","nick":"买**家","result":"bad","created":"2026-11-20 10:00:00","content":"用了两天就坏了","reply":""}""");
    }

    @Test
    void aReviewMayBeAnsweredOnceWithinThirtyDays() {
        Told open = others.rate("s", rate(), Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(open.matter().allows()).containsExactly(Kind.REPLY_REVIEW);
        assertThat(open.matter().deadline()).isEqualTo(Instant.parse("2026-12-20T02:00:00Z"));
        assertThat(open.slips().get(0).row().path("score").asInt()).isEqualTo(1);
        assertThat(others.rate("s", rate(), Instant.parse("2026-12-20T02:00:00Z")).matter().allows()).isEmpty();
        assertThat(others.rate("s", rate().put("reply", "抱歉"), Instant.parse("2026-11-30T10:00:00Z")).matter().allows()).isEmpty();
        assertThat(others.rate("s", rate().put("result", "neutral"), Instant.parse("2026-11-30T10:00:00Z")).slips().get(0).row().path("score").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"七天无理由退换货,NO_REASON", "7天无理由,NO_REASON", "多拍/拍错/不想要,BUYER_CANCEL", "商品质量问题,QUALITY", "材质与商品描述不符,NOT_AS_DESCRIBED", "少件/漏发,SHORT",
        "卖家发错货,WRONG_ITEM", "收到商品破损,DAMAGED", "未收到货,NOT_RECEIVED", "假冒品牌,COUNTERFEIT", "发票问题,SERVICE", "别的,OTHER"})
    void theBuyersReasonIsOneOfOurs(String words, String code) {
        assertThat(TaobaoStates.reason(words)).isEqualTo(code);
    }
}

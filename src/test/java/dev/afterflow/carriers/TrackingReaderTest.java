package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.carriers.Reading.Sighting;
import dev.afterflow.carriers.Trace.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every shape of a tracking service's words is filed scan by scan, or refused with its reason. */
class TrackingReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final String TWO = """
        [{"context":"【上海】已签收","time":"2026-11-29 16:33:19","ftime":"2026-11-29 16:33:19","status":"签收","areaName":"上海市"},
         {"context":"【杭州】已揽收","time":"2026-11-27 23:22:42","ftime":"2026-11-27 23:22:42","status":"揽收"}]""";

    private final KuaidiReader kuaidi = new KuaidiReader(JsonMapper.shared());
    private final AfterShipReader aftership = new AfterShipReader(JsonMapper.shared());

    private Reading push(String status, String message, String data) {
        String param = "{\"status\":\"%s\",\"billstatus\":\"got\",\"message\":\"%s\",\"autoCheck\":\"0\",\"comOld\":\"\",\"comNew\":\"\",\"lastResult\":{\"message\":\"ok\",\"state\":\"3\",\"com\":\"yuantong\",\"nu\":\"YT0123456789\",\"data\":%s}}"
            .formatted(status, message, data);
        return kuaidi.push(("sign=X&param=" + URLEncoder.encode(param, StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII), NOON);
    }

    private Reading scan(String fields) {
        return kuaidi.answer(("{\"message\":\"ok\",\"state\":\"0\",\"com\":\"yuantong\",\"nu\":\"YT1\",\"data\":[{\"time\":\"2026-11-29 16:33:19\"," + fields + "}]}")
            .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPushIsReadScanByScanInChineseTime() {
        Reading reading = push("polling", "", TWO);

        assertThat(reading.refused()).isNull();
        assertThat(reading.carrier()).isEqualTo("yuantong");
        assertThat(reading.waybill()).isEqualTo("YT0123456789");
        assertThat(reading.sightings()).containsExactly(
            new Sighting(Instant.parse("2026-11-29T08:33:19Z"), "上海市", "【上海】已签收", Step.SIGNED),
            new Sighting(Instant.parse("2026-11-27T15:22:42Z"), null, "【杭州】已揽收", Step.PICKED_UP));
    }

    @Test
    void aSignedParcelIsFollowedNoLonger() {
        assertThat(push("shutdown", "", TWO).over()).isTrue();
        assertThat(push("updateall", "", TWO).over()).isFalse();
    }

    @Test
    void sixtyDaysOfSilenceAreALoss() {
        Reading reading = push("abort", "60天无变化", TWO);

        assertThat(reading.over()).isTrue();
        assertThat(reading.note()).isEqualTo("NO_CHANGE_60_DAYS");
        assertThat(reading.sightings()).last().satisfies(last -> {
            assertThat(last.step()).isEqualTo(Step.LOST);
            assertThat(last.at()).isEqualTo(NOON);
        });
    }

    @Test
    void threeDaysWithoutARecordAskForANumberAndACarrier() {
        Reading reading = push("abort", "3天查询无记录", "[]");

        assertThat(reading.note()).isEqualTo("NO_RECORD_3_DAYS");
        assertThat(reading.sightings()).isEmpty();
    }

    @Test
    void aBetterCarrierIsNamed() {
        String param = "{\"status\":\"abort\",\"message\":\"\",\"comOld\":\"yuantong\",\"comNew\":\"ems\",\"lastResult\":{\"com\":\"yuantong\",\"nu\":\"YT0123456789\",\"data\":[]}}";
        assertThat(kuaidi.push(("param=" + URLEncoder.encode(param, StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII), NOON).note())
            .isEqualTo("CARRIER_MAY_BE:ems");
    }

    @ParameterizedTest
    @CsvSource({"101,ANNOUNCED", "1,PICKED_UP", "0,MOVING", "1001,MOVING", "5,DELIVERING", "501,AT_POINT", "301,SIGNED", "302,SIGNED_AFTER_TROUBLE", "303,SIGNED_BY_OTHER",
        "304,SIGNED_AT_POINT", "2,TROUBLE", "201,STALLED", "203,REFUSED", "205,NOT_COLLECTED", "206,NOBODY_HOME", "209,DAMAGED", "4,RETURNED", "6,RETURNING", "7,TRANSFERRED",
        "10,CUSTOMS", "11,CUSTOMS", "12,CUSTOMS_CLEARED", "13,CUSTOMS_HELD", "14,REFUSED"})
    void everyStateHasItsStep(String code, Step step) {
        assertThat(scan("\"context\":\"更新\",\"statusCode\":\"" + code + "\"").sightings()).extracting(Sighting::step).containsExactly(step);
    }

    @Test
    void wordsTellASeizureAndALoss() {
        assertThat(scan("\"context\":\"因安检不通过，航空禁运，退回\",\"statusCode\":\"2\"").sightings().get(0).step()).isEqualTo(Step.SEIZED);
        assertThat(scan("\"context\":\"快件已遗失\",\"statusCode\":\"2\"").sightings().get(0).step()).isEqualTo(Step.LOST);
        assertThat(scan("\"context\":\"已签收，此前曾遗失\",\"statusCode\":\"3\"").sightings().get(0).step()).isEqualTo(Step.SIGNED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"result\":false,\"returnCode\":\"500\",\"message\":\"查询失败\"}|CODE_500",
        "{\"result\":false,\"returnCode\":\"408\",\"message\":\"校验不通过\"}|CODE_408",
        "{\"result\":true,\"returnCode\":\"200\",\"message\":\"提交成功\"}|CODE_200",
        "not json|UNREADABLE",
        "{\"message\":\"ok\",\"state\":\"0\",\"nu\":\"\",\"data\":[]}|NO_WAYBILL",
        "{\"message\":\"ok\",\"state\":\"0\",\"nu\":\"YT1\",\"data\":[{\"time\":\"yesterday\",\"context\":\"x\"}]}|UNREADABLE_SCAN",
        "{\"message\":\"ok\",\"state\":\"0\",\"nu\":\"YT1\",\"data\":[{\"time\":\"2026-11-29 16:33:19\",\"context\":\"x\",\"statusCode\":\"9999\"}]}|UNREADABLE_SCAN"})
    void whatKuaidiCannotMeanIsRefusedWithItsReason(String answer, String reason) {
        assertThat(kuaidi.answer(answer.getBytes(StandardCharsets.UTF_8)).refused()).isEqualTo(reason);
    }

    @Test
    void aPushWithoutParametersOrOfAnUnknownKindIsRefused() {
        assertThat(kuaidi.push("sign=X".getBytes(), NOON).refused()).isEqualTo("NO_PARAM");
        assertThat(kuaidi.push("param=%zz".getBytes(), NOON).refused()).isEqualTo("UNREADABLE");
        assertThat(push("dancing", "", "[]").refused()).isEqualTo("UNKNOWN_STATUS");
    }

    private static String tracking(String points) {
        return "{\"id\":\"5b7658cec7c33c0e007de3c5\",\"tracking_number\":\"111111111111\",\"slug\":\"fedex\",\"active\":true,\"tag\":\"InTransit\",\"checkpoints\":[" + points + "]}";
    }

    private static String point(String tag, String subtag, String time) {
        return "{\"slug\":\"fedex\",\"message\":\"m\",\"location\":null,\"city\":\"Deal\",\"state\":\"NJ\",\"tag\":\"%s\",\"subtag\":\"%s\",\"checkpoint_time\":\"%s\",\"created_at\":\"2026-11-29T00:00:00+00:00\"}"
            .formatted(tag, subtag, time);
    }

    @Test
    void aTrackingIsReadWhereverItStandsNewestFirst() {
        String one = tracking(point("InfoReceived", "InfoReceived_001", "2026-11-23T01:21:39-05:00") + "," + point("InTransit", "InTransit_002", "2026-11-23T16:58:00+08:00"));
        for (String whole : Map.of("webhook", "{\"ts\":1,\"event\":\"tracking_update\",\"event_id\":\"e\",\"msg\":" + one + "}", "old answer",
            "{\"meta\":{\"code\":200},\"data\":{\"tracking\":" + one + "}}", "new answer", "{\"meta\":{\"code\":200},\"data\":" + one + "}").values()) {
            Reading reading = aftership.read(whole.getBytes(StandardCharsets.UTF_8));
            assertThat(reading.refused()).isNull();
            assertThat(reading.sightings()).extracting(Sighting::step).containsExactly(Step.PICKED_UP, Step.ANNOUNCED);
            assertThat(reading.sightings().get(0)).satisfies(newest -> {
                assertThat(newest.at()).isEqualTo(Instant.parse("2026-11-23T08:58:00Z"));
                assertThat(newest.place()).isEqualTo("Deal, NJ");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"Exception_013,LOST", "Exception_011,RETURNED", "Exception_010,RETURNING", "Exception_012,DAMAGED", "Exception_003,REFUSED", "Exception_004,CUSTOMS_HELD",
        "Exception_001,TROUBLE", "Exception_999,TROUBLE"})
    void anExceptionSaysWhichAndAnUnknownOneThatThereIsOne(String subtag, Step step) {
        String whole = "{\"meta\":{\"code\":200},\"data\":" + tracking(point("Exception", subtag, "2026-11-23T16:58:00+08:00")) + "}";
        assertThat(aftership.read(whole.getBytes(StandardCharsets.UTF_8)).sightings()).extracting(Sighting::step).containsExactly(step);
    }

    @Test
    void aTimeWithoutItsZoneIsNeverLaterThanItWasHeard() {
        String whole = "{\"meta\":{\"code\":200},\"data\":" + tracking(point("InTransit", "InTransit_001", "2026-11-30T23:00:00")) + "}";
        assertThat(aftership.read(whole.getBytes(StandardCharsets.UTF_8)).sightings().get(0).at()).isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"meta\":{\"code\":401,\"message\":\"Invalid API Key.\"},\"data\":{}}|CODE_401",
        "{\"event\":\"edd_revise\",\"msg\":{}}|NOT_A_STATUS:edd_revise",
        "{\"meta\":{\"code\":200},\"data\":{\"total\":1,\"couriers\":[]}}|NO_TRACKING",
        "{\"meta\":{\"code\":200},\"data\":{\"tracking\":{\"tracking_number\":\"1234\",\"slug\":\"fedex\"}}}|NO_TRACKING",
        "{\"notification\":{\"emails\":[]}}|NO_TRACKING", "[|UNREADABLE"})
    void whatAfterShipCannotMeanIsRefusedWithItsReason(String whole, String reason) {
        assertThat(aftership.read(whole.getBytes(StandardCharsets.UTF_8)).refused()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-45T00:00:00Z", "", "soon"})
    void aCheckpointWithoutATimeIsNotLeftOutUnseen(String time) {
        String whole = "{\"meta\":{\"code\":200},\"data\":" + tracking(point("InTransit", "InTransit_001", time)) + "}";
        assertThat(aftership.read(whole.getBytes(StandardCharsets.UTF_8)).refused()).isEqualTo("UNREADABLE_TIME");
    }

    /** Computed with another implementation (Python's hashlib and hmac). */
    @Test
    void theSignaturesAreThoseOfTheDocuments() {
        assertThat(KuaidiSign.of("{\"com\":\"yuantong\",\"num\":\"YT0123456789\",\"resultv2\":\"4\"}", "KEY123", "CUST456")).isEqualTo("3DA1A583D16E2EADF4DBE2D73B7376BE");
        assertThat(KuaidiSign.of("{\"kuaidinum\":\"YT0123456789\",\"secondType\":4}", "1681293665905", "KEY123", "SECRET789")).isEqualTo("21E10DE3D98A19A44901C568568FBE41");
        String param = "{\"status\":\"polling\",\"lastResult\":{\"nu\":\"YT0123456789\"}}";
        assertThat(KuaidiSign.holds("d6f83e793b1b180d11d820775e77c63c", param, "0123456789abcdef0123456789abcdef")).isTrue();
        assertThat(KuaidiSign.holds("d6f83e793b1b180d11d820775e77c63d", param, "0123456789abcdef0123456789abcdef")).isFalse();
        assertThat(KuaidiSign.holds(null, param, "0123456789abcdef0123456789abcdef")).isFalse();
        byte[] body = "{\"event\":\"tracking_update\",\"event_id\":\"6f1d2c1e-0000-4000-8000-000000000001\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(AfterShipSource.holds("rpnzQJ0DjvwcxQvMuNZzQ7SRBlOiHE5rKMHX0NpVTko=", "webhook-secret", body)).isTrue();
        assertThat(AfterShipSource.holds("rpnzQJ0DjvwcxQvMuNZzQ7SRBlOiHE5rKMHX0NpVTko=", "another-secret", body)).isFalse();
    }
}

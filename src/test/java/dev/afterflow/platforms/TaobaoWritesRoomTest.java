package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.pictures.Snapshot;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What we decide is written to Taobao once: under the version just read, with proof, with a code, and not again after an answer that was lost. */
@RoomTest
class TaobaoWritesRoomTest {

    private static final byte[] PICTURE = new byte[2_000];

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    StraightPapers papers;
    @Autowired
    JdbcClient sql;

    private MarketFloor floor;

    @BeforeEach
    void aShop() {
        floor = tools.taobao(port, Map.of(), Map.of());
    }

    @AfterEach
    void clear() {
        floor.act("weather", Map.of("market", "taobao", "shop", floor.shop, "sky", "CLEAR"));
    }

    private PlatformMatter refund(String type, String fee, Map<String, ?> more) {
        Map<String, Object> words = new HashMap<>(Map.of("shop", floor.shop, "tid", "7" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L), "type", type, "fee", fee));
        words.putAll(more);
        String id = floor.act("refunds", words).path("name").asString();
        floor.read();
        return floor.matter(id, State.ASKED);
    }

    private static Money yuan(long fen) {
        return new Money(fen, "CNY");
    }

    private String proved(Kind kind, PlatformMatter matter, String words, Paper... all) {
        String number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        papers.lay(number, all);
        floor.tx.executeWithoutResult(status -> floor.platforms.send(new PlatformRequest(number, "C-" + number, floor.shop, kind, matter.id(), matter.version(), null, "102", words, Map.of())));
        return number;
    }

    private static Paper picture(int bytes) {
        return new Paper("proof.jpg", "image/jpeg", bytes == 0 ? PICTURE : new byte[bytes], "00", null);
    }

    @Test
    void moneyIsGivenOnceUnderTheVersionThatWasSeen() {
        PlatformMatter matter = refund("REFUND", "128.00", Map.of());
        String number = floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(12_800), null, null, Map.of());
        floor.becomes(number, "DONE");
        floor.becomes(floor.ask(Kind.AGREE_REFUND, matter.id(), null, yuan(12_800), null, null, Map.of()), "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("GIVEN");
        floor.read();
        floor.matter(matter.id(), State.DONE);
        floor.until("nothing under way", () -> floor.rows("select id::text from platforms.letter where shop_id = :shop and state = 'NEW' and matter = :key", matter.id()).isEmpty());
        assertThat(floor.letters("requests", matter.id())).as("an end of our own is no news").hasSize(1);
    }

    @Test
    void whatTheBuyerMovedMeanwhileIsDecidedAgain() {
        PlatformMatter matter = refund("REFUND", "128.00", Map.of());
        floor.act("act", Map.of("name", matter.id(), "what", "MODIFY", "value", "150.00", "how", "silent"));
        floor.becomes(floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(12_800), null, null, Map.of()), "CHANGED");
        floor.becomes(floor.ask(Kind.AGREE_REFUND, matter.id(), null, yuan(12_800), null, null, Map.of()), "CHANGED");
        assertThat(floor.deeds(matter.id())).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsLookedForBeforeAnythingIsWrittenAgain() {
        PlatformMatter matter = refund("REFUND", "66.00", Map.of());
        floor.act("fault", Map.of("shop", floor.shop, "method", "taobao.rp.refunds.agree", "how", "LOSE"));
        String number = floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(6_600), null, null, Map.of());
        floor.becomes(number, "SENDING");
        floor.until("it was given", () -> floor.deeds(matter.id()).size() == 1);
        floor.hurry(number);
        floor.becomes(number, "DONE");
        assertThat(floor.code(number)).isEqualTo("FOUND_DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("GIVEN");
    }

    @Test
    void whatNeverArrivedIsWrittenAgainAfterItsWindowOnly() {
        PlatformMatter matter = refund("REFUND", "66.00", Map.of());
        floor.act("fault", Map.of("shop", floor.shop, "method", "taobao.rp.refunds.agree", "how", "FAIL"));
        String number = floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(6_600), null, null, Map.of());
        floor.becomes(number, "SENDING");
        floor.until("it was looked for", () -> floor.rows("select coalesce(last_error, '') from dispatch.outbox where kind = 'platform' and shop_id = :shop and ref = :key", number).contains("HTTP_503"));
        floor.hurry(number);
        floor.until("it waits for its window", () -> floor.rows("select coalesce(last_error, '') from dispatch.outbox where kind = 'platform' and shop_id = :shop and ref = :key", number).get(0).contains("window"));
        assertThat(floor.deeds(matter.id())).isEmpty();
        floor.tx.executeWithoutResult(status -> sql.sql("update platforms.request set sent_at = now() - interval '2 minutes' where number = :n").param("n", number).update());
        floor.hurry(number);
        floor.becomes(number, "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("GIVEN");
    }

    @Test
    void refundsThatWaitTogetherGoTogetherAndEachIsGivenOnce() {
        List<PlatformMatter> all = IntStream.range(0, 12).mapToObj(n -> refund("REFUND", (20 + n) + ".00", Map.of())).toList();
        floor.act("act", Map.of("name", all.get(3).id(), "what", "MODIFY", "value", "1.00", "how", "silent"));
        Map<PlatformMatter, String> numbers = new HashMap<>();
        floor.tx.executeWithoutResult(status -> all.forEach(each -> numbers.put(each, floor.ask(Kind.AGREE_REFUND, each.id(), each.version(), each.amount(), null, null, Map.of()))));
        all.forEach(each -> floor.becomes(numbers.get(each), each == all.get(3) ? "CHANGED" : "DONE"));
        all.forEach(each -> assertThat(floor.deeds(each.id())).hasSize(each == all.get(3) ? 0 : 1));
    }

    @Test
    void aCodeFromTheShopsTelephoneIsTypedInByAPerson() {
        PlatformMatter matter = refund("REFUND", "3500.00", Map.of());
        String number = floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(350_000), null, null, Map.of());
        floor.becomes(number, "CODE");
        int waiting = floor.as("zhao").get("/api/platforms/waiting").json().path("code").asInt();
        assertThat(waiting).as("counted in the bar").isPositive();
        assertThat(floor.as("lin").post("/api/platforms/requests/" + number + "/code", "{\"code\":\"246810\"}").status()).isEqualTo(403);
        assertThat(floor.as("zhao").post("/api/platforms/requests/" + number + "/code", "{\"code\":\"!\"}").status()).isEqualTo(422);
        assertThat(floor.as("zhao").post("/api/platforms/requests/" + number + "/code", "{\"code\":\"111111\"}").status()).isEqualTo(200);
        floor.becomes(number, "CODE");
        floor.as("zhao").post("/api/platforms/requests/" + number + "/code", "{\"code\":\"246810\"}");
        floor.becomes(number, "DONE");
        assertThat(floor.as("zhao").get("/api/platforms/waiting").json().path("code").asInt()).isEqualTo(waiting - 1);
        assertThat(floor.deeds(matter.id())).containsExactly("GIVEN");
        assertThat(floor.as("zhao").post("/api/platforms/requests/" + number + "/code", "{\"code\":\"246810\"}").status()).isEqualTo(409);
    }

    @Test
    void moreThanACallMayGiveIsAPersonsAndTheyTellWhatTheyDid() {
        PlatformMatter matter = refund("REFUND", "12000.00", Map.of());
        String number = floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(1_200_000), null, null, Map.of());
        floor.becomes(number, "BY_HAND");
        assertThat(floor.code(number)).isEqualTo("OVER_LIMIT");
        JsonNode shown = floor.as("zhao").get("/api/platforms/requests/" + number).json();
        assertThat(shown.path("saidEn").asString()).contains("10,000");
        assertThat(floor.as("zhao").post("/api/platforms/requests/" + number + "/by-hand", "{\"done\":false,\"words\":\"\"}").status()).isEqualTo(422);
        assertThat(floor.as("zhao").post("/api/platforms/requests/" + number + "/by-hand", "{\"done\":true,\"words\":\"后台已退\"}").json().path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aRefusalNeedsProofAndIsNotTriedWhereItIsNotAllowed() {
        PlatformMatter matter = refund("REFUND", "88.00", Map.of());
        floor.becomes(proved(Kind.REFUSE, matter, "买家已签收且未提供凭证"), "REFUSED");
        floor.becomes(proved(Kind.REFUSE, matter, "买家已签收且未提供凭证", picture(130_001)), "REFUSED");
        byte[] heavy = Snapshot.of(1_000, 800, "jpg");
        assertThat(heavy.length).isGreaterThan(130_000);
        String number = proved(Kind.REFUSE, matter, "买家已签收且未提供凭证", picture(130_001), new Paper("photo.jpg", "image/jpeg", heavy, "00", null));
        floor.becomes(number, "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("REFUSED");
        PlatformMatter other = refund("REFUND", "88.00", Map.of("cannotRefuse", true));
        assertThat(other.mayNotZh()).contains("cannot_refuse");
        String refused = proved(Kind.REFUSE, other, "不同意退款", picture(0));
        floor.becomes(refused, "REFUSED");
        assertThat(floor.code(refused)).isEqualTo("MAY_NOT_REFUSE");
        assertThat(floor.deeds(other.id())).isEmpty();
    }

    @Test
    void aReturnIsAgreedWithAnAddressOfTheShop() {
        PlatformMatter matter = refund("REFUND_AND_RETURN", "45.00", Map.of());
        floor.becomes(floor.ask(Kind.AGREE_RETURN, matter.id(), matter.version(), null, null, "请寄回", Map.of("ADDRESS", "9999")), "REFUSED");
        floor.becomes(floor.ask(Kind.AGREE_RETURN, matter.id(), matter.version(), null, null, "请寄回", Map.of("ADDRESS", "3002", "FREIGHT", "SELLER")), "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("RETURN_AGREED");
    }

    @Test
    void anExchangeGoesThroughToTheReplacement() {
        PlatformMatter matter = refund("TMALL_EXCHANGE", "45.00", Map.of());
        floor.becomes(floor.ask(Kind.AGREE_RETURN, matter.id(), matter.version(), null, null, "请寄回旧件", Map.of()), "DONE");
        floor.act("act", Map.of("name", matter.id(), "what", "SHIP", "value", "YT1"));
        floor.becomes(floor.ask(Kind.CONFIRM_GOODS, matter.id(), null), "DONE");
        floor.becomes(floor.ask(Kind.SEND_REPLACEMENT, matter.id(), null, null, null, null, Map.of("CARRIER", "圆通速递", "WAYBILL", "YT2")), "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("RETURN_AGREED", "GOODS_TAKEN", "SENT");
    }

    @Test
    void evidenceGoesAsOneMessageAPaperAndOnlyPicturesAreTaken() {
        PlatformMatter matter = refund("REFUND", "88.00", Map.of());
        floor.act("act", Map.of("name", matter.id(), "what", "EVIDENCE"));
        floor.becomes(proved(Kind.SUBMIT_EVIDENCE, matter, "签收底单与称重记录", picture(0), new Paper("weights.png", "image/png", PICTURE, "01", null)), "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("SAID", "SAID");
        floor.becomes(proved(Kind.SUBMIT_EVIDENCE, matter, "更多", new Paper("pack.pdf", "application/pdf", PICTURE, "02", null)), "BY_HAND");
    }

    @Test
    void aMessageAndARemarkAreThereOnceAndAnswersToWhatHasNoDoorAreByHand() {
        PlatformMatter matter = refund("REFUND", "88.00", Map.of());
        floor.becomes(floor.ask(Kind.MESSAGE, matter.id(), "您好，请补充商品照片，我们马上处理。"), "DONE");
        floor.becomes(floor.ask(Kind.MESSAGE, matter.id(), "长".repeat(200)), "REFUSED");
        assertThat(floor.deeds(matter.id())).containsExactly("SAID");
        floor.becomes(floor.ask(Kind.FLAG, matter.orderId(), null, null, null, "售后处理中", Map.of("FLAG", "1")), "DONE");
        floor.becomes(floor.ask(Kind.FLAG, matter.orderId(), null, null, null, "售后处理中", Map.of("FLAG", "1")), "DONE");
        assertThat(floor.row("select times::text from sandbox.market_remark where shop = :shop and order_no = :key", matter.orderId())).isEqualTo("1");
        floor.becomes(floor.ask(Kind.REPORT_REVIEW, "rate-1", null, null, "MALICIOUS", "买家以差评要挟", Map.of()), "BY_HAND");
        assertThat(floor.platforms.way(floor.shop, Kind.REPORT_REVIEW)).isEqualTo(Platforms.Way.BY_HAND);
        assertThat(floor.platforms.way(floor.shop, Kind.AGREE_REFUND)).isEqualTo(Platforms.Way.MACHINE);
        assertThat(floor.platforms.market(floor.shop)).contains("taobao");
    }

    @Test
    void tooManyCallsWaitAndNothingIsLost() {
        PlatformMatter matter = refund("REFUND", "10.00", Map.of());
        floor.act("limit", Map.of("shop", floor.shop, "calls", 2));
        floor.becomes(floor.ask(Kind.AGREE_REFUND, matter.id(), matter.version(), yuan(1_000), null, null, Map.of()), "DONE");
        assertThat(floor.deeds(matter.id())).containsExactly("GIVEN");
    }

    @Test
    void aPermissionThatRanOutIsRenewedAndWorkGoesOn() {
        MarketFloor renewing = tools.taobao(port, Map.of(), Map.of("refreshToken", "renewal-of-" + floor.shop));
        String id = renewing.act("refunds", Map.of("shop", renewing.shop, "tid", "7900001")).path("name").asString();
        renewing.act("expire", Map.of("shop", renewing.shop, "renewal", "renewal-of-" + floor.shop));
        renewing.read();
        renewing.matter(id, State.ASKED);
        assertThat(renewing.row("select (trouble is null and renewed_at is not null)::text from platforms.permission where shop_id = :shop and platform = :key", "taobao")).isEqualTo("true");
        assertThat(renewing.tested().path("ok").asBoolean()).isTrue();
    }
}

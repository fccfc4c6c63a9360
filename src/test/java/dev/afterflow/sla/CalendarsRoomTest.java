package dev.afterflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars of shops: the public days of China by the notices, a shop's own days before them. */
@RoomTest
class CalendarsRoomTest {

    private static final AtomicInteger COUNT = new AtomicInteger(new Random().nextInt(10_000));

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Calendars calendars;
    @Autowired
    Deadlines deadlines;
    @Autowired
    Clocks clocks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    private String shop;

    @BeforeEach
    void open() {
        shop = shop("CN", "Asia/Shanghai", "taobao");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-24T17:00, 2025-01-26T10:00, the Sunday before the Spring Festival of 2025 is worked",
        "2025-01-27T17:00, 2025-02-05T10:00, the Spring Festival of 2025",
        "2025-09-30T17:00, 2025-10-09T10:00, National Day and Mid-Autumn of 2025",
        "2025-10-10T17:00, 2025-10-11T10:00, the make-up Saturday of 2025",
        "2026-02-13T17:00, 2026-02-14T10:00, the make-up Saturday before the Spring Festival of 2026",
        "2026-02-14T17:00, 2026-02-24T10:00, the Spring Festival of 2026",
        "2026-02-27T17:00, 2026-02-28T10:00, the make-up Saturday after it",
        "2026-09-19T12:00, 2026-09-20T11:00, the make-up Sunday before National Day of 2026",
        "2026-09-30T17:00, 2026-10-08T10:00, National Day of 2026",
        "2026-10-09T17:00, 2026-10-10T10:00, the make-up Saturday after it",
        "2027-02-04T17:00, 2027-02-09T10:00, the statutory days of the Spring Festival of 2027",
        "2027-10-01T09:00, 2027-10-04T11:00, the statutory days of National Day of 2027"})
    void twoWorkingHoursAcrossAHoliday(String from, String due, String what) {
        assertThat(calendars.plusWorking(shop, at(from), Duration.ofHours(2))).as(what).isEqualTo(at(due));
        assertThat(calendars.workingBetween(shop, at(from), at(due))).as(what).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void everyPublicDayNamesItsNoticeAndTwoThousandTwentySevenIsProvisional() {
        ShopCalendar calendar = calendars.show(shop);
        assertThat(calendar.days()).allMatch(day -> !day.source().isBlank() && !day.name().isBlank());
        assertThat(calendar.days()).filteredOn(day -> day.day().getYear() == 2027).hasSize(13)
                .allMatch(day -> day.provisional() && day.source().contains("暂定"));
        assertThat(calendar.days()).filteredOn(day -> day.day().getYear() < 2027).noneMatch(ShopCalendar.Day::provisional);
        assertThat(calendar.days()).filteredOn(day -> day.day().getYear() == 2025 && !day.working()).hasSize(28);
        assertThat(calendar.days()).filteredOn(day -> day.day().getYear() == 2026 && !day.working()).hasSize(33);
        assertThat(calendar.days()).filteredOn(ShopCalendar.Day::working).hasSize(11);
    }

    @Test
    void aShopElsewhereHasNoChineseHolidays() {
        String brazil = shop("BR", "America/Sao_Paulo", "shopify");
        assertThat(calendars.show(brazil).days()).isEmpty();
    }

    @Test
    void aShopsOwnHoursAndDaysGoBeforeThePublicOnes() {
        Visitor manager = Visitor.as("manager", port);
        Answer changed = manager.put("/api/calendars/" + shop, """
                {"hours":[{"weekday":1,"opens":"10:00","closes":"24:00"},{"weekday":6,"opens":"08:00","closes":"12:00"}],
                 "days":[{"day":"2026-10-01","working":true,"name":"国庆值班","source":"店铺"}]}""");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("hours").get(0).get("closes").asString()).isEqualTo("24:00");
        assertThat(calendars.workingBetween(shop, at("2026-11-23T00:00"), at("2026-11-24T00:00"))).isEqualTo(Duration.ofHours(14));
        assertThat(calendars.workingBetween(shop, at("2026-10-01T00:00"), at("2026-10-02T00:00"))).isEqualTo(Duration.ofHours(14));
        assertThat(calendars.workingBetween(shop, at("2026-10-02T00:00"), at("2026-10-03T00:00"))).isEqualTo(Duration.ZERO);
        assertThat(audited()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hours\":[],\"days\":[]}", "{\"hours\":[{\"weekday\":8,\"opens\":\"09:00\",\"closes\":\"18:00\"}]}",
            "{\"hours\":[{\"weekday\":1,\"opens\":\"18:00\",\"closes\":\"09:00\"}]}", "{\"hours\":[{\"weekday\":1,\"opens\":\"9\",\"closes\":\"18:00\"}]}",
            "{\"hours\":[{\"weekday\":1,\"opens\":\"09:00\",\"closes\":\"12:00\"},{\"weekday\":1,\"opens\":\"11:00\",\"closes\":\"13:00\"}]}",
            "{\"hours\":[{\"weekday\":1,\"opens\":\"09:00\",\"closes\":\"18:00\"}],\"days\":[{\"day\":\"2026-10-01\",\"working\":true,\"name\":\"\"}]}",
            "{\"hours\":[{\"weekday\":1}]}"})
    void aCalendarThatMakesNoSenseIsRefusedWhole(String body) {
        assertThat(Visitor.as("manager", port).put("/api/calendars/" + shop, body).status()).isEqualTo(422);
        assertThat(calendars.show(shop).hours()).hasSize(5);
    }

    @Test
    void onlyThoseWhoOwnTheHoursChangeThem() {
        assertThat(Visitor.as("chen", port).get("/api/calendars/" + shop).status()).isEqualTo(200);
        String body = "{\"hours\":[{\"weekday\":1,\"opens\":\"09:00\",\"closes\":\"18:00\"}],\"days\":[]}";
        assertThat(Visitor.as("chen", port).put("/api/calendars/" + shop, body).status()).isEqualTo(403);
        assertThat(Visitor.as("manager", port).put("/api/calendars/nowhere", body).status()).isEqualTo(404);
    }

    @Test
    void aPausedClockKeepsWhatWasLeftInWorkingTime() {
        String number = shop + "-case";
        clocks.start(number, shop, "reply", Instant.now().plus(Duration.ofDays(10)));
        clocks.pause(number, "reply", "等买家补图");
        Clocks.Reading paused = clocks.of(number).get(0);
        assertThat(paused.state()).isEqualTo(Clocks.Reading.State.PAUSED);
        assertThat(paused.reason()).isEqualTo("等买家补图");
        clocks.resume(number, "reply");
        Clocks.Reading running = clocks.of(number).get(0);
        assertThat(calendars.workingBetween(shop, Instant.now(), running.dueAt())).isCloseTo(paused.remaining(), Duration.ofMinutes(1));
        clocks.stop(number, "reply");
        clocks.stop(number, "reply");
        assertThat(clocks.of(number)).extracting(Clocks.Reading::state).containsExactly(Clocks.Reading.State.KEPT);
        assertThat(moves(number)).isEqualTo("START,PAUSE,RESUME,STOP");
    }

    @Test
    void aPlatformsClockAndAPauseWithoutReasonAreRefused() {
        String number = shop + "-case";
        clocks.start(number, shop, Clocks.PLATFORM, Instant.now().plus(Duration.ofHours(1)));
        clocks.start(number, shop, "reply", Instant.now().minusSeconds(1));
        assertThatThrownBy(() -> clocks.pause(number, Clocks.PLATFORM, "x")).hasMessageContaining("sla.cannotPause");
        assertThatThrownBy(() -> clocks.pause(number, "reply", " ")).hasMessageContaining("request.invalid");
        assertThatThrownBy(() -> clocks.resume(number, "reply")).hasMessageContaining("sla.notPaused");
        clocks.stopAll(number);
        assertThat(clocks.of(number)).extracting(Clocks.Reading::state).containsExactly(Clocks.Reading.State.KEPT, Clocks.Reading.State.BROKEN);
    }

    @Test
    void thePlatformsOwnDeadlineGoesBeforeTheTable() {
        Instant from = at("2026-11-20T10:00");
        Deadlines.Deadline told = deadlines.of(shop, "answerShipped", at("2026-11-21T10:00"), from);
        assertThat(told.due()).isEqualTo(at("2026-11-21T10:00"));
        assertThat(told.platform()).isTrue();
        Deadlines.Deadline table = deadlines.of(shop, "answerUnshipped", null, from);
        assertThat(table.platform()).isFalse();
        assertThat(table.due()).isEqualTo(from.plus(Duration.ofHours(48)));
        assertThat(table.escalateAt()).isEqualTo(from.plus(Duration.ofHours(24)));
        assertThat(table.rule()).isNotBlank();
    }

    @Test
    void workingDaysOfTheTableAreCountedInTheShopsCalendar() {
        String amazon = shop("CN", "Asia/Shanghai", "amazon");
        assertThat(deadlines.of(amazon, "refundAfterReturn", null, at("2026-09-30T15:00")).due()).isEqualTo(at("2026-10-09T15:00"));
    }

    @Test
    void aDeadlineTooNearToEscalateBeforeEscalatesAtOnce() {
        Instant from = at("2026-11-20T10:00");
        assertThat(deadlines.of(shop, "answerShipped", from.plusSeconds(3600), from).escalateAt()).isEqualTo(from);
    }

    private String shop(String jurisdiction, String zone, String platform) {
        int n = COUNT.incrementAndGet();
        String prefix = "Z" + (char) ('A' + n / 676 % 26) + (char) ('A' + n / 26 % 26) + (char) ('A' + n % 26);
        shops.open(new Shop("sla-" + n, prefix, "时限测试店", "Sla", platform, zone, "CNY", jurisdiction, "zh-CN"));
        return "sla-" + n;
    }

    private long audited() {
        return transaction.execute(status -> jdbc.sql("select count(*) from security.audit where action = 'CALENDAR_CHANGED' and shop_id = :shop")
                .param("shop", shop).query(Long.class).single());
    }

    private String moves(String number) {
        return transaction.execute(status -> jdbc.sql("""
                select string_agg(move, ',' order by m.id) from sla.clock_move m join sla.clock c on c.id = m.clock_id
                 where c.case_number = :number""").param("number", number).query(String.class).single());
    }

    private static Instant at(String shanghai) {
        return LocalDateTime.parse(shanghai).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}

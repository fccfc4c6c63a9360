package dev.afterflow.cases;

import static dev.afterflow.cases.ShopFloor.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.sla.Clocks;
import dev.afterflow.sla.Clocks.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

/** A buyer who writes is answered by a person within ten minutes of working time. */
@RoomTest
@RecordApplicationEvents
class FirstResponseRoomTest extends Marketplace {

    @LocalServerPort
    int port;

    @Test
    void aWordStartsTheClockOnceAndAnAnswerStopsIt() {
        worksAllDay();
        Case of = asked("O-1", "怎么还没到？", "在吗");
        Reading clock = clock(of.number());
        assertThat(Duration.between(clock.startedAt(), clock.dueAt())).isCloseTo(Duration.ofMinutes(10), Duration.ofSeconds(5));
        JsonNode waiting = waiting(of.number());
        assertThat(waiting.get("words").asString()).isEqualTo("在吗");
        assertThat(waiting.get("overdue").asBoolean()).isFalse();

        Visitor chen = Visitor.as("chen", port);
        assertThat(write(chen, of.number(), "您好，包裹明天送达。").json().get("state").asString()).isEqualTo("QUEUED");
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.KEPT);
        assertThat(waiting(of.number())).isNull();
        assertThat(chen.get("/api/cases/" + of.number() + "/messages").json().valueStream().map(talk -> talk.get("direction").asString()))
                .containsExactly("OUT", "IN", "IN");
        assertThat(told("O-1")).noneMatch(text -> text.contains("客服工作时间"));
    }

    @Test
    void whatIsHeldIsNoAnswerUntilLegalLetsItGo() {
        worksAllDay();
        Case of = asked("O-2", "怎么评价有积分？");
        Visitor chen = Visitor.as("chen", port);
        Answer held = write(chen, of.number(), "写评价送积分，欢迎参与");
        assertThat(held.json().get("state").asString()).isEqualTo("HELD");
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.RUNNING);
        assertThat(Visitor.as("gu", port).post("/api/held-messages/" + held.json().get("id").asString(), "{\"allow\":true,\"note\":\"不限好评\"}").status()).isEqualTo(200);
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.KEPT);
        assertThat(timeline.of(of.number(), null, 50).items()).anyMatch(entry -> entry.textZh().startsWith("法务放行了消息"));
    }

    @Test
    void aBrokenPromiseIsSeenOnTheCaseAndInTheList() {
        worksAllDay();
        Case of = asked("O-3", "怎么还没到？");
        transaction.executeWithoutResult(status -> jdbc.sql("update sla.clock set due_at = now() - interval '1 minute' where case_number = :case")
                .param("case", of.number()).update());
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds(of).contains("CLOCK"));
        assertThat(Visitor.as("zhou", port).get("/api/conversations?overdue=true&limit=200").body()).contains(of.number());
        assertThat(waiting(of.number()).get("overdue").asBoolean()).isTrue();
        Visitor chen = Visitor.as("chen", port);
        assertThat(chen.post("/api/conversations/" + of.number() + "/settled", "{\"note\":\"\"}").status()).isEqualTo(422);
        assertThat(chen.post("/api/conversations/" + of.number() + "/settled", "{\"note\":\"已电话答复\"}").status()).isEqualTo(204);
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.BROKEN);
        assertThat(kinds(of)).filteredOn("CLOCK"::equals).hasSize(2);
    }

    @Test
    void outOfHoursTheBuyerIsToldOnceWhenTheShopOpens() {
        Instant opening = worksFromTomorrow();
        Case of = asked("O-4", "怎么还没到？", "有人吗");
        assertThat(clock(of.number()).dueAt()).isEqualTo(opening.plus(Duration.ofMinutes(10)));
        await().atMost(Duration.ofSeconds(20)).until(() -> told("O-4").stream().filter(text -> text.contains("现在不在客服工作时间")).count() == 1);
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.RUNNING);
        write(Visitor.as("chen", port), of.number(), "您好，我先答复您。");
        taken(shop.message("M-" + UUID.randomUUID(), "\"caseNumber\":\"" + of.number() + "\"", "BUYER", "好的，还有一个问题"));
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.RUNNING);
        assertThat(messages("heardOutOfHours", of.number())).isEqualTo(1);
    }

    @Test
    void whoAsksToBeLeftAloneGetsNoPromise() {
        worksFromTomorrow();
        Case of = asked("O-5", "别再联系我了");
        assertThat(messages("heardOutOfHours", of.number())).isZero();
    }

    @Test
    void aClosedCaseTakesAnAnswerAndNothingElse() {
        worksAllDay();
        Case of = asked("O-6", "为什么？");
        cases.close(of.number(), "SOLVED");
        Visitor chen = Visitor.as("chen", port);
        assertThat(clock(of.number()).state()).isEqualTo(Reading.State.RUNNING);
        assertThat(write(chen, of.number(), "您好，因为缺货。").status()).isEqualTo(201);
        Answer again = write(chen, of.number(), "您好，新灯到了。");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("cases.closedNoQuestion");
        assertThat(chen.post("/api/cases/" + of.number() + "/messages/preview", "{\"text\":\"您好\"}").json().get("mayWrite").asBoolean()).isFalse();
    }

    private Case asked(String order, String... words) {
        shop.order(order, "b-" + order);
        for (String each : words) {
            taken(shop.message("M-" + UUID.randomUUID(), "\"orderId\":\"" + order + "\"", "BUYER", each));
        }
        return only(order);
    }

    private static Answer write(Visitor who, String number, String text) {
        return who.send("POST", "/api/cases/" + number + "/messages", "{\"text\":\"" + text + "\"}", "Idempotency-Key", UUID.randomUUID().toString());
    }

    private Reading clock(String number) {
        List<Reading> all = clocks.of(number).stream().filter(each -> each.kind().equals(Clocks.FIRST_RESPONSE)).toList();
        return all.get(all.size() - 1);
    }

    private JsonNode waiting(String number) {
        return Visitor.as("chen", port).get("/api/conversations?limit=200").json().get("items").valueStream()
                .filter(item -> item.get("caseNumber").asString().equals(number)).findFirst().orElse(null);
    }

    private List<String> told(String order) {
        return transaction.execute(status -> jdbc.sql("select text from sandbox.buyer_message where shop = :shop and order_no = :order")
                .param("shop", shop.id).param("order", order).query(String.class).list());
    }

    private int messages(String template, String number) {
        return transaction.execute(status -> jdbc.sql("select count(*) from notifications.message where template = :template and case_number = :case")
                .param("template", template).param("case", number).query(Integer.class).single());
    }

    private void worksAllDay() {
        transaction.executeWithoutResult(status -> {
            for (int weekday = 1; weekday <= 7; weekday++) {
                hours(weekday, "00:00", "24:00");
            }
        });
    }

    private Instant worksFromTomorrow() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate today = LocalDate.now(zone);
        transaction.executeWithoutResult(status -> {
            for (int weekday = 1; weekday <= 7; weekday++) {
                hours(weekday, "09:00", "18:00");
            }
            day(today, false);
            day(today.plusDays(1), true);
        });
        return today.plusDays(1).atTime(9, 0).atZone(zone).toInstant();
    }

    private void hours(int weekday, String opens, String closes) {
        jdbc.sql("insert into sla.calendar_hours (shop_id, weekday, opens, closes) values (:shop, :day, cast(:opens as time), cast(:closes as time))")
                .param("shop", shop.id).param("day", weekday).param("opens", opens).param("closes", closes).update();
    }

    private void day(LocalDate day, boolean working) {
        jdbc.sql("insert into sla.calendar_day (shop_id, day, working, name, source) values (:shop, :day, :working, 'x', 'test')")
                .param("shop", shop.id).param("day", day).param("working", working).update();
    }
}

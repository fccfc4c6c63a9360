package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.cases.Cases;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Handing a task over, taking that back, and putting a task aside. */
@RoomTest
class HandoverRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Trial trial;
    @Autowired
    Hands hands;
    @Autowired
    Snoozing snoozing;
    @Autowired
    JdbcClient sql;

    private Visitor lin;
    private Visitor chen;
    private String number;
    private String path;

    @BeforeEach
    void begin() {
        trial.deploy();
        number = trial.begin(trial.shop());
        path = "/api/tasks/" + hands.only(number).taskId();
        lin = Visitor.as("lin", port);
        chen = Visitor.as("chen", port);
    }

    @Test
    void aTaskGoesToAColleagueWhoIsCalledOnAndSeesWhoHandedItAndWhy() {
        lin.post(path + "/claim", "{\"revision\":1}");
        lin.put(path + "/draft", "{\"data\":{\"note\":\"已致电\"}}");
        Answer handed = transfer(lin, "\"person\":" + receiver("chen"), "我下班了，请接着联系买家");
        assertThat(handed.status()).as(handed.body()).isEqualTo(200);

        JsonNode seen = chen.get(path).json();
        assertThat(seen.at("/item/assignee/name").asString()).isEqualTo("陈一诺");
        assertThat(seen.at("/item/handed/by").asString()).isEqualTo("林小满");
        assertThat(seen.at("/item/handed/reason").asString()).isEqualTo("我下班了，请接着联系买家");
        assertThat(seen.at("/draft/note").asString()).as("what was typed goes with the task").isEqualTo("已致电");
        JsonNode call = chen.get("/api/mentions?unread=true").json().at("/items/0");
        assertThat(call.path("reason").asString() + call.path("caseNumber").asString()).isEqualTo("HANDED" + number);
        assertThat(lin.get("/api/cases/" + number + "/timeline").body()).contains("转交陈一诺：我下班了");
    }

    @Test
    void whoHandedItOverTakesItBackUntilTheOtherOneBegins() {
        lin.post(path + "/claim", "{\"revision\":1}");
        transfer(lin, "\"person\":" + receiver("chen"), "请接手");
        assertThat(chen.delete(path + "/transfer").status()).as("not the receiver's to take back").isEqualTo(404);
        Answer back = lin.delete(path + "/transfer");
        assertThat(back.json().at("/assignee/name").asString()).isEqualTo("林小满");
        assertThat(back.json().path("handed").isNull()).isTrue();
        assertThat(lin.delete(path + "/transfer").status()).isEqualTo(404);

        transfer(lin, "\"person\":" + receiver("chen"), "请接手");
        chen.post(path + "/release", "{\"revision\":" + hands.only(number).revision() + "}");
        assertThat(lin.delete(path + "/transfer").json().path("code").asString()).isEqualTo("tasks.transferTouched");
    }

    @Test
    void aTaskGoesToTheLeadsAndIsTheirsThen() {
        lin.post(path + "/claim", "{\"revision\":1}");
        Answer handed = transfer(lin, "\"team\":\"returns-leads\"", "超出权限");
        assertThat(handed.status()).as(handed.body()).isEqualTo(200);
        assertThat(handed.json().path("team").asString()).isEqualTo("returns-leads");
        assertThat(handed.json().path("assignee").isNull()).isTrue();
        assertThat(lin.post(path + "/claim", "{\"revision\":" + hands.only(number).revision() + "}").status()).isEqualTo(403);
        assertThat(Visitor.as("zhou", port).post(path + "/claim", "{\"revision\":" + hands.only(number).revision() + "}").status()).isEqualTo(200);
    }

    @Test
    void moneyAndForeignTeamsAreNotForTheHanderToChoose() {
        assertThat(lin.get(path + "/receivers").json().path("teams").toString()).contains("returns-leads", "care-desk").doesNotContain("finance", "legal", "warehouse");
        assertThat(lin.get(path + "/receivers").json().path("people").toString()).contains("\"chen\"").doesNotContain("\"xu\"", "\"he\"");
        assertThat(transfer(lin, "\"team\":\"finance\"", "请财务办").json().at("/errors/0/field").asString()).isEqualTo("team");
        assertThat(transfer(lin, "\"person\":999999", "请接手").status()).isEqualTo(422);
        assertThat(transfer(lin, "\"person\":" + receiver("chen"), " ").json().at("/errors/0/field").asString()).isEqualTo("reason");
        assertThat(transfer(lin, "\"person\":1,\"team\":\"returns-leads\"", "两个").status()).isEqualTo(400);
        assertThat(transfer(Visitor.as("xu", port), "\"team\":\"returns-leads\"", "不是我的").status()).isEqualTo(403);
        chen.post(path + "/claim", "{\"revision\":1}");
        assertThat(transfer(lin, "\"team\":\"returns-leads\"", "不在我手上").json().path("code").asString()).isEqualTo("tasks.notYours");
    }

    @Test
    void aTaskPutAsideComesBackByItselfAndNeverAfterItsPromise() {
        lin.post(path + "/claim", "{\"revision\":1}");
        Instant until = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Answer asleep = snooze("\"until\":\"" + until + "\"");
        assertThat(asleep.status()).as(asleep.body()).isEqualTo(200);
        assertThat(asleep.json().at("/snoozed/until").asString()).isEqualTo(until.toString());
        assertThat(lists("snoozed")).contains(number);
        assertThat(lists("mine")).doesNotContain(number);

        hands.everywhere(() -> sql.sql("update tasks.work_item set snoozed_until = now() - interval '1 minute' where case_number = :number")
                .param("number", number).update());
        snoozing.wakeDue();
        assertThat(lists("mine")).contains(number);
        assertThat(lists("snoozed")).doesNotContain(number);

        assertThat(snooze("\"until\":\"" + Instant.now().plus(Duration.ofDays(3)) + "\"").json().at("/errors/0/rule").asString()).isEqualTo("range");
        assertThat(snooze("\"until\":\"tomorrow\"").status()).isEqualTo(400);
        assertThat(snooze("\"onAnswer\":false").status()).isEqualTo(422);
    }

    @Test
    void theBuyersAnswerBringsATaskBack() {
        lin.post(path + "/claim", "{\"revision\":1}");
        assertThat(snooze("\"onAnswer\":true").json().at("/snoozed/onAnswer").asBoolean()).isTrue();
        WorkItem item = hands.only(number);
        hands.everywhere(() -> {
            snoozing.wrote(new Cases.BuyerWrote(number, item.shop(), "m-1", "在吗", Instant.now()));
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(lists("mine")).contains(number));
    }

    @Test
    void onlyWhoHasATaskPutsItAsideAndWakesIt() {
        assertThat(snooze("\"onAnswer\":true").json().path("code").asString()).isEqualTo("tasks.notHeld");
        lin.post(path + "/claim", "{\"revision\":1}");
        snooze("\"onAnswer\":true");
        assertThat(chen.delete(path + "/snooze").json().path("code").asString()).isEqualTo("tasks.notHeld");
        assertThat(lin.delete(path + "/snooze").json().path("snoozed").isNull()).isTrue();
        snooze("\"onAnswer\":true");
        assertThat(transfer(lin, "\"person\":" + receiver("chen"), "请接手").json().path("snoozed").isNull()).as("handed over awake").isTrue();
    }

    private String lists(String view) {
        return lin.get("/api/tasks?limit=200&view=" + view + "&shop=" + hands.only(number).shop()).body();
    }

    private Answer snooze(String how) {
        return lin.post(path + "/snooze", "{\"revision\":" + hands.only(number).revision() + "," + how + "}");
    }

    private Answer transfer(Visitor who, String to, String reason) {
        return who.post(path + "/transfer", "{\"revision\":" + hands.only(number).revision() + "," + to + ",\"reason\":\"" + reason + "\"}");
    }

    private long receiver(String login) {
        for (JsonNode person : lin.get(path + "/receivers").json().path("people")) {
            if (person.path("login").asString().equals(login)) {
                return person.path("id").asLong();
            }
        }
        throw new AssertionError(login + " is not offered");
    }
}

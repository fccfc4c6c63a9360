package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What stopped is told by its cause in plain words, and goes on when somebody tries it again; money never under a second number. */
@RoomTest
class IncidentRoomTest extends Trouble {

    @Value("${spring.datasource.url}")
    String url;
    @Autowired
    JdbcIncidents store;

    @Test
    void casesThatStoppedForOneReasonAreTriedAgainTogether() {
        String shop = open("Asia/Shanghai", "CNY");
        List<String> numbers = List.of(stopped(shop), stopped(shop), stopped(shop));
        JsonNode group = only(shop);
        assertThat(group.path("count").asInt()).isEqualTo(3);
        assertThat(group.path("whatZh").asString()).isEqualTo("关闭工单");
        assertThat(group.path("whatEn").asString()).isEqualTo("Close the case");
        assertThat(group.path("stopped").asBoolean()).isTrue();
        assertThat(group.path("money").asBoolean()).isFalse();
        assertThat(group.path("meansZh").asString()).contains("买家");

        numbers.forEach(this::mend);
        JsonNode done = retried(as("manager"), shop, group.path("key").asString(), "");
        assertThat(done.at("/retry/total").asInt()).isEqualTo(3);
        assertThat(done.at("/retry/succeeded").asInt()).isEqualTo(3);
        numbers.forEach(this::closed);
        assertThat(looks("manager", "/incidents?shop=" + shop)).isEmpty();
        assertThat(seen(() -> sql.sql("select count(*) from security.audit where shop_id = :shop and action = 'RETRIED' and who = 'manager'")
                .param("shop", shop).query(Long.class).single())).isEqualTo(3);
    }

    @Test
    void whatFailsAgainSaysSoAndStays() {
        String shop = open("Asia/Shanghai", "CNY");
        String mended = stopped(shop);
        stopped(shop);
        mend(mended);
        JsonNode done = retried(as("zhao"), shop, only(shop).path("key").asString(), "");
        assertThat(done.at("/retry/succeeded").asInt()).isEqualTo(1);
        assertThat(done.at("/retry/failed").asInt()).isEqualTo(1);
        assertThat(done.path("rows").toString()).contains("仍然失败").contains("It failed again");
        assertThat(only(shop).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void oneOfAGroupCanBeTriedAlone() {
        String shop = open("Asia/Shanghai", "CNY");
        String first = stopped(shop);
        stopped(shop);
        mend(first);
        String key = only(shop).path("key").asString();
        JsonNode failures = looks("manager", "/incidents/" + key + "/failures?shop=" + shop).path("items");
        JsonNode one = failures.path(0).path("caseNumber").asString().equals(first) ? failures.path(0) : failures.path(1);
        JsonNode done = retried(as("manager"), shop, key, ",\"refs\":[\"" + one.path("ref").asString() + "\"]");
        assertThat(done.at("/retry/total").asInt()).isEqualTo(1);
        assertThat(done.at("/retry/succeeded").asInt()).isEqualTo(1);
        assertThat(only(shop).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void aRefundThatStoppedShowsItsNumberFirstAndIsPaidOnceUnderIt() {
        String shop = open("Asia/Shanghai", "CNY");
        String order = "CM" + UUID.randomUUID().toString().substring(0, 8);
        JdbcClient owner = JdbcClient.create(TestDatabase.owner(url));
        String trap = "trap_" + order.toLowerCase();
        owner.sql("create function payments." + trap + "() returns trigger language plpgsql as $$ begin raise exception 'disk of the bookkeeper is full'; end $$").update();
        owner.sql("create trigger " + trap + " before insert on payments.refund for each row when (new.payment_id = 'PAY-" + order + "') execute function payments." + trap + "()").update();
        String number = refund(shop, order);
        agrees(number);
        givenUp(number, "refund-payout");

        JsonNode group = only(shop);
        assertThat(group.path("money").asBoolean()).isTrue();
        assertThat(group.path("whatZh").asString()).isEqualTo("登记退款");
        assertThat(group.path("causeZh").asString()).isEqualTo("数据库没有接受这次写入");
        String key = group.path("key").asString();
        JsonNode facts = looks("manager", "/incidents/" + key + "/failures?shop=" + shop).at("/items/0/money/0");
        String refundNo = facts.path("refundNo").asString();
        assertThat(refundNo).startsWith("R");
        assertThat(facts.path("state").asString()).isEqualTo("DECIDED");
        assertThat(facts.path("ledger")).isEmpty();
        assertThat(facts.at("/payment/captured/minor").asLong()).isEqualTo(9900);
        assertThat(facts.at("/payment/refunded/minor").asLong()).isZero();
        assertThat(facts.path("retryZh").asString()).contains("不会产生新编号");

        owner.sql("drop trigger " + trap + " on payments.refund").update();
        assertThat(ask(as("manager"), shop, key, "").body()).contains("cockpit.lookFirst");
        assertThat(ask(as("zhao"), shop, key, ",\"lookedAt\":true").status()).isEqualTo(403);
        JsonNode done = retried(as("manager"), shop, key, ",\"lookedAt\":true");
        assertThat(done.at("/retry/succeeded").asInt()).isEqualTo(1);
        closed(number);
        assertThat(seen(() -> sql.sql("select refund_no from payments.refund where case_number = :number and state = 'SUCCEEDED'").param("number", number)
                .query(String.class).list())).containsExactly(refundNo);
        assertThat(seen(() -> sql.sql("select count(*) from payments.part where case_number = :number").param("number", number).query(Long.class).single())).isEqualTo(1);
        assertThat(seen(() -> sql.sql("select amount from payments.ledger_entry where ref = :no and account = 'refunds'").param("no", refundNo)
                .query(Long.class).list())).containsExactly(9900L);
    }

    @Test
    void aParkedMessageIsSeenAndTakenAtTheSecondTry() {
        String shop = open("Asia/Shanghai", "CNY");
        transaction.executeWithoutResult(status -> {
            sql.sql("insert into intake.latest (shop_id, source, kind, external_id, version, rank) values (:shop, 'cockpit', 'stock', 'P-77', '1', '1')").param("shop", shop).update();
            sql.sql("""
                    insert into intake.message (shop_id, source, kind, external_id, version, body, state, error)
                    values (:shop, 'cockpit', 'stock', 'P-77', '1', '{"sku":"P-77","available":5,"at":"2026-11-20T10:00:00Z"}', 'PARKED', 'IllegalStateException: shelf 12 is missing')
                    """).param("shop", shop).update();
        });
        JsonNode group = only(shop);
        assertThat(group.path("source").asString()).isEqualTo("LETTER");
        assertThat(group.path("whatZh").asString()).isEqualTo("收取库存");
        JsonNode done = retried(as("manager"), shop, group.path("key").asString(), "");
        assertThat(done.at("/rows/0/state").asString()).isEqualTo("DONE");
        assertThat(looks("manager", "/incidents?shop=" + shop)).isEmpty();
    }

    @Test
    void anEffectThatKeepsFailingIsBroughtForward() {
        String shop = open("Asia/Shanghai", "CNY");
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into dispatch.outbox (kind, lane, ref, shop_id, attempts, next_at, last_error) values
                ('warehouse', 'nobody/cockpit', :shop || '/1', :shop, 7, now() + interval '1 hour', 'SocketTimeoutException'),
                ('warehouse', 'nobody/cockpit', :shop || '/2', :shop, 9, now() + interval '1 hour', 'SocketTimeoutException')
                """).param("shop", shop).update());
        JsonNode group = only(shop);
        assertThat(group.path("count").asInt()).isEqualTo(2);
        assertThat(group.path("causeEn").asString()).isEqualTo("The other side did not answer in time");
        retried(as("manager"), shop, group.path("key").asString(), "");
        assertThat(seen(() -> sql.sql("select count(*) from dispatch.outbox where shop_id = :shop and next_at <= now()").param("shop", shop)
                .query(Long.class).single())).isEqualTo(2);
        transaction.executeWithoutResult(status -> sql.sql("delete from dispatch.outbox where shop_id = :shop").param("shop", shop).update());
    }

    @Test
    void aFailureWithoutWordsIsSeenAndTriedAgainToo() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = stopped(shop);
        transaction.executeWithoutResult(status -> sql.sql("""
                update public.act_ru_job set exception_msg_ = null
                 where process_instance_id_ in (select id_ from public.act_ru_execution where business_key_ = :number)
                """).param("number", number).update());
        assertThat(only(shop).path("sample").asString()).contains("Exception");
        mend(number);
        assertThat(retried(as("manager"), shop, only(shop).path("key").asString(), "").at("/retry/succeeded").asInt()).isEqualTo(1);
    }

    @Test
    void twoWhoTryTheSameThingAtOnceTryItOnce() {
        String shop = open("Asia/Shanghai", "CNY");
        stopped(shop);
        String key = only(shop).path("key").asString();
        transaction.executeWithoutResult(status -> {
            long other = sql.sql("insert into cockpit.retry (group_key, title_zh, title_en, money, asked_by_id, asked_by, asked_at, lease_by, lease_until)"
                    + " values ('x', 'x', 'x', false, 0, 'system', now(), 'another node', now() + interval '1 hour') returning id").query(Long.class).single();
            store.items(new Scope(List.of(shop), null, 30, LocalDate.now()), key, Cursor.read(null), 10)
                    .forEach(item -> sql.sql("insert into cockpit.retry_row (retry, n, source, ref, shop_id) values (:retry, 1, :source, :ref, :shop)")
                            .param("retry", other).param("source", item.source()).param("ref", item.ref()).param("shop", shop).update());
        });
        assertThat(ask(as("manager"), shop, key, "").body()).contains("cockpit.nothingToRetry");
    }

    @Test
    void onlyAnAdministratorReadsTheStackTrace() {
        String shop = open("Asia/Shanghai", "CNY");
        stopped(shop);
        String key = only(shop).path("key").asString();
        String ref = looks("manager", "/incidents/" + key + "/failures?shop=" + shop).at("/items/0/ref").asString();
        String path = "/incidents/" + key + "/trace?shop=" + shop + "&ref=" + ref;
        assertThat(as("manager").get("/api/cockpit" + path).status()).isEqualTo(403);
        assertThat(looks("admin", path).path("trace").asString()).contains("CloseByHandDelegate");
    }

    @Test
    void nothingOfAnotherShopIsSeenWhateverIsAsked() {
        String shop = open("Asia/Shanghai", "CNY");
        String other = open("Asia/Shanghai", "CNY");
        stopped(shop);
        Scope asked = new Scope(List.of(shop), null, 30, LocalDate.now());
        List<JdbcIncidents.Group> ours = within(shop, () -> store.groups(asked));
        List<JdbcIncidents.Group> theirs = within(other, () -> store.groups(asked));
        assertThat(ours).hasSize(1);
        assertThat(theirs).isEmpty();
        assertThat(as("manager").get("/api/cockpit/incidents/none/failures?shop=" + shop).status()).isEqualTo(404);
        assertThat(as("manager").get("/api/cockpit/retries/999999").status()).isEqualTo(404);
    }

    private JsonNode only(String shop) {
        JsonNode groups = looks("manager", "/incidents?shop=" + shop);
        assertThat(groups).as("%s", groups).hasSize(1);
        return groups.path(0);
    }

    private Visitor.Answer ask(Visitor who, String shop, String key, String more) {
        return who.post("/api/cockpit/retries?shop=" + shop, "{\"group\":\"" + key + "\"" + more + "}");
    }

    private JsonNode retried(Visitor who, String shop, String key, String more) {
        Visitor.Answer asked = ask(who, shop, key, more);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String path = "/api/cockpit/retries/" + asked.json().at("/retry/id").asLong();
        await("retry done").atMost(Duration.ofSeconds(30)).until(() -> who.get(path).json().at("/retry/state").asString().equals("DONE"));
        return who.get(path).json();
    }
}

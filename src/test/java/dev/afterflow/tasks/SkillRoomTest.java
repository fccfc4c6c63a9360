package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Work nobody took yet is offered first to whoever has the skill it wants, page by page, and to everybody after. */
@RoomTest
class SkillRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    private final String tail = UUID.randomUUID().toString().substring(0, 8);
    private final String shop = "skill-" + tail;
    private final String team = "skill-" + tail.replaceAll("[0-9]", "x");

    @Test
    void whatWantsASkillIsOfferedFirstToWhoHasIt() {
        workOf("language:en", "platform:taobao", null, "language:en", "platform:taobao", null, "language:en");
        Visitor speaker = somebody("en-", "\"language:en\"");
        Visitor other = somebody("zh-", "");

        assertThat(pages(speaker, 2)).containsExactly("1", "4", "7", "2", "3", "5", "6");
        assertThat(pages(speaker, 3)).containsExactly("1", "4", "7", "2", "3", "5", "6");
        assertThat(pages(speaker, 50)).containsExactly("1", "4", "7", "2", "3", "5", "6");
        assertThat(pages(other, 2)).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(other.get("/api/tasks?view=team&team=" + team).json().at("/items/0/skill").asString()).isEqualTo("language:en");
    }

    @Test
    void aCasesTaskWantsItsPlatform() {
        Visitor lin = Visitor.as("lin", port);
        String number = lin.send("POST", "/api/cases", "{\"shop\":\"verde\",\"kind\":\"QUESTION\",\"reasonText\":\"Warranty?\"}", "Idempotency-Key", tail).json().get("number").asString();

        assertThat(lin.get("/api/tasks?case=" + number).json().at("/items/0/skill").isNull()).isFalse();
    }

    private void workOf(String... skills) {
        shops.open(new Shop(shop, Prefixes.fresh(), "技能", "技能", "taobao",
                "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        for (int n = 1; n <= skills.length; n++) {
            int number = n;
            tx.executeWithoutResult(status -> sql.sql("""
                    insert into tasks.work_item (task_id, case_number, shop_id, task, title_zh, title_en, process, process_definition, team, due_at, priority, created_at, kind, reason, skill)
                    values (:id, :id, :shop, 'fill', '填', 'Fill', 'fill', 'fill', :team, now() + make_interval(mins => :n), 10, now(), 'OTHER', :reason, :skill)
                    """).param("id", tail + "-" + number).param("shop", shop).param("team", team).param("n", number).param("reason", String.valueOf(number))
                    .param("skill", skills[number - 1]).update());
        }
    }

    private Visitor somebody(String prefix, String skills) {
        String login = prefix + tail;
        Visitor.Answer added = Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"%s","password":"a password of mine","roles":["AGENT"],"shops":["%s"],"teams":["%s"],"everyShop":false,"dismissed":false,"skills":[%s]}
                """.formatted(login, login, shop, team, skills));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return Visitor.as(login, "a password of mine", port);
    }

    private List<String> pages(Visitor who, int limit) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = who.get("/api/tasks?view=team&team=" + team + "&limit=" + limit + (after.isEmpty() ? "" : "&after=" + after)).json();
            page.get("items").forEach(item -> seen.add(item.get("reason").asString()));
            after = page.get("next").asString("");
        } while (!after.isEmpty());
        return seen;
    }
}

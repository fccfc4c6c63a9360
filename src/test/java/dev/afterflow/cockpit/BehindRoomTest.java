package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever doubts a figure finds the cases it was made of, all of them and no others. */
@RoomTest
class BehindRoomTest extends Floor {

    @Test
    void behindEachFigureStandAsManyCasesAsItCounts() {
        String shop = open("America/Sao_Paulo", "CNY");
        String paid = refund(shop, "BH-" + UUID.randomUUID().toString().substring(0, 8));
        agrees(paid);
        String answered = question(shop);
        answers(answered);
        closed(paid);
        closed(answered);
        String again = question(shop);
        change("update cases.case_file set continues_number = number where number = '" + again + "'");
        change("""
                insert into sla.clock (shop_id, case_number, kind, started_at, due_at, stopped_at)
                values ('%s', '%s', 'firstResponse', now() - interval '3 hours', now() - interval '2 hours', now() - interval '1 hour')""".formatted(shop, again));
        change("""
                insert into engine.flow_event (at, id, case_number, definition, who, events)
                select now(), gen_random_uuid(), '%s', (select definition from cockpit.model where process = 'handle-by-hand' order by id desc limit 1), 'lin',
                       jsonb_build_array(jsonb_build_object('task', 'workCase', 'is', 'complete', 'due', now() - interval '1 hour'))""".formatted(again));
        reader.rebuild();
        counted();

        JsonNode sums = looks("manager", "/overview?shop=" + shop + "&days=7");
        assertThat(sums.at("/sums/broken").asLong() + sums.at("/sums/late").asLong()).isEqualTo(2);
        assertThat(cases(shop, "opened")).hasSize(3).startsWith(again).hasSize(sums.at("/sums/opened").asInt());
        assertThat(cases(shop, "reopened")).containsExactly(again).hasSize(sums.at("/sums/reopened").asInt());
        assertThat(cases(shop, "closed")).containsExactlyInAnyOrder(paid, answered).hasSize(sums.at("/sums/closed").asInt()).isEqualTo(cases(shop, "handled"));
        assertThat(cases(shop, "byItself")).hasSize(sums.at("/sums/byItself").asInt());
        assertThat(cases(shop, "backlog")).containsExactly(again).hasSize(sums.at("/present/backlog").asInt());
        assertThat(cases(shop, "broken")).containsExactlyInAnyOrder(again, again);
        assertThat(cases(shop, "answered")).containsExactly(again).hasSize(sums.at("/times/answered/n").asInt());
        assertThat(cases(shop, "refunds&currency=CNY")).containsExactly(paid).hasSize(sums.at("/refunds/0/refunds").asInt());
        assertThat(cases(shop, "refunds&currency=USD")).isEmpty();
        assertThat(cases(shop, "opened&kind=QUESTION")).containsExactlyInAnyOrder(answered, again);
    }

    @Test
    void aLateTaskSaysItsStepAndHowLate() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = question(shop);
        change("update tasks.work_item set due_at = now() - interval '2 hours' where case_number = '" + number + "'");
        change("""
                insert into engine.flow_event (at, id, case_number, definition, who, events)
                select now(), gen_random_uuid(), '%s', (select process_definition from tasks.work_item where case_number = '%1$s'), 'lin',
                       jsonb_build_array(jsonb_build_object('task', 'workCase', 'is', 'complete', 'due', now() - interval '2 hours'))""".formatted(number));
        counted();
        JsonNode late = looks("manager", "/cases?figure=broken&shop=" + shop).at("/items/0");
        assertThat(late.path("stepZh").asString()).isNotBlank();
        assertThat(late.path("took").asDouble()).isBetween(7_190.0, 7_210.0);
    }

    @Test
    void nobodySeesAFigureThatIsNone() {
        assertThat(as("manager").get("/api/cockpit/cases?figure=profit").status()).isEqualTo(400);
        assertThat(as("manager").get("/api/cockpit/cases?figure=refunds").status()).isEqualTo(400);
        assertThat(as("lin").get("/api/cockpit/cases?figure=opened").status()).isEqualTo(403);
    }

    /** Page by page of one. */
    private List<String> cases(String shop, String figure) {
        List<String> numbers = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = looks("manager", "/cases?limit=1&days=7&shop=" + shop + "&figure=" + figure + (next.isEmpty() ? "" : "&after=" + next));
            page.path("items").forEach(found -> numbers.add(found.path("caseNumber").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return numbers;
    }

    private void change(String statement) {
        transaction.executeWithoutResult(status -> sql.sql(statement).update());
    }
}

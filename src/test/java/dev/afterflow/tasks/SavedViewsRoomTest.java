package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The list narrowed by its address, and addresses kept under a name. */
@RoomTest
class SavedViewsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Trial trial;
    @Autowired
    Hands hands;

    private Visitor lin;
    private Visitor zhao;
    private String number;
    private String shop;

    @BeforeEach
    void begin() {
        trial.deploy();
        shop = trial.shop();
        number = trial.begin(shop);
        lin = Visitor.as("lin", port);
        zhao = Visitor.as("zhao", port);
    }

    @Test
    void everyWordOfTheAddressNarrowsTheList() {
        String base = "/api/tasks?view=all&limit=200&shop=" + shop;
        assertThat(lin.get(base + "&kind=OTHER&task=checkTrial&team=returns-desk&priority=60&state=free&least=12950&most=12950&currency=CNY").body())
                .contains(number);
        for (String narrower : new String[] {"&kind=REVIEW", "&task=reviewRequest", "&priority=61", "&state=taken", "&assignee=me",
            "&assignee=999999", "&overdue=true", "&escalated=true", "&least=12951", "&most=12949", "&most=20000&currency=BRL", "&tag=vip"}) {
            assertThat(lin.get(base + narrower).json().path("items").isEmpty()).as(narrower).isTrue();
        }
        lin.post("/api/tasks/" + hands.only(number).taskId() + "/claim", "{\"revision\":1}");
        assertThat(lin.get(base + "&assignee=me").body()).contains(number);
        assertThat(lin.get(base + "&assignee=none").json().path("items").isEmpty()).isTrue();
        assertThat(lin.get(base + "&least=many").status()).isEqualTo(400);
        assertThat(lin.get(base + "&state=asleep").status()).isEqualTo(400);
    }

    @Test
    void aViewOfMyOwnIsKeptCountedRenamedAndDeleted() {
        String name = "大额-" + UUID.randomUUID().toString().substring(0, 8);
        Answer saved = save(lin, name, "{\"view\":\"all\",\"shop\":\"" + shop + "\",\"least\":\"10000\"}", null);
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        String id = saved.json().path("id").asString();
        assertThat(lin.get("/api/views/counts").json().path(id).path("count").asInt()).isEqualTo(1);
        assertThat(save(lin, name, "{}", null).status()).as("a name is taken once").isEqualTo(409);
        assertThat(zhao.get("/api/views").body()).doesNotContain(name);
        assertThat(zhao.send("PATCH", "/api/views/" + id, "{\"name\":\"别人的\"}").status()).isEqualTo(404);
        assertThat(lin.send("PATCH", "/api/views/" + id, "{\"name\":\"改名 " + name + "\"}").json().path("name").asString()).isEqualTo("改名 " + name);
        assertThat(lin.delete("/api/views/" + id).status()).isEqualTo(204);
        assertThat(lin.get("/api/views").body()).doesNotContain(name);
    }

    @Test
    void aLeadSharesAViewWithTheTeamAndAnAgentCannot() {
        String name = "组内-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(save(lin, name, "{\"view\":\"team\"}", "returns-desk").status()).isEqualTo(422);
        assertThat(save(zhao, name, "{\"view\":\"team\"}", "finance").status()).as("not a team of theirs").isEqualTo(422);
        String id = save(zhao, name, "{\"view\":\"team\",\"shop\":\"" + shop + "\"}", "returns-desk").json().path("id").asString();
        JsonNode seen = find(lin, id);
        assertThat(seen.path("name").asString()).isEqualTo(name);
        assertThat(seen.path("mayChange").asBoolean()).isFalse();
        assertThat(lin.get("/api/views/counts").json().path(id).path("count").asInt()).isEqualTo(1);
        assertThat(lin.delete("/api/views/" + id).status()).isEqualTo(403);
        assertThat(Visitor.as("xu", port).get("/api/views").body()).doesNotContain(name);
        assertThat(zhao.delete("/api/views/" + id).status()).isEqualTo(204);
    }

    @Test
    void aViewOfTheCaseListIsCountedTooAndNonsenseIsNotKept() {
        String name = "工单-" + UUID.randomUUID().toString().substring(0, 8);
        Answer saved = lin.post("/api/views", "{\"screen\":\"cases\",\"name\":\"" + name + "\",\"search\":{\"shop\":\"" + shop + "\",\"state\":\"OPEN\"}}");
        assertThat(lin.get("/api/views/counts").json().path(saved.json().path("id").asString()).path("count").asInt()).isEqualTo(1);
        assertThat(save(lin, "x", "{\"view\":\"everything\"}", null).status()).isEqualTo(400);
        assertThat(save(lin, "x", "{\"drop\":\"table\"}", null).json().at("/errors/0/field").asString()).isEqualTo("search");
        assertThat(save(lin, " ", "{}", null).json().at("/errors/0/field").asString()).isEqualTo("name");
    }

    private static Answer save(Visitor who, String name, String search, String team) {
        return who.post("/api/views", "{\"screen\":\"desk\",\"name\":\"" + name + "\",\"search\":" + search
                + (team == null ? "" : ",\"team\":\"" + team + "\"") + "}");
    }

    private static JsonNode find(Visitor who, String id) {
        for (JsonNode view : who.get("/api/views").json()) {
            if (view.path("id").asString().equals(id)) {
                return view;
            }
        }
        throw new AssertionError("no view " + id);
    }
}

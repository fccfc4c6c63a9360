package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What an administrator does for people, teams and shops, and what an administrator of some shops cannot reach. */
@RoomTest
class AdminRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    JdbcPeople rows;

    private final String tail = UUID.randomUUID().toString().substring(0, 8);
    private final String login = "new-" + tail;
    private Visitor admin;

    @BeforeEach
    void enter() {
        admin = Visitor.as("admin", port);
    }

    @Test
    void aPersonIsAddedWithoutAPasswordAndSetsOneByALinkThatWorksOnce() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);
        String token = must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString();
        Visitor guest = Visitor.stranger(port);

        assertThat(must(guest.post("/api/session/invitation", "{\"token\":\"" + token + "\"}"), 200).get("login").asString()).isEqualTo(login);
        assertThat(accept(guest, token, "short").status()).isEqualTo(422);
        assertThat(accept(guest, token, "a password of mine").status()).isEqualTo(204);
        assertThat(accept(guest, token, "another of somebody").status()).isEqualTo(404);
        assertThat(Visitor.as(login, "a password of mine", port).get("/api/session").json().get("language").asString()).isEqualTo("en");
    }

    @Test
    void aNewLinkVoidsTheOneBeforeAndADismissedPersonGetsNone() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);
        String first = must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString();
        String second = must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString();
        assertThat(Visitor.stranger(port).post("/api/session/invitation", "{\"token\":\"" + first + "\"}").status()).isEqualTo(404);

        rows.dismissed(id, true);
        assertThat(Visitor.stranger(port).post("/api/session/invitation", "{\"token\":\"" + second + "\"}").status()).isEqualTo(404);
        assertThat(admin.post("/api/people/" + id + "/invitation", "{}").status()).isEqualTo(409);
    }

    @Test
    void aResetEndsEverySessionAndTheOldPassword() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);
        accept(Visitor.stranger(port), must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString(), "a password of mine");
        Visitor person = Visitor.as(login, "a password of mine", port);

        String token = must(admin.post("/api/people/" + id + "/reset", "{}"), 201).get("token").asString();
        assertThat(person.get("/api/session").status()).isEqualTo(401);
        assertThat(enter("a password of mine")).isEqualTo(401);
        accept(Visitor.stranger(port), token, "the next one of mine");
        assertThat(enter("the next one of mine")).isEqualTo(200);

        Visitor again = Visitor.as(login, "the next one of mine", port);
        assertThat(admin.delete("/api/people/" + id + "/sessions").status()).isEqualTo(204);
        assertThat(again.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void whoTypedTooManyWrongPasswordsIsLetInAgain() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);
        accept(Visitor.stranger(port), must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString(), "a password of mine");
        for (int n = 0; n < LoginBrake.FREE; n++) {
            enter("not this one at all");
        }
        assertThat(enter("a password of mine")).isEqualTo(429);
        assertThat(person(id).get("slowed").asBoolean()).isTrue();

        assertThat(admin.delete("/api/people/" + id + "/lock").status()).isEqualTo(204);
        assertThat(enter("a password of mine")).isEqualTo(200);
    }

    @Test
    void skillsAndLanguageStandInTheBook() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);

        assertThat(person(id).get("skills").toString()).isEqualTo("[\"language:en\",\"platform:shopify\"]");
        assertThat(person(id).get("secondFactor").asBoolean()).isFalse();
        assertThat(admin.put("/api/people/" + id, entry("[\"AGENT\"]", "[\"lanting\"]", false, "\"no skill\"")).status()).isEqualTo(422);
    }

    @Test
    void nobodyShutsThemselvesOut() {
        long id = added("[\"ADMIN\"]", "[\"lanting\"]", false);
        accept(Visitor.stranger(port), must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString(), "a password of mine");
        Visitor self = Visitor.as(login, "a password of mine", port);

        assertThat(self.put("/api/people/" + id, entry("[\"AGENT\"]", "[\"lanting\"]", false, "\"language:en\"")).status()).isEqualTo(409);
        assertThat(self.put("/api/people/" + id, entry("[\"ADMIN\"]", "[\"lanting\"]", true, "\"language:en\"")).status()).isEqualTo(409);
    }

    @Test
    void anAdministratorOfSomeShopsReachesNobodyOfOthers() {
        long id = added("[\"ADMIN\"]", "[\"verde\"]", false);
        accept(Visitor.stranger(port), must(admin.post("/api/people/" + id + "/invitation", "{}"), 201).get("token").asString(), "a password of mine");
        Visitor narrow = Visitor.as(login, "a password of mine", port);
        long lin = rows.byLogin("lin").orElseThrow().id();

        for (String act : new String[] {"invitation", "reset"}) {
            assertThat(narrow.post("/api/people/" + lin + "/" + act, "{}").status()).isEqualTo(404);
        }
        for (String act : new String[] {"sessions", "lock", "factor"}) {
            assertThat(narrow.delete("/api/people/" + lin + "/" + act).status()).isEqualTo(404);
        }
        assertThat(narrow.put("/api/teams/returns-desk", "{\"titleZh\":\"售后客服\",\"titleEn\":\"Returns desk\",\"members\":[]}").status()).isEqualTo(422);
        assertThat(narrow.get("/api/audit?shop=*").json().get("items")).isEmpty();
        assertThat(narrow.get("/api/audit/chains?shop=lanting").status()).isEqualTo(404);
    }

    @Test
    void aTeamGetsALeadAndMembers() {
        long id = added("[\"LEAD\"]", "[\"lanting\"]", false);
        String name = "team-" + tail.replaceAll("[0-9]", "x");
        JsonNode team = must(admin.put("/api/teams/" + name, "{\"titleZh\":\"夜班\",\"titleEn\":\"Night shift\",\"lead\":" + id + ",\"members\":[" + id + "]}"), 200);

        assertThat(team.get("members").get(0).asLong()).isEqualTo(id);
        assertThat(person(id).get("teams").toString()).contains(name, "returns-desk");
        must(admin.put("/api/teams/" + name, "{\"titleZh\":\"夜班\",\"titleEn\":\"Night shift\",\"members\":[]}"), 200);
        assertThat(person(id).get("teams").toString()).doesNotContain(name);
    }

    @Test
    void aShopIsChangedButNotWhatNumbersAndAmountsWereWrittenUnder() {
        String shop = "adm-" + tail;
        String prefix = Prefixes.fresh();
        shops.open(new Shop(shop, prefix, "旧名", "旧牌", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));

        assertThat(must(admin.put("/api/shops/" + shop, shop(shop, prefix, "CNY")), 200).get("name").asString()).isEqualTo("新名");
        assertThat(admin.put("/api/shops/" + shop, shop(shop, prefix, "USD")).status()).isEqualTo(422);
        assertThat(admin.put("/api/shops/nobodys", shop("nobodys", prefix, "CNY")).status()).isEqualTo(404);
        must(admin.put("/api/shops/brands", "{\"from\":\"牌 " + shop + "\",\"to\":\"新牌\"}"), 200);
        assertThat(shops.find(shop).orElseThrow().brand()).isEqualTo("新牌");
    }

    @Test
    void everyChangeIsFoundInTheAuditPageByPageAndTheChainHolds() {
        long id = added("[\"AGENT\"]", "[\"lanting\"]", false);
        admin.post("/api/people/" + id + "/invitation", "{}");
        JsonNode page = must(admin.get("/api/audit?shop=*&kind=person&object=" + login + "&limit=1"), 200);
        assertThat(page.at("/items/0/action").asString()).isEqualTo("PERSON_INVITED");
        assertThat(page.at("/items/0/who").asString()).isEqualTo("admin");
        JsonNode next = must(admin.get("/api/audit?shop=*&kind=person&object=" + login + "&limit=1&after=" + page.get("next").asString()), 200);

        assertThat(next.at("/items/0/action").asString()).isEqualTo("PERSON_ADDED");
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(must(admin.get("/api/audit/chains?shop=*"), 200).get("lines").asLong()).isPositive();
        assertThat(admin.get("/api/audit?after=nonsense").status()).isEqualTo(400);
        assertThat(Visitor.as("lin", port).get("/api/audit").status()).isEqualTo(403);
    }

    @Test
    void theExportIsSafeForSpreadsheetsAndItselfAudited() {
        added("[\"AGENT\"]", "[\"lanting\"]", false);
        Answer file = admin.get("/api/audit/export?shop=*&action=PERSON_ADDED");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.body()).contains("\"seq\",\"at\"").contains("PERSON_ADDED");
        assertThat(must(admin.get("/api/audit?shop=*&action=AUDIT_EXPORTED"), 200).get("items")).isNotEmpty();
    }

    private long added(String roles, String theirShops, boolean dismissed) {
        return must(admin.post("/api/people", entry(roles, theirShops, dismissed, "\"language:en\",\"platform:shopify\"")), 201).get("id").asLong();
    }

    private String entry(String roles, String theirShops, boolean dismissed, String skills) {
        return """
                {"login":"%s","name":"新人","roles":%s,"shops":%s,"teams":["returns-desk"],"everyShop":false,"dismissed":%s,
                 "language":"en","skills":[%s]}
                """.formatted(login, roles, theirShops, dismissed, skills);
    }

    private static String shop(String id, String prefix, String currency) {
        return """
                {"id":"%s","prefix":"%s","name":"新名","brand":"牌 %s","platform":"tmall","timeZone":"Asia/Shanghai","currency":"%s","jurisdiction":"CN","language":"en"}
                """.formatted(id, prefix, id, currency);
    }

    private JsonNode person(long id) {
        for (JsonNode each : must(admin.get("/api/people/book"), 200)) {
            if (each.get("id").asLong() == id) {
                return each;
            }
        }
        throw new AssertionError("not in the book");
    }

    private int enter(String password) {
        return Visitor.stranger(port).post("/api/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}").status();
    }

    private static Answer accept(Visitor guest, String token, String password) {
        return guest.post("/api/session/invitation/accept", "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
    }

    private static JsonNode must(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}

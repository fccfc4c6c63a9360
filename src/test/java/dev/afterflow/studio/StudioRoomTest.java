package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Owners change a table of the house, and running cases keep the row they started with. */
@RoomTest
class StudioRoomTest extends Atelier {

    @Autowired
    Checks checks;
    @Autowired
    JdbcProposals proposals;
    @Autowired
    JdbcReleases records;
    @Autowired
    JdbcSoftware software;
    @Autowired
    Audit audit;

    @Test
    void aChangedRowHoldsForNewCasesOnlyAndGoesBackAsSafely() {
        String before = text(TABLE);
        String firstHash = hash(TABLE);
        String old = waits("S1");

        long proposal = filed(proposes("owner", "运费险承担质量问题的退回运费", Map.of(TABLE, insured(before))));
        JsonNode told = as("fang").get("/api/studio/proposals/" + proposal).json();
        assertThat(told.at("/proposal/byLogin").asString()).isEqualTo("owner");
        assertThat(told.at("/files/0/changes")).hasSize(1);
        assertThat(told.at("/files/0/changes/0/zh").asString()).startsWith("第 4 行「质量、不符、破损").contains("退回 \"seller\" → \"insurer\"");
        assertThat(told.at("/files/0/changes/0/en").asString()).startsWith("row 4 “Quality, not as described").contains("Way back \"seller\" → \"insurer\"");
        assertThat(told.at("/files/0/running").asLong()).isPositive();
        assertThat(told.at("/files/0/moved").asBoolean()).isFalse();

        long release = released("fang", proposal);
        JsonNode record = as("manager").get("/api/studio/releases/" + release).json();
        assertThat(record.at("/release/byName").asString()).isEqualTo("欧阳静");
        assertThat(record.at("/release/releasedName").asString()).isEqualTo("方圆");
        assertThat(record.at("/release/note").asString()).isEqualTo("运费险承担质量问题的退回运费");
        assertThat(record.at("/files/0/changes")).hasSize(1);
        assertThat(record.path("book")).hasSize(releases.inForce().files().size());

        String fresh = waits("S2");
        JsonNode entry = entry(as("owner").get("/api/studio/models").json(), TABLE);
        assertThat(entry.path("running").asLong()).isEqualTo(1);
        assertThat(entry.path("runningOlder").asLong()).isPositive();
        assertThat(entry.path("byName").asString()).isEqualTo("欧阳静");
        assertThat(settled(old)).isEqualTo("seller");
        assertThat(settled(fresh)).isEqualTo("insurer");

        String third = waits("S3");
        released("fang", filed(as("owner").post("/api/studio/roll-backs", json.writeValueAsString(Map.of("file", TABLE, "hash", firstHash, "note", "先回去")))));
        assertThat(text(TABLE)).isEqualTo(before);
        String fourth = waits("S4");
        assertThat(settled(third)).isEqualTo("insurer");
        assertThat(settled(fourth)).isEqualTo("seller");
        JsonNode versions = as("owner").get("/api/studio/models/" + TABLE).json().path("versions");
        assertThat(versions.valueStream().filter(version -> version.path("inForce").asBoolean()).map(version -> version.path("hash").asString())).containsExactly(firstHash);
        assertThat(rows("select action from security.audit where action like 'MODEL%' and who in ('owner', 'fang') order by seq desc limit 4"))
                .containsExactly("MODELS_RELEASED", "MODEL_PROPOSED", "MODELS_RELEASED", "MODEL_PROPOSED");
    }

    @Test
    void theProposerDoesNotReleaseAndNobodyElseMayPublish() {
        long proposal = filed(proposes("owner", "试试", Map.of(TABLE, insured(text(TABLE)))));
        String inForce = releases.current();

        Answer own = releases("owner", proposal);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.json().path("code").asString()).isEqualTo("studio.fourEyes");
        for (String login : List.of("manager", "admin", "lin")) {
            assertThat(releases(login, proposal).status()).as(login).isEqualTo(403);
            assertThat(proposes(login, "我也试试", Map.of(TABLE, insured(text(TABLE)))).status()).as(login).isEqualTo(403);
        }
        assertThat(as("lin").get("/api/studio/models").status()).isEqualTo(403);
        assertThat(as("manager").get("/api/studio/proposals/" + proposal).status()).isEqualTo(200);
        assertThat(as("owner").post("/api/studio/proposals/" + proposal + "/reject", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(as("fang").post("/api/studio/proposals/" + proposal + "/reject", "{}").status()).isEqualTo(422);
        assertThat(as("fang").post("/api/studio/proposals/" + proposal + "/reject", "{\"reason\":\"保险只到年底\"}").status()).isEqualTo(204);
        assertThat(releases("fang", proposal).status()).isEqualTo(409);
        assertThat(releases.current()).isEqualTo(inForce);
        assertThat(as("owner").get("/api/studio/proposals/" + proposal).json().at("/proposal/reason").asString()).isEqualTo("保险只到年底");
    }

    @Test
    void aNewerProposalOfTheSamePersonTakesThePlaceOfTheOlder() {
        String table = text(TABLE);
        long first = filed(proposes("owner", "一", Map.of(TABLE, insured(table))));
        assertThat(filed(proposes("owner", "又传一次", Map.of(TABLE, insured(table))))).isEqualTo(first);
        long second = filed(proposes("owner", "二", Map.of("freight-payer (1).dmn", insured(table).replace("责任方 / Liable party", "谁的责任 / Liable party"))));

        assertThat(releases("fang", first).status()).isEqualTo(409);
        assertThat(as("owner").post("/api/studio/proposals/" + second + "/withdraw", null).status()).isEqualTo(204);
        assertThat(as("owner").get("/api/studio/proposals?open=true").json().path("items")).isEmpty();
    }

    @Test
    void whatWasProposedOnTopOfAnOlderVersionIsNotReleasedOverANewerOne() {
        String table = text(TABLE);
        long mine = filed(proposes("owner", "保险", Map.of(TABLE, insured(table))));
        long theirs = filed(proposes("fang", "列名", Map.of(TABLE, table.replace("责任方 / Liable party", "谁的责任 / Liable party"))));
        released("owner", theirs);

        Answer late = releases("fang", mine);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("studio.moved");
        assertThat(as("owner").get("/api/studio/proposals/" + mine).json().at("/files/0/moved").asBoolean()).isTrue();
        assertThat(as("owner").post("/api/studio/proposals/" + mine + "/withdraw", null).status()).isEqualTo(204);
    }

    @Test
    void theLibraryKnowsNamesUsesAndVersions() {
        JsonNode models = as("manager").get("/api/studio/models").json();
        JsonNode process = entry(models, "return-exchange.bpmn");
        assertThat(process.at("/title/zh").asString()).isNotBlank().isNotEqualTo(process.at("/title/en").asString());
        assertThat(process.path("uses").findValuesAsString("file")).contains("settle-liability.bpmn", "reviewReturn.form");
        assertThat(entry(models, TABLE).path("usedBy").findValuesAsString("file")).containsExactly("settle-liability.bpmn");
        assertThat(entry(models, TABLE).path("asked").asBoolean()).isFalse();
        assertThat(entry(models, "message-guard.dmn").path("asked").asBoolean()).isTrue();
        assertThat(entry(models, "settleLiability.form").at("/title/zh").asString()).isEqualTo("人工定责");
        assertThat(models).hasSize(releases.inForce().files().size());
        assertThat(as("owner").get("/api/studio/models/nothing.dmn").status()).isEqualTo(404);
    }

    @Test
    void aFileComesBackByteForByteAndHasAPicture() {
        for (JsonNode model : as("owner").get("/api/studio/models").json()) {
            String path = "/api/studio/models/" + model.path("file").asString() + "/versions/" + model.path("hash").asString();
            Answer file = as("admin").get(path + "/file");
            assertThat(file.body()).isEqualTo(Merge.byName(releases.inForce().files()).get(model.path("name").asString()).text());
            assertThat(file.header("Content-Disposition")).startsWith("attachment").contains(model.path("file").asString());
            Answer picture = as("owner").get(path + "/picture");
            assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
            assertThat(Model.read(picture.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)).getLocalName()).isEqualTo("svg");
        }
        assertThat(as("owner").get("/api/studio/models/" + TABLE + "/versions/" + "0".repeat(64)).status()).isEqualTo(404);
    }

    @Test
    void whatIsTheSameIsNoProposalAndWhatHasNoPlaceIsSaid() {
        assertThat(proposes("owner", "没改", Map.of(TABLE, text(TABLE))).json().path("rule").asString()).isEqualTo("studio.unchanged");
        assertThat(proposes("owner", "", Map.of(TABLE, insured(text(TABLE)))).json().path("field").asString()).isEqualTo("note");
        assertThat(proposes("owner", "新的", Map.of("new-table.dmn", text(TABLE))).json().path("rule").asString()).isEqualTo("studio.room");
        assertThat(proposes("owner", "空的", Map.of()).json().path("field").asString()).isEqualTo("files");
    }

    @Test
    void twoReleasesAtOnceLoseNeither() throws Exception {
        String label = text("freight-adjustment.dmn").replaceFirst("label=\"([^\"/]+) / ", "label=\"$1（新） / ");
        long table = filed(proposes("owner", "保险", Map.of(TABLE, insured(text(TABLE)))));
        long other = filed(proposes("owner", "列名", Map.of("freight-adjustment.dmn", label)));
        as("fang");

        AtOnce.all(List.of(() -> released("fang", table), () -> released("fang", other)));

        assertThat(text(TABLE)).contains("\"insurer\"");
        assertThat(text("freight-adjustment.dmn")).isEqualTo(label);
    }

    @Test
    void inASmallTeamTheProposerReleasesAfterSayingSoTwice() {
        SecondPerson small = new SecondPerson(releases, checks, proposals, records, software, audit, true);
        Who owner = new Who(1, "owner", "欧阳静", Set.of(Role.OWNER), Set.of(), Set.of(), "zh-CN", Who.Kind.PERSON);
        long proposal = filed(proposes("owner", "保险", Map.of(TABLE, insured(text(TABLE)))));

        assertThatThrownBy(() -> transaction.execute(status -> small.release(proposal, false, owner))).isInstanceOf(Problem.class).hasMessageContaining("a second time");
        Long release = transaction.execute(status -> owner.acting(() -> small.release(proposal, true, owner)));
        assertThat(release).isPositive();

        assertThat(text(TABLE)).contains("\"insurer\"");
        assertThat(rows("select details ->> 'confirmedAgain' from security.audit where action = 'MODELS_RELEASED' order by seq desc limit 1")).containsExactly("true");
    }
}

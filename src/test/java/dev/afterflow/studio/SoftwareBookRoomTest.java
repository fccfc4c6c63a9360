package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.engine.ModelFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A release of the software meets owners who have changed its models. */
@RoomTest
class SoftwareBookRoomTest extends Atelier {

    private static final String NAME = "processes/remedies/freight-payer.dmn";
    private static final String OTHER = "processes/remedies/freight-adjustment.dmn";

    @Autowired
    SoftwareBook software;
    private List<ModelFile> shipped;

    @BeforeEach
    void whatTheSoftwareBrings() {
        shipped = releases.inForce().files();
    }

    @AfterEach
    void theOldSoftwareStartsAgain() {
        everythingIsAsItWas();
        software.open(shipped);
        assertThat(as("owner").get("/api/studio/conflicts").json()).isEmpty();
    }

    @Test
    void anOwnersVersionStaysInForceAndTheConflictIsToldThreeWays() {
        String ours = insured(text(TABLE));
        released("fang", filed(proposes("owner", "保险", Map.of(TABLE, ours))));
        String theirs = text(TABLE).replace("\"insurer\"", "\"seller\"").replace("责任方 / Liable party", "谁的责任 / Liable party");

        software.open(with(NAME, theirs));

        assertThat(text(TABLE)).isEqualTo(ours);
        JsonNode conflict = as("manager").get("/api/studio/conflicts").json().path(0);
        assertThat(conflict.path("file").asString()).isEqualTo(TABLE);
        assertThat(conflict.path("ours").findValuesAsString("zh")).singleElement().asString().contains("退回 \"seller\" → \"insurer\"");
        assertThat(conflict.path("theirs").findValuesAsString("zh")).singleElement().asString().isEqualTo("条件列「谁的责任」：列名 责任方 → 谁的责任");
        assertThat(conflict.path("taking")).hasSize(2);
        assertThat(entry(as("owner").get("/api/studio/models").json(), TABLE).path("conflict").asBoolean()).isTrue();

        software.open(with(NAME, theirs));
        assertThat(text(TABLE)).as("a second start changes nothing").isEqualTo(ours);

        long keep = filed(as("owner").post("/api/studio/resolutions", "{\"files\":[\"" + TABLE + "\"],\"takeSoftware\":false,\"note\":\"我们的更好\"}"));
        assertThat(releases("owner", keep).status()).isEqualTo(403);
        released("fang", keep);
        assertThat(text(TABLE)).isEqualTo(ours);
        assertThat(as("owner").get("/api/studio/conflicts").json()).isEmpty();
        software.open(with(NAME, theirs));
        assertThat(as("owner").get("/api/studio/conflicts").json()).as("answered once for all").isEmpty();
    }

    @Test
    void theSoftwaresVersionIsTakenByTwoPeople() {
        released("fang", filed(proposes("owner", "保险", Map.of(TABLE, insured(text(TABLE))))));
        String theirs = text(TABLE).replace("\"insurer\"", "\"seller\"").replace("责任方 / Liable party", "谁的责任 / Liable party");
        software.open(with(NAME, theirs));

        released("owner", filed(as("fang").post("/api/studio/resolutions", "{\"files\":[\"" + TABLE + "\"],\"takeSoftware\":true,\"note\":\"用新的\"}")));

        assertThat(text(TABLE)).isEqualTo(theirs);
        assertThat(as("owner").get("/api/studio/conflicts").json()).isEmpty();
        assertThat(as("owner").post("/api/studio/resolutions", "{\"files\":[\"" + TABLE + "\"],\"takeSoftware\":true,\"note\":\"又\"}").status()).isEqualTo(404);
    }

    @Test
    void whatNoOwnerTouchedIsTakenAtTheStartAndRecorded() {
        released("fang", filed(proposes("owner", "保险", Map.of(TABLE, insured(text(TABLE))))));
        String theirs = text("freight-adjustment.dmn").replaceFirst("label=\"([^\"/]+) / ", "label=\"$1（新） / ");

        software.open(with(OTHER, theirs));

        assertThat(text("freight-adjustment.dmn")).isEqualTo(theirs);
        assertThat(text(TABLE)).contains("\"insurer\"");
        JsonNode newest = as("owner").get("/api/studio/releases?limit=1").json().at("/items/0");
        assertThat(newest.path("source").asString()).isEqualTo("SOFTWARE");
        assertThat(newest.path("byLogin").asString()).isEqualTo("software");
    }

    @Test
    void anOlderNodeThatStartsAgainDuringARenewalTakesNothingBack() {
        String older = text(TABLE);
        String newer = older.replace("责任方 / Liable party", "谁的责任 / Liable party");
        software.open(shipped, false);
        software.open(with(NAME, newer), false);
        assertThat(text(TABLE)).isEqualTo(newer);
        released("fang", filed(proposes("owner", "保险", Map.of(TABLE, insured(newer)))));
        String inForce = releases.current();

        software.open(shipped, false);

        assertThat(releases.current()).as("the old node was killed and came back").isEqualTo(inForce);
        assertThat(text(TABLE)).isEqualTo(insured(newer));
        assertThat(as("owner").get("/api/studio/conflicts").json()).as("nor is an owner asked about models that are gone").isEmpty();
        software.open(with(NAME, newer), false);
        assertThat(releases.current()).as("a new node comes back").isEqualTo(inForce);
    }

    @Test
    void softwareThatIsMeantToGoBackDoesSoOnceAnOperatorSaysIt() {
        String older = text(TABLE);
        String newer = older.replace("责任方 / Liable party", "谁的责任 / Liable party");
        software.open(shipped, false);
        software.open(with(NAME, newer), false);

        software.open(shipped, true);
        assertThat(text(TABLE)).isEqualTo(older);
        software.open(shipped, false);
        assertThat(text(TABLE)).as("from then on it is the newest").isEqualTo(older);
        software.open(with(NAME, newer), false);
        assertThat(text(TABLE)).as("and a node left over from the newer waits in its turn").isEqualTo(older);
    }

    @Test
    void modelsThatDoNotGoTogetherWithTheOwnersChangeNothing() {
        String inForce = releases.current();
        released("fang", filed(proposes("owner", "保险", Map.of(TABLE, insured(text(TABLE))))));
        List<ModelFile> without = shipped.stream().filter(file -> !file.name().equals(NAME)).toList();

        software.open(without);

        assertThat(releases.current()).isNotEqualTo(inForce);
        assertThat(text(TABLE)).contains("\"insurer\"");
        assertThat(as("owner").get("/api/studio/conflicts").json().findValuesAsString("file")).containsExactly(TABLE);
    }

    private List<ModelFile> with(String name, String text) {
        return shipped.stream().map(file -> file.name().equals(name) ? ModelFile.of(name, text) : file).toList();
    }
}

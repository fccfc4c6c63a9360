package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Another round begins afresh: proposed by today's facts, stated, packed and approved anew, whatever the round before had. */
@RoomTest
class AppealRoomTest extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Disputes disputes;
    @Autowired
    DisputeAnswering answering;
    DisputeStand stand;

    @BeforeAll
    void open() {
        stand = new DisputeStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private Dispute dispute(String number) {
        return transaction.execute(status -> disputes.find(number).orElseThrow());
    }

    private JsonNode shown(String number) {
        return stand.as("lin").get("/api/cases/" + number + "/dispute").json();
    }

    private void proved(String number) {
        String file = stand.attaches("lin", number);
        assertThat(stand.as("lin").put("/api/cases/" + number + "/dispute/items/DELIVERY_PROOF", "{\"files\":[\"" + file + "\"],\"words\":\"快递底单\"}").status()).isEqualTo(204);
    }

    private void lost(String number) {
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        proved(number);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "底单与收件人一致。"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"签名不符\"}").status()).isEqualTo(204);
    }

    @Test
    void anAppealIsProposedDecidedPackedAndApprovedAnew() {
        stand.arrived("AP1", 9_900);
        String number = stand.disputed("AP1", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        lost(number);
        stand.done("lin", number, "decideAppeal", Map.of("answer", "yes", "note", "找到门口照片"));

        Dispute again = dispute(number);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.position()).as("nobody decided this round").isEqualTo(new Dispute.Position(null, null, null, null, null));
        assertThat(again.stated()).isFalse();
        assertThat(stand.timeline(number).stream().filter(line -> line.startsWith("建议抗辩"))).as("proposed once a round").hasSize(2);
        assertThat(shown(number).path("items").valueStream().filter(item -> item.path("code").asString().equals("STATEMENT")).map(item -> item.path("there").asBoolean()))
                .containsExactly(false);

        assertThatThrownBy(() -> transaction.execute(status -> answering.send(number))).as("the pack of the first round is not sent again").isInstanceOf(Problem.class)
                .hasMessageContaining("disputes.notApproved");
        assertThat(stand.opened("lin", number, "decideDispute").at("/data/past").asString()).as("its own loss is no past verdict").contains("抗辩 0 件");
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "新照片"));
        assertThat(stand.opened("lin", number, "gatherEvidence").at("/data/statement").asString()).as("a draft to begin with").isEqualTo("底单与收件人一致。");
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "补充门口照片。"));
        assertThatThrownBy(() -> transaction.execute(status -> answering.send(number))).as("nobody looked at the new pack").isInstanceOf(Problem.class);
        assertThat(stand.tasks(number)).contains("approvePack").doesNotContain("submitByHand");
        assertThat(stand.completes("lin", number, "approvePack", Map.of("answer", "yes")).status()).as("somebody else").isEqualTo(403);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));

        JsonNode sent = shown(number).path("sent");
        assertThat(sent.valueStream().map(each -> each.path("what").asString() + each.path("round").asInt())).containsExactly("EVIDENCE1", "APPEAL2");
        assertThat(sent.valueStream().map(each -> each.path("pack").asString()).filter(Objects::nonNull).distinct()).as("each with a pack of its own").hasSize(2);
        assertThat(sent.at("/1/approvedBy").asString()).isEqualTo("zhou");
    }

    @Test
    void todaysFactsSpeakInTheProposalOfAnAppeal() {
        stand.arrived("AP2", 9_900);
        String number = stand.disputed("AP2", "PLATFORM", "quality", Duration.ofHours(48));
        assertThat(stand.opened("lin", number, "decideDispute").at("/data/proposal").asString()).contains("接受");
        stand.timePasses(number, "deadlinePassed");
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"未举证\"}").status()).isEqualTo(204);
        stand.settled("AP2", "QUALITY", "BUYER");
        stand.done("lin", number, "decideAppeal", Map.of("answer", "yes", "note", "鉴定报告出来了"));
        assertThat(stand.opened("lin", number, "decideDispute").at("/data/proposal").asString()).contains("抗辩", "鉴定为人为损坏");
    }

    @Test
    void lookingAtADisputeWritesNothing() {
        stand.arrived("AP3", 9_900);
        String number = stand.disputed("AP3", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        proved(number);
        long before = asked();
        assertThat(shown(number).path("items")).isNotEmpty();
        assertThat(stand.as("lin").get("/api/cases/" + number + "/dispute/preview").status()).isEqualTo(200);
        assertThat(stand.opened("lin", number, "gatherEvidence").at("/data/checklist").asString()).contains("✓");
        assertThat(asked()).as("looked at three times").isEqualTo(before);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "底单与收件人一致。"));
        assertThat(asked()).as("what a pack was made by is kept").isGreaterThan(before);
    }

    private long asked() {
        return Long.parseLong(stand.row("select count(*)::text from engine.flow_event where events::text like '%' || :key || '%'", "evidence-required"));
    }

    @Test
    void whatTheMarketplaceSaysOfAnAnswerGivenByHandIsNotToldTwice() {
        stand.arrived("AP4", 9_900);
        String number = stand.disputed("AP4", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        proved(number);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "底单与收件人一致。"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        String sent = transaction.execute(status -> answering.send(number));
        stand.until("a person is asked for", () -> shown(number).at("/sent/0/state").asString().equals("NEEDS_PERSON"));
        assertThat(stand.as("zhao").post("/api/platforms/requests/" + sent + "/by-hand", "{\"done\":true,\"words\":\"已传\"}").status()).isEqualTo(200);
        stand.until("it is known", () -> shown(number).at("/sent/0/state").asString().equals("DONE"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true, "reference", "TB-9"));
        assertThat(shown(number).at("/sent/0/reference").asString()).isEqualTo("TB-9");
        assertThat(shown(number).path("sent")).hasSize(1);
        assertThat(stand.timeline(number).stream().filter(line -> line.contains("平台已收下"))).hasSize(1);
        assertThat(stand.tasks(number)).isEmpty();
    }
}

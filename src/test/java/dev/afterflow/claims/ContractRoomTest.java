package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was agreed with a carrier holds from its day on, is kept by managers, and decides what is claimed. */
@RoomTest
class ContractRoomTest extends ClaimStory {

    @Test
    void aContractDecidesTheAmountAndTheApprovalOfLaterClaims() {
        String before = claim(number, "OLD" + tag, Fault.LOST, 50_000);
        assertThat(claims(before).money().claimed()).as("without a contract the law: the whole loss").isEqualTo(cny(50_000));
        Answer saved = writes("\"clause\":\"MONTHLY_ACCOUNT\",\"multiple\":9,\"windowHours\":48,\"approveAbove\":10000");
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);

        String claimNo = claim(number, "NEW" + tag, Fault.LOST, 50_000);
        ClaimView view = claims(claimNo);
        assertThat(view.money().claimed()).as("nine times the freight of 12.00").isEqualTo(cny(10_800));
        assertThat(view.basis().rule()).isEqualTo("carrierClaimAmount_monthlyAccount");
        assertThat(view.times().fileBy()).isEqualTo(found.plus(Duration.ofHours(48)));
        assertThat(complete(lin, "approveClaim", "\"approval\":\"approved\"").status()).as("not by who opened it, and not by an agent").isEqualTo(403);
        assertThat(complete(Visitor.as("zhou", port), "approveClaim", "\"approval\":\"approved\"").status()).isEqualTo(200);
        assertThat(claims(before).money().claimed()).as("an earlier claim keeps its terms").isEqualTo(cny(50_000));
    }

    @Test
    void termsAreKeptByRevisionAndWhatNobodyKnowsIsAskedFor() {
        writes("\"clause\":\"FRANCHISE\",\"cap\":50000");
        writes("\"clause\":\"FRANCHISE\",\"multiple\":3,\"note\":\"续签\"");
        Visitor manager = Visitor.as("manager", port);
        JsonNode listed = manager.get("/api/carrier-contracts/lanting").json().valueStream()
                .filter(each -> each.at("/terms/carrier").asString().equals(carrier)).findFirst().orElseThrow();
        assertThat(listed.at("/terms/multiple").asInt()).isEqualTo(3);
        assertThat(listed.path("missing").toString()).contains("windowHours", "insuredRule").doesNotContain("multiple");
        assertThat(manager.get("/api/carrier-contracts/lanting/history?carrier=" + carrier).json()).hasSize(2);
        assertThat(manager.get("/api/carrier-contracts/lanting").json().valueStream().filter(each -> each.at("/terms/carrier").asString().equals("sf"))
                .findFirst().orElseThrow().path("own").asBoolean()).as("terms found for a carrier of that name").isFalse();
        assertThat(lin.post("/api/carrier-contracts/lanting", terms("\"clause\":\"NONE\"")).status()).isEqualTo(403);
        assertThat(manager.post("/api/carrier-contracts/nowhere", terms("\"clause\":\"NONE\"")).status()).isEqualTo(404);
        assertThat(manager.post("/api/carrier-contracts/lanting", terms("\"clause\":\"NONE\",\"multiple\":0,\"answerDays\":9999")).body()).contains("multiple", "answerDays");
    }

    @Test
    void insuredInPartIsClaimedInProportion() {
        writes("\"clause\":\"FRANCHISE\",\"cap\":50000,\"insuredRule\":\"PROPORTION\"");
        Answer opened = lin.post("/api/cases/" + number + "/claims", """
                {"carrier":"%s","waybill":"PRO%s","fault":"LOST","loss":{"minor":20000,"currency":"CNY"},"declared":{"minor":5000,"currency":"CNY"}}""".formatted(carrier, tag));
        assertThat(opened.json().at("/money/claimed/minor").asLong()).as("lost and insured: the declared value").isEqualTo(5_000);
    }

    @Test
    void nothingIsClaimedForOurOwnFault() {
        Answer opened = lin.post("/api/cases/" + number + "/claims", """
                {"carrier":"%s","waybill":"OWN%s","fault":"DAMAGED","loss":{"minor":20000,"currency":"CNY"},"shipperFault":true}""".formatted(carrier, tag));
        assertThat(opened.json().path("state").asString()).isEqualTo("DROPPED");
        assertThat(running(opened.json().path("claimNo").asString())).isFalse();
    }

    @Test
    void theScorecardCountsWhatACarrierDidAndItsTableOpensInASpreadsheet() {
        String claimNo = filed(9_000);
        says(claimNo, "DENIED", null, "D1");
        awaitState(claimNo, "TO_DECIDE");
        String from = LocalDate.now(clock).minusDays(1).toString();
        String to = LocalDate.now(clock).plusDays(1).toString();
        Visitor manager = Visitor.as("manager", port);
        JsonNode row = manager.get("/api/carrier-scorecard?from=" + from + "&to=" + to + "&byFault=true").json().valueStream()
                .filter(each -> each.path("carrier").asString().equals(carrier)).findFirst().orElseThrow();
        assertThat(row.path("faults").asInt() + " " + row.path("denied").asInt() + " " + row.at("/claimed/minor").asLong() + " " + row.path("fault").asString()).isEqualTo("1 1 9000 LOST");
        assertThat(manager.get("/api/carrier-scorecard/table.csv?from=" + from + "&to=" + to).body()).contains("\"" + carrier + "\"", "90.00");
        assertThat(lin.get("/api/carrier-scorecard?from=" + from + "&to=" + to).status()).isEqualTo(403);
        assertThat(manager.get("/api/carrier-scorecard?from=" + to + "&to=" + from).status()).isEqualTo(422);
    }

    private Answer writes(String fields) {
        return Visitor.as("manager", port).post("/api/carrier-contracts/lanting", terms(fields));
    }

    private String terms(String fields) {
        return "{\"carrier\":\"" + carrier + "\",\"region\":\"\",\"validFrom\":\"2020-01-01\"," + fields + "}";
    }
}

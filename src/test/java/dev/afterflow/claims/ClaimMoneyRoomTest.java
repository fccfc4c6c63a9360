package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a carrier says and what it pays are two things, in whatever order and however often they come. */
@RoomTest
class ClaimMoneyRoomTest extends ClaimStory {

    @Test
    void agreedIsOwedAndOnlyAStatementLineIsMoney() {
        String claimNo = filed(12_950);
        says(claimNo, "AGREED", 12_950L, "A1");
        awaitState(claimNo, "AGREED");
        assertThat(books(claimNo)).isEqualTo("12950 0 0 0");

        pays("L1", claimNo, 5_000);
        assertThat(claims(claimNo).state().name()).as("a part is not all").isEqualTo("AGREED");
        assertThat(books(claimNo)).isEqualTo("7950 5000 0 0");
        pays("L1", claimNo, 5_000);
        pays("L2", claimNo, 7_950);
        awaitState(claimNo, "PAID");
        assertThat(books(claimNo)).isEqualTo("0 12950 0 0");
        assertThat(running(claimNo)).isFalse();
        JsonNode folder = lin.get("/api/claims/" + claimNo).json();
        assertThat(folder.at("/claim/outcome").asString()).isEqualTo("PAID");
        assertThat(folder.path("receipts")).hasSize(2);
        assertThat(lin.get("/api/cases/" + number + "/timeline").body()).contains("发起理赔", "提交理赔", "同意赔付", "赔款到账", "理赔结束");
    }

    @Test
    void theSameAnswerTwiceCountsOnce() {
        String claimNo = filed(10_000);
        says(claimNo, "AGREED", 10_000L, "A1");
        says(claimNo, "AGREED", 10_000L, "A1");
        awaitState(claimNo, "AGREED");
        says(claimNo, "RECEIVED", null, "A2");
        await().atMost(Duration.ofSeconds(20)).until(() -> lin.get("/api/claims/" + claimNo).json().path("answers").size() >= 2);
        assertThat(books(claimNo)).isEqualTo("10000 0 0 0");
        assertThat(lin.get("/api/claims/" + claimNo).json().path("answers").valueStream().filter(answer -> answer.path("verdict").asString().equals("AGREED"))).hasSize(1);
    }

    @Test
    void aPaymentWithoutAWordIsTheCarriersWord() {
        String claimNo = filed(9_000);
        pays("L1", claimNo, 9_000);
        awaitState(claimNo, "PAID");
        assertThat(books(claimNo)).isEqualTo("0 9000 0 0");
        assertThat(running(claimNo)).isFalse();
        says(claimNo, "AGREED", 9_000L, "LATE");
        await().atMost(Duration.ofSeconds(20)).until(() -> lin.get("/api/claims/" + claimNo).json().path("answers").size() == 3);
        assertThat(books(claimNo)).as("the word that comes late changes nothing").isEqualTo("0 9000 0 0");
    }

    @Test
    void aPartPaidStaysWhenTheAppealForTheRestIsDenied() {
        String claimNo = filed(20_000);
        says(claimNo, "PART", 8_000L, "P1");
        awaitState(claimNo, "TO_DECIDE");
        pays("L1", claimNo, 8_000);
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"APPEAL\",\"note\":\"少赔\"").status()).isEqualTo(200);
        assertThat(complete(lin, "fileClaimByHand", "\"reference\":\"PT2-" + tag + "\"").status()).isEqualTo(200);
        assertThat(claims(claimNo).state().name()).isEqualTo("FILED");
        assertThat(lin.get("/api/claims/" + claimNo).json().at("/filings/1/number").asString()).isEqualTo(claimNo + "-2");
        says(claimNo, "DENIED", null, "D1");
        awaitState(claimNo, "TO_DECIDE");
        assertThat(books(claimNo)).isEqualTo("0 8000 0 0");
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"ACCEPT\"").status()).isEqualTo(200);
        awaitState(claimNo, "PAID");
        assertThat(claims(claimNo).outcome()).isEqualTo("PART_PAID");
    }

    @Test
    void whatIsGrantedToAnAppealComesOnTopAndMoreThanItAskedForIsTheWhole() {
        String claimNo = filed(20_000);
        says(claimNo, "PART", 8_000L, "P1");
        awaitState(claimNo, "TO_DECIDE");
        complete(lin, "decideClaim", "\"nextStep\":\"APPEAL\"");
        complete(lin, "fileClaimByHand", "\"reference\":\"PT2-" + tag + "\"");
        says(claimNo, "PART", 5_000L, "P2");
        awaitState(claimNo, "TO_DECIDE");
        assertThat(books(claimNo)).as("8,000 and 5,000 of the remaining 12,000").isEqualTo("13000 0 0 0");
        says(claimNo, "AGREED", 20_000L, "A3");
        awaitState(claimNo, "AGREED");
        assertThat(books(claimNo)).as("the whole, in a word about the appeal").isEqualTo("20000 0 0 0");
    }

    @Test
    void aRefusalOfTheClaimSaysNothingOfItsAppeal() {
        String claimNo = filed(20_000);
        says(claimNo, "DENIED", null, "D1");
        awaitState(claimNo, "TO_DECIDE");
        complete(lin, "decideClaim", "\"nextStep\":\"APPEAL\"");
        complete(lin, "fileClaimByHand", "\"reference\":\"PT2-" + tag + "\"");
        tx.executeWithoutResult(status -> hearing.take(new CarrierAnswered(claimNo, number, SHOP, CarrierRequest.Kind.CLAIM,
                CarrierAnswered.Verdict.DENIED, null, "D2", "again", clock.instant()), JdbcFilings.Answer.Source.CARRIER));
        assertThat(claims(claimNo).state().name()).isEqualTo("FILED");
        assertThat(task("decideClaim")).isEmpty();
    }

    @Test
    void moreThanIsOwedStandsInAnAccountThatShouldBeZero() {
        String claimNo = filed(5_000);
        says(claimNo, "AGREED", 5_000L, "A1");
        awaitState(claimNo, "AGREED");
        pays("L1", claimNo, 6_000);
        awaitState(claimNo, "PAID");
        assertThat(books(claimNo)).isEqualTo("0 6000 -1000 0");
        tells(Map.of("lineId", "R1" + tag, "reverses", "L1" + tag, "amount", Map.of("minor", 1_000, "currency", "CNY")));
        assertThat(books(claimNo)).isEqualTo("0 5000 0 0");
        assertThat(claims(claimNo).state().name()).isEqualTo("PAID");
    }

    @Test
    void moneyTakenBackIsOwedAgainAndChased() {
        String claimNo = filed(5_000);
        says(claimNo, "AGREED", 5_000L, "A1");
        awaitState(claimNo, "AGREED");
        pays("L1", claimNo, 5_000);
        awaitState(claimNo, "PAID");
        tells(Map.of("lineId", "R1" + tag, "reverses", "L1" + tag, "amount", Map.of("minor", 5_000, "currency", "CNY")));
        assertThat(books(claimNo)).isEqualTo("5000 0 0 0");
        awaitState(claimNo, "AGREED");
        assertThat(task("chaseMoney")).isPresent();
        pays("L2", claimNo, 5_000);
        awaitState(claimNo, "PAID");
        assertThat(task("chaseMoney")).isEmpty();
    }

    @Test
    void whatIsGivenUpIsBookedOffByTwoPeople() {
        String claimNo = filed(30_000);
        says(claimNo, "PART", 10_000L, "P1");
        awaitState(claimNo, "TO_DECIDE");
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"WRITE_OFF\"").status()).as("a reason is asked for").isEqualTo(422);
        assertThat(complete(lin, "decideClaim", "\"nextStep\":\"WRITE_OFF\",\"note\":\"承运商已停业\"").status()).isEqualTo(200);
        Visitor xu = Visitor.as("xu", port);
        assertThat(complete(xu, "approveWriteOff", "\"approval\":\"approved\"").status()).isEqualTo(200);
        awaitState(claimNo, "WRITTEN_OFF");
        assertThat(books(claimNo)).isEqualTo("0 0 0 10000");
        pays("L1", claimNo, 4_000);
        assertThat(books(claimNo)).as("late money takes the giving-up back").isEqualTo("0 4000 0 6000");
    }

    @Test
    void twoClaimsOfOneCaseAreAnsweredAndPaidInAnyOrder() {
        String lost = claim(number, "W1" + tag, Fault.LOST, 3_000);
        complete(lin, "fileClaimByHand", "\"reference\":\"Q1" + tag + "\"");
        awaitState(lost, "FILED");
        String broken = claim(number, "W2" + tag, Fault.DAMAGED, 4_000);
        complete(lin, "fileClaimByHand", "\"reference\":\"Q2" + tag + "\"");
        awaitState(broken, "FILED");
        pays("L2", broken, 4_000);
        awaitState(broken, "PAID");
        assertThat(claims(lost).state().name()).isEqualTo("FILED");
        says(lost, "AGREED", 3_000L, "A1");
        awaitState(lost, "AGREED");
        tells(Map.of("lineId", "L1" + tag, "waybill", "W1" + tag, "amount", Map.of("minor", 3_000, "currency", "CNY")));
        awaitState(lost, "PAID");
        assertThat(books(lost) + " | " + books(broken)).isEqualTo("0 3000 0 0 | 0 4000 0 0");
    }

    @Test
    void aLineThatNamesNoClaimWaitsForAPersonAndIsBookedOnce() {
        String claimNo = filed(7_000);
        tells(Map.of("lineId", "X1" + tag, "words", "11 月理赔款", "amount", Map.of("minor", 7_000, "currency", "CNY")));
        tells(Map.of("lineId", "X2" + tag, "words", "返利", "amount", Map.of("minor", 100, "currency", "CNY")));
        Visitor xu = Visitor.as("xu", port);
        JsonNode open = xu.get("/api/carrier-receipts?limit=200").json().path("items");
        String id = open.valueStream().filter(line -> line.at("/line/lineId").asString().equals("X1" + tag)).findFirst().orElseThrow().path("id").asString();
        String other = open.valueStream().filter(line -> line.at("/line/lineId").asString().equals("X2" + tag)).findFirst().orElseThrow().path("id").asString();
        assertThat(xu.get("/api/carrier-receipts/" + id + "/candidates").json().at("/0/claimNo").asString()).as("the nearest amount of this carrier").isEqualTo(claimNo);
        assertThat(lin.get("/api/carrier-receipts/" + id + "/candidates").status()).isEqualTo(403);
        assertThat(xu.post("/api/carrier-receipts/" + id + "/match", "{\"claimNo\":\"CNOBODY\"}").status()).isEqualTo(422);
        assertThat(lin.post("/api/carrier-receipts/" + id + "/match", "{\"claimNo\":\"" + claimNo + "\"}").status()).isEqualTo(403);
        assertThat(xu.post("/api/carrier-receipts/" + id + "/match", "{\"claimNo\":\"" + claimNo + "\"}").status()).isEqualTo(200);
        assertThat(xu.post("/api/carrier-receipts/" + id + "/match", "{\"claimNo\":\"" + claimNo + "\"}").status()).isEqualTo(409);
        awaitState(claimNo, "PAID");
        assertThat(xu.post("/api/carrier-receipts/" + other + "/dismiss", "{\"reason\":\"运费返利\"}").json().path("state").asString()).isEqualTo("DISMISSED");
        assertThat(xu.get("/api/carrier-receipts?limit=200").body()).doesNotContain("X1" + tag, "X2" + tag);
    }

    @Test
    void moreEvidenceGoesUnderANumberOfItsOwnWithWhatIsNewOnly() {
        String claimNo = filed(7_000);
        says(claimNo, "ASKS_MORE", null, "M1");
        awaitState(claimNo, "MORE_ASKED");
        assertThat(complete(lin, "supplyClaimEvidence", "").status()).as("nothing new").isEqualTo(422);
        assertThat(complete(lin, "supplyClaimEvidence", "\"note\":\"外箱照片已在首次提交\"").status()).isEqualTo(200);
        assertThat(complete(lin, "fileClaimByHand", "\"reference\":\"PT3" + tag + "\"").status()).isEqualTo(200);
        assertThat(lin.get("/api/claims/" + claimNo).json().at("/filings/1/kind").asString()).isEqualTo("SUPPLEMENT");
        says(claimNo, "AGREED", null, "A9");
        awaitState(claimNo, "AGREED");
        assertThat(books(claimNo)).isEqualTo("7000 0 0 0");
    }

    @Test
    void aClaimIsComplainedOfAtThePostalAuthorityWhichMakesTheCarrierPay() {
        String claimNo = filed(7_000);
        says(claimNo, "DENIED", null, "D1");
        awaitState(claimNo, "TO_DECIDE");
        complete(lin, "decideClaim", "\"nextStep\":\"COMPLAIN\"");
        await().atMost(Duration.ofSeconds(20)).until(() -> task("complainToPost").isPresent());
        JsonNode form = lin.get("/api/tasks/" + task("complainToPost").orElseThrow().path("taskId").asString()).json().path("data");
        assertThat(form.path("paste").asString()).contains("WB" + tag, "诉求", claimNo);
        assertThat(form.path("complainBy").asString()).startsWith(posted.atZone(ZoneId.of("Asia/Shanghai")).plusYears(1).toLocalDate().toString());
        complete(lin, "complainToPost", "\"complaintNo\":\"12305-" + tag + "\"");
        awaitState(claimNo, "COMPLAINED");
        assertThat(complete(lin, "noteAuthorityAnswer", "\"authority\":\"pays\",\"amount\":\"abc\",\"note\":\"电话告知\"").status()).isEqualTo(422);
        assertThat(complete(lin, "noteAuthorityAnswer", "\"authority\":\"pays\",\"amount\":\"65.00\",\"note\":\"电话告知\"").status()).isEqualTo(200);
        awaitState(claimNo, "AGREED");
        assertThat(books(claimNo)).isEqualTo("6500 0 0 0");
        pays("L1", claimNo, 6_500);
        awaitState(claimNo, "PAID");
    }

    @Test
    void aWordThatComesWhileAWriteOffIsWeighedEndsTheWeighing() {
        String claimNo = filed(7_000);
        says(claimNo, "DENIED", null, "D1");
        awaitState(claimNo, "TO_DECIDE");
        complete(lin, "decideClaim", "\"nextStep\":\"WRITE_OFF\",\"note\":\"不追了\"");
        await().atMost(Duration.ofSeconds(20)).until(() -> task("approveWriteOff").isPresent());
        says(claimNo, "AGREED", 7_000L, "A1");
        awaitState(claimNo, "AGREED");
        assertThat(task("approveWriteOff")).isEmpty();
        assertThat(books(claimNo)).isEqualTo("7000 0 0 0");
    }

    @Test
    void nobodyElsesShopSeesTheClaim() {
        String claimNo = filed(7_000);
        assertThat(Visitor.as("lin", port).get("/api/claims/" + claimNo).status()).isEqualTo(200);
        assertThat(lin.get("/api/claims/CNOTTHERE").status()).isEqualTo(404);
        assertThat(lin.get("/api/claims?q=" + claimNo).json().path("items")).hasSize(1);
        assertThat(lin.get("/api/claims?state=open&carrier=" + carrier).json().at("/items/0/claimNo").asString()).isEqualTo(claimNo);
        assertThat(lin.get("/api/claims?state=nonsense").status()).isEqualTo(400);
    }
}

package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A parcel that was claimed as lost turns up: before the claim went out, after it, and after it was paid. */
@RoomTest
class FoundParcelRoomTest extends ClaimStory {

    @Test
    void aClaimThatWasNotFiledYetIsTakenBackByItself() {
        String claimNo = claim(number, "WB" + tag, Fault.LOST, 9_000);
        await().atMost(Duration.ofSeconds(20)).until(() -> task("fileClaimByHand").isPresent());
        scanned("OUT_FOR_DELIVERY");
        scanned("DELIVERED");
        awaitState(claimNo, "WITHDRAWN");
        assertThat(claims(claimNo).outcome()).isEqualTo("FOUND");
        assertThat(claims(claimNo).times().foundAt()).isNotNull();
        assertThat(task("fileClaimByHand")).as("nobody files it any more").isEmpty();
        assertThat(running(claimNo)).isFalse();
        assertThat(timeline()).contains("包裹找到了（承运商扫描：已签收），理赔尚未提交，自动撤回", "理赔已撤回：包裹已找到");
        assertThat(audited(claimNo)).contains("CLAIM_PARCEL_FOUND", "CLAIM_WITHDRAWN");
        assertThat(toCarrier(claimNo)).as("the carrier never had it").isEmpty();
        scanned("DELIVERED");
        String again = claim(number, "WB" + tag, Fault.LOST, 9_000);
        assertThat(again).as("the scan was wrong: it is claimed anew").isNotEqualTo(claimNo);
    }

    @Test
    void ofAFiledOneAPersonSaysAndTheCarrierIsTold() {
        String claimNo = filed(9_000);
        scanned("RETURNED");
        JsonNode form = form("settleFoundParcel");
        assertThat(form.path("claimNo").asString()).isEqualTo(claimNo);
        assertThat(form.path("sighting").asString()).contains("杭州");
        assertThat(claims(claimNo).state().name()).as("until then it stands as it stood").isEqualTo("FILED");
        scanned("DELIVERED");
        assertThat(complete(lin, "settleFoundParcel", "\"claimStep\":\"TAKE_BACK\"").status()).isEqualTo(200);
        awaitState(claimNo, "WITHDRAWN");
        assertThat(running(claimNo)).isFalse();
        assertThat(task("settleFoundParcel")).as("two scans are one question").isEmpty();
        assertThat(toCarrier(claimNo)).containsExactly("WITHDRAW BY_HAND");
        assertThat(timeline()).contains("请决定理赔去留", "包裹已找到，撤回理赔");

        says(claimNo, "AGREED", 9_000L, "LATE");
        await().atMost(Duration.ofSeconds(20)).until(() -> lin.get("/api/claims/" + claimNo).body().contains("LATE"));
        assertThat(books(claimNo)).as("what is said late is not owed").isEqualTo("0 0 0 0");
        pays("L1", claimNo, 9_000);
        awaitState(claimNo, "TO_RETURN");
        assertThat(books(claimNo)).as("and what is paid late is not ours").isEqualTo("0 9000 -9000 0");
        Visitor xu = Visitor.as("xu", port);
        assertThat(complete(xu, "returnClaimMoney", "\"moneyStep\":\"GIVEN_BACK\"").status()).as("a payment has a number").isEqualTo(422);
        assertThat(complete(xu, "returnClaimMoney", "\"moneyStep\":\"GIVEN_BACK\",\"payment\":\"BK-" + tag + "\"").status()).isEqualTo(200);
        awaitState(claimNo, "WITHDRAWN");
        assertThat(books(claimNo)).isEqualTo("0 0 0 0");
        tells(Map.of("lineId", "R1" + tag, "reverses", "L1" + tag, "amount", Map.of("minor", 9_000, "currency", "CNY")));
        assertThat(books(claimNo)).as("money that went back is not taken a second time").isEqualTo("0 0 0 0");
        assertThat(xu.get("/api/carrier-receipts?limit=200").body()).as("a person looks at that line").contains("R1" + tag);
    }

    @Test
    void aClaimThatGoesOnHasAReasonAndIsPaidAsAnyOther() {
        String claimNo = filed(9_000);
        scanned("DELIVERED");
        assertThat(complete(lin, "settleFoundParcel", "\"claimStep\":\"KEEP\"").status()).isEqualTo(422);
        assertThat(complete(lin, "settleFoundParcel", "\"claimStep\":\"KEEP\",\"note\":\"外箱破损，货已碎\"").status()).isEqualTo(200);
        assertThat(running(claimNo)).isTrue();
        assertThat(toCarrier(claimNo)).as("the claim itself, and nothing that takes it back").noneMatch(each -> each.startsWith("WITHDRAW"));
        says(claimNo, "AGREED", 9_000L, "A1");
        awaitState(claimNo, "AGREED");
        pays("L1", claimNo, 9_000);
        awaitState(claimNo, "PAID");
        assertThat(lin.get("/api/claims/" + claimNo).json().path("decisions").findValuesAsString("what")).contains("FOUND_KEEP");
    }

    @Test
    void whatWasPaidGoesBackByTheCarriersStatement() {
        String claimNo = paid(9_000);
        assertThat(found(claimNo, "").status()).as("where is it?").isEqualTo(422);
        assertThat(found(claimNo, "网点来电：在中转站找到").status()).isEqualTo(202);
        assertThat(found(claimNo, "网点来电：在中转站找到").status()).as("again is no news").isEqualTo(202);
        assertThat(form("settleFoundParcel").path("sighting").asString()).contains("网点来电：在中转站找到");
        assertThat(complete(lin, "settleFoundParcel", "\"claimStep\":\"TAKE_BACK\"").status()).as("no scan tells of it: two people give the money up").isEqualTo(403);
        assertThat(complete(Visitor.as("chen", port), "settleFoundParcel", "\"claimStep\":\"TAKE_BACK\"").status()).isEqualTo(200);
        awaitState(claimNo, "TO_RETURN");
        assertThat(books(claimNo)).isEqualTo("0 9000 -9000 0");
        assertThat(form("returnClaimMoney").path("toReturn").asString()).contains("90.00");
        tells(Map.of("lineId", "R1" + tag, "reverses", "L1" + tag, "amount", Map.of("minor", 4_000, "currency", "CNY")));
        assertThat(claims(claimNo).state().name()).as("a part is not all").isEqualTo("TO_RETURN");
        tells(Map.of("lineId", "R2" + tag, "reverses", "L1" + tag, "amount", Map.of("minor", 5_000, "currency", "CNY")));
        awaitState(claimNo, "WITHDRAWN");
        assertThat(books(claimNo)).isEqualTo("0 0 0 0");
        assertThat(task("returnClaimMoney")).isEmpty();
        assertThat(running(claimNo)).isFalse();
        assertThat(timeline()).contains("包裹找到了（", "网点来电：在中转站找到", "待退赔款", "赔款已退回，理赔结束");
    }

    @Test
    void orItIsKeptByAgreement() {
        String claimNo = paid(9_000);
        scanned("DELIVERED");
        complete(lin, "settleFoundParcel", "\"claimStep\":\"TAKE_BACK\"");
        awaitState(claimNo, "TO_RETURN");
        Visitor xu = Visitor.as("xu", port);
        assertThat(complete(xu, "returnClaimMoney", "\"moneyStep\":\"KEPT\"").status()).isEqualTo(422);
        assertThat(complete(xu, "returnClaimMoney", "\"moneyStep\":\"KEPT\",\"note\":\"合同：赔付后找到的件归寄件人\"").status()).isEqualTo(200);
        awaitState(claimNo, "PAID");
        assertThat(claims(claimNo).outcome()).isEqualTo("KEPT");
        assertThat(books(claimNo)).isEqualTo("0 9000 0 0");
        assertThat(running(claimNo)).isFalse();
    }

    @Test
    void onlyWhatWasLostCanBeFoundAndOnlyByThoseWhoMay() {
        String broken = claim(number, "WB" + tag, Fault.DAMAGED, 4_000);
        assertThat(found(broken, "在这里").status()).isEqualTo(409);
        scanned("DELIVERED");
        await().pollDelay(Duration.ofMillis(300)).atMost(Duration.ofSeconds(20)).until(() -> task("fileClaimByHand").isPresent());
        assertThat(claims(broken).state().name()).as("a broken parcel was there all along").isEqualTo("OPEN");
        assertThat(Visitor.as("he", port).post("/api/claims/" + broken + "/found", "{\"words\":\"在这里\"}").status()).isEqualTo(403);
        assertThat(found("CNOTTHERE", "在这里").status()).isEqualTo(404);
    }

    private String paid(long loss) {
        String claimNo = filed(loss);
        says(claimNo, "AGREED", loss, "A1");
        awaitState(claimNo, "AGREED");
        pays("L1", claimNo, loss);
        awaitState(claimNo, "PAID");
        return claimNo;
    }

    private Answer found(String claimNo, String words) {
        return lin.post("/api/claims/" + claimNo + "/found", "{\"words\":\"" + words + "\"}");
    }

    private void scanned(String code) {
        assertThat(intake.deliver(SHOP, "test", "tracking", JSON.valueToTree(Map.of("eventId", code + "-" + System.nanoTime(), "carrier", carrier, "waybill", "WB" + tag,
                "code", code, "at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "place", "杭州转运中心", "text", "快件状态 " + code))).rejected()).isZero();
    }

    private JsonNode form(String task) {
        await("task " + task).atMost(Duration.ofSeconds(20)).until(() -> task(task).isPresent());
        return lin.get("/api/tasks/" + task(task).orElseThrow().path("taskId").asString()).json().path("data");
    }

    private String timeline() {
        return lin.get("/api/cases/" + number + "/timeline").body();
    }

    /** What carriers were asked under numbers of this claim beside the claim and its appeals. */
    private List<String> toCarrier(String claimNo) {
        return tx.execute(status -> sql.sql("select kind || ' ' || state from carriers.request where number = :no").param("no", claimNo + "-W").query(String.class).list());
    }

    private List<String> audited(String claimNo) {
        return tx.execute(status -> sql.sql("select action from security.audit where object_id = :no order by seq").param("no", claimNo).query(String.class).list());
    }
}

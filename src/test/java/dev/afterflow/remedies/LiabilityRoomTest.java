package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.database.Fence;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Liability through the whole house: facts of order, parcel and pictures, the buyer's evidence, a person's finding, recourse. */
@RoomTest
class LiabilityRoomTest extends Bench {

    @Autowired
    ManagementService management;
    @Autowired
    ApplicationEventPublisher events;

    @Test
    void aDefectIsShownByTheBuyerAndBecomesTheSuppliersWithRecourse() {
        String number = complains("L1", "一洗就掉毛");
        settles(number, "QUALITY");
        assertThat(liabilities.of(number)).get().extracting(Liability::state).isEqualTo(Liability.State.AWAITING_EVIDENCE);
        until("buyer asked", () -> rows("select subject from sandbox.buyer_message where order_no = 'L1' and :case <> ''", number)
                .contains("我们正在核实您的售后申请"));

        attaches("lin", number);

        until("settled", () -> liabilities.of(number).filter(Liability::settled).isPresent());
        JsonNode view = view(number);
        assertThat(view.at("/liability/party").asString()).isEqualTo("SUPPLIER");
        assertThat(view.at("/liability/basisZh").asString()).contains("产品质量法40");
        assertThat(view.at("/liability/clear").asBoolean()).isTrue();
        assertThat(view.at("/liability/returnFreightPayer").asString()).isEqualTo("seller");
        assertThat(view.at("/liability/by").asString()).isEqualTo("rule");
        assertThat(view.at("/recourse/name").asString()).isEqualTo("云锦纺织");
        assertThat(view.at("/recourse/amount/minor").asLong()).isEqualTo(20_000);
        assertThat(view.at("/recourse/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void evidenceThatStandsAlreadyIsNotAskedFor() {
        String number = complains("L2", "有裂纹");
        attaches("lin", number);
        settles(number, "QUALITY");

        assertThat(liabilities.of(number)).get().satisfies(settled -> {
            assertThat(settled.settled()).isTrue();
            assertThat(settled.evidenceAskedAt()).isNull();
        });
    }

    @Test
    void evidenceAfterTheEndChangesNothing() {
        String number = complains("L3", "不喜欢");
        settles(number, "NO_REASON");
        assertThat(liabilities.of(number)).get().satisfies(settled -> {
            assertThat(settled.party()).isEqualTo(Party.BUYER);
            assertThat(settled.freight().wayBack()).isEqualTo(Liability.Payer.BUYER);
            assertThat(settled.freight().outbound()).isEqualTo(Liability.Payer.SELLER);
        });

        attaches("lin", number);

        until("event taken", () -> openEvents(number) == 0);
        assertThat(rows("select party from remedies.finding where case_number = :case", number)).containsExactly("BUYER");
    }

    @Test
    void thePackingRecordSparesTheBuyerTheQuestion() {
        String number = complains("L4", "少了一条");
        tell("packing", """
                {"waybill":"SF-L4","version":"1","weightGrams":900,"packedAt":"%s","pictures":[],"lines":[{"lineId":"9","quantity":1}]}""".formatted(days(3)));
        settles(number, "SHORT");

        assertThat(view(number).at("/liability/party").asString()).isEqualTo("WAREHOUSE");
        assertThat(view(number).at("/recourse/name").asString()).isEqualTo("warehouse");
    }

    @Test
    void whoeverIsSilentIsJudgedByAPersonNotRefused() {
        String number = complains("L5", "颜色不对");
        settles(number, "NOT_AS_DESCRIBED");
        management.executeJob(transaction.execute(status -> timer(number)));

        assertThat(liabilities.of(number)).get().extracting(Liability::state).isEqualTo(Liability.State.UNCLEAR);
        JsonNode item = item("lin", number, "settleLiability").orElseThrow();
        JsonNode form = as("lin").get("/api/tasks/" + item.path("taskId").asString()).json();
        assertThat(form.at("/data/reason").asString()).isEqualTo("描述不符");
        assertThat(form.at("/data/known").asString()).isEqualTo("快递显示已签收");

        Visitor.Answer blamed = completes("lin", number, "settleLiability", Map.of("party", "BUYER", "note", "没有凭证"));
        assertThat(blamed.status()).isEqualTo(422);
        assertThat(blamed.json().path("rule").asString()).isEqualTo("proofNeeded");

        assertThat(completes("lin", number, "settleLiability", Map.of("party", "OPERATIONS", "note", "页面色差说明缺失")).status()).isEqualTo(200);
        JsonNode view = view(number);
        assertThat(view.at("/liability/party").asString()).isEqualTo("OPERATIONS");
        assertThat(view.at("/liability/byName").asString()).isEqualTo("林小满");
        assertThat(view.at("/liability/returnFreightPayer").asString()).isEqualTo("seller");
        assertThat(rows("select party || ' ' || person from remedies.finding where case_number = :case order by id", number))
                .containsExactly("UNCLEAR system", "OPERATIONS lin");
    }

    @Test
    void aClaimOfCounterfeitWaitsForTheLegalTeamOnly() {
        String number = complains("L6", "假货");
        settles(number, "COUNTERFEIT");

        assertThat(item("gu", number, "settleLiability")).isPresent();
        assertThat(completes("lin", number, "settleLiability", Map.of("party", "SELLER", "note", "核实")).status()).isEqualTo(403);
        assertThat(completes("gu", number, "settleLiability", Map.of("party", "SELLER", "note", "授权链条缺失")).status()).isEqualTo(200);
        assertThat(liabilities.of(number)).get().extracting(Liability::settled).isEqualTo(true);
    }

    @Test
    void onlyAPersonSettlesWhatIsUnclear() {
        String number = complains("L7", "假货");
        settles(number, "COUNTERFEIT");

        assertThatThrownBy(() -> liabilities.settle(number, Party.SELLER, "机器", List.of(), Who.SYSTEM)).isInstanceOf(Problem.class)
                .hasMessageContaining("remedies.personNeeded");
    }

    @Test
    void aWeighingAnewDropsTheRecourseThatNoLongerHolds() {
        String number = complains("L8", "坏了");
        attaches("lin", number);
        settles(number, "QUALITY");
        assertThat(view(number).at("/recourse/party").asString()).isEqualTo("SUPPLIER");

        settles(number, "NO_REASON");

        assertThat(view(number).path("recourse").isNull()).isTrue();
        assertThat(rows("select state from remedies.recourse where case_number = :case", number)).containsExactly("DROPPED");
    }

    @Test
    void liabilityOfAnotherShopDoesNotExist() {
        String number = complains("L9", "不喜欢");
        settles(number, "NO_REASON");

        assertThat(liabilities.of(number)).isPresent();
        assertThat(Fence.within(List.of("elsewhere"), () -> liabilities.of(number))).isEmpty();
        assertThat(Fence.within(List.of("elsewhere"), () -> remedies.options(number))).isEmpty();
    }

    @Test
    void noMessageToTheBuyerBlamesAnybody() {
        String number = complains("L10", "破了");
        settles(number, "DAMAGED");

        until("buyer asked", () -> !rows("select text from sandbox.buyer_message where order_no = 'L10' and :case <> ''", number).isEmpty());
        assertThat(rows("select text from sandbox.buyer_message where order_no = 'L10' and :case <> ''", number)).singleElement().asString()
                .contains("外箱各面").containsPattern("请在 \\d+月\\d+日 \\d\\d:\\d\\d 前").doesNotContain("责任", "人为", "您的原因", "举证");
    }

    @Test
    void evidenceThatComesWhileItIsWeighedIsNeverMissed() throws Exception {
        for (int round = 0; round < 8; round++) {
            String number = complains("L11-" + round, "有裂纹");
            as("lin");
            AtOnce.all(List.of(() -> {
                settles(number, "QUALITY");
                return 1;
            }, () -> {
                attaches("lin", number);
                return 2;
            }));

            until("settled", () -> liabilities.of(number).filter(Liability::settled).isPresent());
            assertThat(liabilities.of(number)).get().extracting(Liability::party).isEqualTo(Party.SUPPLIER);
        }
    }

    @Test
    void evidenceForARequestTakenBackWakesNobodyAndIsNotTriedForEver() {
        String number = complains("L12", "有裂纹");
        settles(number, "QUALITY");
        transaction.executeWithoutResult(status -> {
            runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number)
                    .processDefinitionKey("settle-liability").singleResult().getId(), "withdrawn");
            events.publishEvent(new RequestChanged(number, shop, RequestChanged.Change.WITHDRAWN));
        });
        until("withdrawn", () -> liabilities.of(number).filter(known -> known.state() == Liability.State.WITHDRAWN).isPresent());

        attaches("lin", number);

        until("events taken", () -> openEvents(number) == 0);
        settles(number, "QUALITY");
        assertThat(liabilities.of(number)).get().extracting(Liability::settled).isEqualTo(true);
    }

    private String timer(String number) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("settle-liability")
                .singleResult().getId();
        return management.createJobQuery().processInstanceId(instance).timers().singleResult().getId();
    }

    private long openEvents(String number) {
        return transaction.execute(status -> sql.sql("""
                select count(*) from dispatch.event_publication where serialized_event like '%' || :number || '%'
                  and listener_id like '%RemedyProcess%'
                """).param("number", number).query(Long.class).single());
    }
}

package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterflow.RoomTest;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.IncompleteEventPublications;

/** What goes wrong on the way: money that does not arrive, buyers who change their mind, people who may not. */
@RoomTest
class ReturnsTroubleRoomTest extends CounterRoom {

    @Autowired
    Reviewing reviewing;
    @Autowired
    JdbcReturns store;
    @Autowired
    JdbcAnswers answers;
    @Autowired
    Gathering gathering;
    @Autowired
    Homecoming homecoming;
    @Autowired
    Authority authority;
    @Autowired
    Urgency urgency;
    @Autowired
    Cases cases;
    @Autowired
    Payments payments;
    @Autowired
    Timeline timeline;
    @Autowired
    Audit audit;
    @Autowired
    RuntimeService runtime;
    @Autowired
    IncompleteEventPublications publications;

    @Test
    void aRejectedRefundGoesToFinanceAndIsPaidUnderTheNextNumber() {
        counter.sells("X1", 9_900, true);
        counter.plans("X1-1", "REFUSE");
        String number = counter.asks("X1", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        counter.until("finance is asked", () -> counter.has("xu", number, "resolvePayout"));
        assertThat(counter.moneyLog("X1")).isEmpty();
        assertThat(counter.opened("xu", number, "resolvePayout").at("/data/payments").asString()).contains("被拒绝");

        counter.plans("X1-1", "NONE");
        assertThat(counter.completes("xu", number, "resolvePayout", Map.of("resolution", "again")).status()).isEqualTo(200);

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("X1")).containsExactly(9_900L);
        assertThat(payments.of(number)).extracting("state").containsExactly("REJECTED", "SUCCEEDED");
    }

    @Test
    void aPayoutThatFinancePaysItselfNeedsItsProof() {
        counter.sells("X2", 9_900, true);
        counter.plans("X2-1", "CLOSE");
        String number = counter.asks("X2", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        counter.until("finance is asked", () -> counter.has("xu", number, "resolvePayout"));

        assertThat(counter.completes("xu", number, "resolvePayout", Map.of("resolution", "otherwise")).status()).isEqualTo(422);
        assertThat(counter.completes("xu", number, "resolvePayout", Map.of("resolution", "check")).status()).isEqualTo(200);
        String proof = counter.attaches("xu", number);
        assertThat(counter.completes("xu", number, "resolvePayout", Map.of("resolution", "otherwise", "evidence", List.of(proof))).status()).isEqualTo(200);

        counter.untilClosed(number, "OTHERWISE");
        assertThat(counter.messages("X2")).doesNotContain("退款已到账");
    }

    @Test
    void aBuyerMayWithdrawWhileTheRefundWaitsForApproval() {
        counter.sells("X3", 29_900, true);
        String number = counter.asks("X3", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "299.00"));
        counter.asks("X3", "未收到货", "2", "WITHDRAWN");

        counter.untilClosed(number, "WITHDRAWN");
        assertThat(counter.moneyLog("X3")).isEmpty();
    }

    @Test
    void aRequestThePlatformClosesIsClosedWithoutAMessageOfOurs() {
        counter.sells("X4", 9_900, true);
        String number = counter.asks("X4", "未收到货", "1", "OPEN");
        counter.asks("X4", "未收到货", "2", "CLOSED");

        counter.untilClosed(number, "PLATFORM_CLOSED");
        assertThat(counter.messages("X4")).doesNotContain("您的售后申请已撤销");
    }

    @Test
    void aWithdrawalThatCannotBeHeardYetIsDeliveredAgain() {
        counter.sells("X5", 9_900, true);
        String number = counter.asks("X5", "未收到货", "1", "OPEN");
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list()
                .forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
        counter.asks("X5", "未收到货", "2", "WITHDRAWN");
        counter.until("the event stays open", () -> counter.openEvents(number) == 1);
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.REVIEW);

        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list()
                .forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
        counter.until("delivered again", () -> {
            publications.resubmitIncompletePublications(event -> event.getEvent().toString().contains(number));
            return "CLOSED".equals(counter.stateOf(number));
        });
    }

    @Test
    void aSecondRequestForAnOrderThatIsPaidBackMayBeRefusedBecauseNothingIsLeft() {
        counter.sells("X6", 9_900, true);
        String first = counter.asks("X6", "未收到货", "1", "OPEN");
        counter.completes("lin", first, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        counter.untilClosed(first, "REFUNDED");

        String second = counter.asks("X6", "未收到货", "2", "REOPENED");
        assertThat(second).isNotEqualTo(first);
        assertThat(counter.completes("lin", second, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")).json()
                .path("rule").asString()).isEqualTo("range");
        assertThat(counter.completes("lin", second, "reviewRequest", Map.of("decision", "refuse", "ground", "NOTHING_LEFT",
                "words", "款项已于此前全部退回")).status()).isEqualTo(200);
        assertThat(counter.moneyLog("X6")).containsExactly(9_900L);
    }

    @Test
    void aBuyerWhoWritesBackIsReviewedAgain() {
        counter.sells("X7", 9_900, true);
        String number = counter.asks("X7", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "askEvidence", "words", "请拍照"));
        counter.writes(number, "照片在聊天里");

        counter.until("reviewed again", () -> counter.has("lin", number, "reviewRequest"));
    }

    @Test
    void theOneWhoReviewedDoesNotApproveExceptInASmallTeamWhoSaysSoTwice() {
        counter.sells("X8", 29_900, true);
        String number = counter.asks("X8", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "299.00"));
        Who alone = new Who(7, "lin", "林小满", Set.of(Role.AGENT, Role.LEAD), Set.of(counter.shop), Set.of("returns-leads"), "zh-CN", Who.Kind.PERSON);

        assertThat(refused(false, number, true, alone).code()).isEqualTo("returns.fourEyes");
        assertThat(refused(true, number, false, alone).getBody().getProperties()).containsEntry("rule", "confirmAgain");
        transaction.executeWithoutResult(status -> payout(true).approve(number, true, alone));
        assertThat(returns.find(number)).get().extracting(known -> known.approval().approver()).isEqualTo("lin");
    }

    @Test
    void aKeyOrTheProductItselfRefusesNobody() {
        counter.sells("X9", 9_900, true, List.of("1"), Counter.days(1));
        String number = counter.asks("X9", "未收到货", "1", "OPEN");
        Reviewing.Typed typed = new Reviewing.Typed(null, false, "DELIVERY_PROOF", null, "不同意", null, List.of("file"));

        Problem problem = catchThrowableOfType(Problem.class, () -> reviewing.refuse(number, typed, Who.SYSTEM));
        assertThat(problem.code()).isEqualTo("returns.personNeeded");
    }

    @Test
    void aShopSetsItsOwnLimits() {
        Visitor owner = counter.as("owner");
        String path = "/api/approval-limits/" + counter.shop;
        assertThat(owner.get(path).json().path("AGENT").asLong()).isEqualTo(10_000);
        assertThat(counter.as("lin").put(path, "{\"AGENT\":1,\"LEAD\":2,\"SUPERVISOR\":3,\"MANAGER\":4}").status()).isEqualTo(403);
        assertThat(owner.put(path, "{\"AGENT\":5000,\"LEAD\":2000,\"SUPERVISOR\":3000,\"MANAGER\":4000}").status()).isEqualTo(422);

        Counter own = new Counter(shops, intake, json, sql, transaction, port);
        String mine = "/api/approval-limits/" + own.shop;
        assertThat(owner.put(mine, "{\"AGENT\":100,\"LEAD\":30000,\"SUPERVISOR\":50000,\"MANAGER\":200000}").status()).isEqualTo(200);
        own.sells("X10", 9_900, true);
        String number = own.asks("X10", "未收到货", "1", "OPEN");
        own.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        assertThat(own.has("zhou", number, "approveRefund")).isTrue();
    }

    private Problem refused(boolean smallTeam, String number, boolean confirmed, Who who) {
        return catchThrowableOfType(Problem.class,
                () -> transaction.executeWithoutResult(status -> payout(smallTeam).approve(number, confirmed, who)));
    }

    private Payout payout(boolean smallTeam) {
        return new Payout(store, answers, gathering, homecoming, authority, urgency, cases, payments, timeline, audit, smallTeam);
    }
}

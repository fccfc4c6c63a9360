package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnTest {

    private final Return begun = Return.begun("RT-1", "shop", "O-1", "CNY", "REFUND_ONLY|");

    @Test
    void aRequestIsReviewedAgreedDecidedAndRefunded() {
        Return refunded = begun.answered(Return.State.AGREED, new Money(100, "CNY"), Return.Answer.NONE).decided().to(Return.State.REFUNDED);

        assertThat(refunded.agreed()).isEqualTo(new Money(100, "CNY"));
        assertThat(refunded.refundSeq()).isEqualTo(1);
        assertThat(refunded.state().isEnd()).isTrue();
    }

    @Test
    void whatIsLookedAtAnewIsNoLongerAgreed() {
        assertThat(begun.answered(Return.State.AGREED, new Money(100, "CNY"), Return.Answer.NONE).anew("EXCHANGE|").agreed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"REVIEW,DECIDED", "REVIEW,REFUNDED", "REFUSED,AGREED", "REFUSED,DECIDED", "ASKED,REFUSED", "AGREED,REFUSED",
        "AGREED,REFUNDED", "DECIDED,WITHDRAWN", "DECIDED,REVIEW", "DECIDED,REFUSED", "REFUNDED,REVIEW", "WITHDRAWN,REVIEW",
        "OTHERWISE,DECIDED", "PLATFORM_CLOSED,AGREED", "GOODS,DECIDED", "GOODS,OFFERED", "REPLACED,AGREED", "PLATFORM_PAID,DECIDED",
        "OFFERED,REFUSED", "SILENT,REVIEW", "DECIDED,PLATFORM_PAID"})
    void anImpossibleMoveIsRefused(Return.State from, Return.State next) {
        Return there = new Return("RT-1", "shop", "O-1", from, "CNY", Return.Finding.NONE, null, new Return.Term(null, null),
                Return.Answer.NONE, Return.Approval.NONE, 0, Return.Course.NONE);

        assertThatThrownBy(() -> there.to(next)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("returns.impossibleMove"));
    }

    @ParameterizedTest
    @EnumSource(Return.State.class)
    void theBuyerMayTakeItBackUntilTheMoneyIsDecided(Return.State state) {
        assertThat(state.mayBeWithdrawn()).isEqualTo(EnumSet.of(Return.State.REVIEW, Return.State.ASKED, Return.State.REFUSED,
                Return.State.AGREED, Return.State.OFFERED, Return.State.GOODS).contains(state));
    }

    @Test
    void aHigherRoleCoversALowerOneAndOnlyLegalCoversLegal() {
        assertThat(Authority.covers(Set.of(Role.AGENT), "AGENT")).isTrue();
        assertThat(Authority.covers(Set.of(Role.AGENT), "LEAD")).isFalse();
        assertThat(Authority.covers(Set.of(Role.SUPERVISOR), "LEAD")).isTrue();
        assertThat(Authority.covers(Set.of(Role.DIRECTOR), "MANAGER")).isTrue();
        assertThat(Authority.covers(Set.of(Role.OWNER, Role.ADMIN), "AGENT")).as("who designs or administers does not pay").isFalse();
        assertThat(Authority.covers(Set.of(Role.FINANCE, Role.WAREHOUSE), "AGENT")).isFalse();
        assertThat(Authority.covers(Set.of(Role.OWNER), "LEGAL")).isFalse();
        assertThat(Authority.covers(Set.of(Role.LEGAL), "LEGAL")).isTrue();
        assertThat(Authority.covers(Set.of(), "NONE")).isTrue();
    }

    @Test
    void theWayOutOfEveryStateIsKnown() {
        assertThat(List.of(Return.State.values())).filteredOn(Return.State::isEnd).containsExactly(Return.State.REFUSED,
                Return.State.REFUNDED, Return.State.OTHERWISE, Return.State.REPLACED, Return.State.NOTHING_SENT, Return.State.SILENT,
                Return.State.WITHDRAWN, Return.State.PLATFORM_CLOSED, Return.State.PLATFORM_PAID, Return.State.PLATFORM_DISMISSED);
    }
}

package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked of a carrier by hand: once under its number, answered once, and never backwards. */
@RoomTest
@RecordApplicationEvents
class CarriersRoomTest {

    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");

    @Autowired
    Carriers carriers;
    @Autowired
    JdbcCarrierRequests requests;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    ApplicationEvents events;

    private final String number = "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

    private void claim() {
        tx.executeWithoutResult(status -> carriers.send(new CarrierRequest(number, "LT-2026-1", "lanting", "UPS", "1Z1", Kind.CLAIM,
            new Money(12_950, "CNY"), "签收时外箱破损")));
    }

    private CarrierAnswered answer(Verdict verdict, Long minor, String reference) {
        return new CarrierAnswered(number, null, null, null, verdict, minor == null ? null : new Money(minor, "CNY"), reference, "电话答复", NOON);
    }

    private JdbcCarrierRequests.Row row() {
        return tx.execute(status -> requests.find(number)).orElseThrow();
    }

    private List<CarrierAnswered> told() {
        return events.stream(CarrierAnswered.class).filter(event -> event.number().equals(number)).toList();
    }

    @Test
    void aRequestByHandWaitsForAPersonAndTheSameNumberIsOne() {
        claim();
        claim();

        JdbcCarrierRequests.Row row = row();
        assertThat(row.carrier()).isEqualTo("ups");
        assertThat(row.channel()).isEqualTo(Channel.PORTAL);
        assertThat(row.state()).isEqualTo("BY_HAND");
    }

    @Test
    void anAnswerIsToldOnceWithWhatTheRequestKnows() {
        claim();
        carriers.answered(answer(Verdict.PART, 5_000L, "W-1"));
        carriers.answered(answer(Verdict.PART, 5_000L, "W-1"));

        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.caseNumber()).isEqualTo("LT-2026-1");
            assertThat(event.shop()).isEqualTo("lanting");
            assertThat(event.kind()).isEqualTo(Kind.CLAIM);
            assertThat(event.amount()).isEqualTo(new Money(5_000, "CNY"));
        });
        assertThat(row().state()).isEqualTo("ANSWERED");
    }

    @Test
    void aLateReceiptDoesNotOpenWhatWasAnswered() {
        claim();
        carriers.answered(answer(Verdict.DENIED, null, "W-2"));
        carriers.answered(answer(Verdict.RECEIVED, null, "W-2"));

        assertThat(told()).extracting(CarrierAnswered::verdict).containsExactly(Verdict.DENIED);
        assertThat(row().state()).isEqualTo("ANSWERED");
    }

    @Test
    void aReceiptLeavesItOpenForTheVerdict() {
        claim();
        carriers.answered(answer(Verdict.RECEIVED, null, "W-3"));
        assertThat(row().state()).isEqualTo("SENT");
        carriers.answered(answer(Verdict.AGREED, 12_950L, "W-3"));

        assertThat(told()).extracting(CarrierAnswered::verdict).containsExactly(Verdict.RECEIVED, Verdict.AGREED);
    }

    @Test
    void whatNobodyAskedIsNotAnswered() {
        assertThatThrownBy(() -> carriers.answered(answer(Verdict.AGREED, 1L, null))).isInstanceOf(Problem.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingIsAskedOutsideTheDecidingTransaction() {
        assertThatThrownBy(() -> carriers.send(new CarrierRequest(number, "LT-2026-1", "lanting", "sf", "SF1", Kind.CHASE, null, "")))
            .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(tx.<Boolean>execute(status -> requests.find(number).isEmpty())).isTrue();
    }

    @Test
    void aFollowedParcelIsUnknownUntilSomebodyScansIt() {
        carriers.follow("lanting", "SF", number, "1234");
        carriers.follow("lanting", "sf", number, null);

        Trace trace = carriers.trace("lanting", "sf", number);
        assertThat(trace.state()).isEqualTo(Trace.State.UNKNOWN);
        assertThat(trace.scans()).isEmpty();
        assertThat(trace.lastScanAt()).isNull();
    }
}

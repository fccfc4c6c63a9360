package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.claims.JdbcReceipts.Line;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim goes out once and is booked once, whatever passes, breaks or is told twice. */
@RoomTest
class ClaimOnceRoomTest extends ClaimStory {

    @Autowired
    Assessing assessing;
    @Autowired
    ClaimFiling filing;
    @Autowired
    Receipts receipts;

    @Test
    void aStepThatPassesTwiceFilesOnce() {
        String claimNo = filedByMachine(5_000);
        tx.executeWithoutResult(status -> filing.file(claimNo));

        assertThat(count("claims.filing", claimNo)).isEqualTo(1);
        assertThat(requests(claimNo)).isEqualTo(1);
    }

    @Test
    void aStepThatBreaksBeforeItsEndHasFiledNothing() {
        String claimNo = assessed(5_000);
        assertThatThrownBy(() -> tx.executeWithoutResult(status -> {
            filing.file(claimNo);
            throw new IllegalStateException("the node dies here");
        })).hasMessage("the node dies here");
        assertThat(count("claims.filing", claimNo) + requests(claimNo)).isZero();
        assertThat(claims(claimNo).state()).isEqualTo(ClaimView.State.OPEN);

        tx.executeWithoutResult(status -> filing.file(claimNo));
        assertThat(count("claims.filing", claimNo)).isEqualTo(1);
    }

    @Test
    void twentyTellingsAtOnceOfOneAnswerAndOnePaymentAreBookedOnce() throws Exception {
        String claimNo = filedByMachine(5_000);
        Callable<Boolean> answer = () -> {
            hearing.take(new CarrierAnswered(claimNo, number, SHOP, CarrierRequest.Kind.CLAIM, Verdict.AGREED, cny(5_000), "A1", "", clock.instant()), Source.CARRIER);
            return true;
        };
        Callable<Boolean> payment = () -> {
            receipts.take(SHOP, new Line(carrier, "L" + tag, null, cny(5_000), claimNo, null, null, null, clock.instant()));
            return true;
        };
        AtOnce.all(Collections.nCopies(10, answer));
        AtOnce.all(Collections.nCopies(10, payment));
        assertThat(books(claimNo)).isEqualTo("0 5000 0 0");
        assertThat(count("claims.answer", claimNo) + count("claims.receipt", claimNo)).isEqualTo(2);
    }

    @Test
    void theSameLineWithAnotherAmountIsAnAccidentAndChangesNothing() {
        String claimNo = filedByMachine(5_000);
        receipts.take(SHOP, new Line(carrier, "L" + tag, null, cny(1_000), claimNo, null, null, null, clock.instant()));
        assertThatThrownBy(() -> receipts.take(SHOP, new Line(carrier, "L" + tag, null, cny(2_000), claimNo, null, null, null, clock.instant())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(balance(claimNo, "cash")).isEqualTo(1_000);
    }

    private String assessed(long loss) {
        String claimNo = tx.execute(status -> claims.open(new NewClaim(number, SHOP, carrier, "ONCE" + tag, Fault.LOST, cny(loss), null, null, null, found)));
        tx.executeWithoutResult(status -> assessing.assess(number, claimNo));
        return claimNo;
    }

    private String filedByMachine(long loss) {
        String claimNo = assessed(loss);
        tx.executeWithoutResult(status -> filing.file(claimNo));
        return claimNo;
    }

    private int count(String table, String claimNo) {
        return tx.execute(status -> sql.sql("select count(*) from " + table + " where claim_no = :no").param("no", claimNo).query(Integer.class).single());
    }

    private int requests(String claimNo) {
        return tx.execute(status -> sql.sql("select count(*) from carriers.request where number = :no").param("no", claimNo).query(Integer.class).single());
    }
}

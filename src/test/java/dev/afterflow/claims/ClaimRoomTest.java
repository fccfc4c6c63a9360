package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The door other rooms come through: a claim is opened once, and its evidence stands as it was. */
@RoomTest
class ClaimRoomTest extends Counter {

    @Test
    void theSameCaseParcelAndFaultIsOneClaim() {
        String claim = open("SFA" + tag, Fault.LOST, 12_950);
        assertThat(open("SFA" + tag, Fault.LOST, 12_950)).isEqualTo(claim);
        assertThat(open("SFA" + tag, Fault.DAMAGED, 12_950)).isNotEqualTo(claim);
        assertThat(claim).matches("C[A-Z2-7]{25}");
        List<ClaimView> both = tx.execute(status -> claims.ofCase(number));
        assertThat(both).extracting(ClaimView::fault).containsExactly(Fault.LOST, Fault.DAMAGED);
    }

    @Test
    void evidenceIsFrozenByItsHashWithWhatWasKnownOfTheParcel() {
        lin.upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "slip.txt", "text/plain", "box torn".getBytes(StandardCharsets.UTF_8))));
        String claim = open("SFB" + tag, Fault.DAMAGED, 5_000);
        lin.upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "later.txt", "text/plain", "later".getBytes(StandardCharsets.UTF_8))));

        List<Manifest.Paper> papers = tx.execute(status -> manifest.of(claim));
        assertThat(papers).extracting(Manifest.Paper::origin).containsExactly("TRACE", "EVIDENCE");
        assertThat(papers.get(1).sha256()).isEqualTo(Manifest.hex("box torn".getBytes(StandardCharsets.UTF_8)));
        assertThat(papers.get(0).snapshot()).contains("SFB" + tag);
    }

    @Test
    void whatMakesNoClaimIsRefusedFieldByField() {
        NewClaim wrong = new NewClaim(number, SHOP, "S F", "?", null, new Money(0, "CNY"), new Money(5, "USD"), null, clock.instant().plusSeconds(60), null);
        assertThatThrownBy(() -> tx.execute(status -> claims.open(wrong))).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.getBody().getProperties().toString()).contains("carrier", "waybill", "fault", "loss", "declared", "postedAt"));
        assertThatThrownBy(() -> tx.execute(status -> claims.open(asked("nobodys-case", "SFC" + tag, Fault.LOST, 100)))).isInstanceOf(Problem.class);
    }
}

package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The process is killed while the demo's world arrives, after every single step and before anybody noted it: the next start plays
 * that step once more, goes on to the end, and nothing stands there twice.
 */
@RoomTest
class HalfMadeDemoRoomTest {

    private static final int FIRST = 6_000;
    private static final List<String> PLAYED = List.of("cancelled", "faulty-returned", "exchanged", "withdrawn", "platform-paid", "question", "complaint", "chargeback", "complaint-solved",
            "claim-appeal-won", "claim-withdrawn");
    private static final String OURS = " join sandbox.plot p on p.case_number = c.number where p.no >= 6000 ";

    @Autowired
    Player player;
    @Autowired
    Plots plots;
    @Autowired
    Stockroom stockroom;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    private Casting casting;

    @Test
    void everyStepMayBePlayedTwiceAndNothingIsThereTwice() throws Exception {
        casting = new Casting(stockroom.opening());
        List<Plot> cast = new ArrayList<>();
        for (int each = 0; each < PLAYED.size(); each++) {
            cast.add(casting.plot(FIRST + each, Scripts.byName().get(PLAYED.get(each))));
        }
        for (int start = 0; start < 2; start++) {
            stockroom.stock();
            cast.forEach(plots::cast);
            for (Storefront front : Storefront.values()) {
                stockroom.deliver(front, cast.stream().filter(plot -> plot.front() == front).map(casting::order).toList());
            }
        }

        AtOnce.all(cast.stream().<Callable<Object>>map(plot -> () -> {
            playKilledAtEachStep(plot.no());
            return plot;
        }).toList());

        assertThat(rows("select p.script from sandbox.plot p where p.no >= 6000 and p.case_number is null")).isEmpty();
        assertThat(rows("select c.order_id from cases.case_file c join sandbox.plot p on p.order_id = c.order_id and p.shop = c.shop_id where p.no >= 6000 group by 1 having count(*) > 1"))
                .as("one case a story").isEmpty();
        assertThat(rows("select e.name from cases.evidence e join cases.case_file c on c.number = e.case_number" + OURS + "group by e.case_number, e.name having count(*) > 1")).as("pictures").isEmpty();
        assertThat(rows("select h.words from cases.heard_message h join cases.case_file c on c.number = h.case_number" + OURS + "group by h.case_number, h.words having count(*) > 1")).as("what buyers wrote").isEmpty();
        assertThat(rows("select c.number from cases.remark r join cases.case_file c on c.number = r.case_number" + OURS + "group by 1 having count(*) > 1")).as("remarks").isEmpty();
        assertThat(rows("select c.case_number from sandbox.returned_parcel c join sandbox.plot p using (case_number) where p.no >= 6000 group by 1 having count(*) > 1")).as("parcels").isEmpty();
        assertThat(rows("select m.refund_no from sandbox.money_log m join payments.refund r using (refund_no) join sandbox.plot p using (case_number) where p.no >= 6000 group by 1 having count(*) > 1"))
                .as("money").isEmpty();
        assertThat(rows("select a.number from carriers.answer a join carriers.request r using (number) join cases.case_file c on c.number = r.case_number" + OURS + "and a.verdict <> 'RECEIVED' group by 1 having count(*) > 1")).as("what carriers answered").isEmpty();
        assertThat(rows("select k.claim_no from claims.claim k join cases.case_file c on c.number = k.case_number" + OURS + "and (k.received > k.agreed or k.closed_at is null)")).as("claims").isEmpty();
        assertThat(rows("select k.claim_no from claims.claim k join claims.answer a using (claim_no) join cases.case_file c on c.number = k.case_number" + OURS + "group by k.claim_no, a.number, a.verdict having count(*) > 1")).as("carriers' words").isEmpty();
        assertThat(rows("select m.case_number from notifications.message m join cases.case_file c on c.number = m.case_number" + OURS + "and m.template = 'typed' group by m.case_number, m.words having count(*) > 1")).as("what agents wrote").isEmpty();
        assertThat(rows("select p.script || ' ' || c.state from cases.case_file c" + OURS + "and c.state <> 'CLOSED' and p.script not in ('question', 'complaint', 'chargeback')")).as("all came to their end").isEmpty();
    }

    /** What others count as told is not ours. */
    @AfterEach
    void leaveTheStage() {
        transaction.executeWithoutResult(status -> sql.sql("delete from sandbox.plot where no >= 6000").update());
    }

    /** Every step is played, its note lost with the process, played again by the next start, and noted then. */
    private void playKilledAtEachStep(int no) {
        boolean[] killed = {false};
        await("the end of " + PLAYED.get(no - FIRST)).atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300)).until(() -> {
            Plot plot = plots.unfinished().stream().filter(each -> each.no() == no).findFirst().orElseThrow();
            Player.Step step = plot.played().isEmpty() ? new Player.Step(player.open(plot, casting), true, false, null) : player.step(plot);
            if (step.moved() && killed[0]) {
                plots.keep(step.plot(), "PLAYING", null);
            }
            killed[0] = step.moved() && !killed[0];
            if (step.over()) {
                plots.keep(plot.after(Plot.END, Instant.now()), "PLAYED", null);
            }
            return step.over();
        });
    }

    private List<String> rows(String query) {
        return transaction.execute(status -> sql.sql(query).query(String.class).list());
    }
}

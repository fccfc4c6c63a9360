package dev.afterflow.cases;

import static dev.afterflow.cases.ShopFloor.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.intake.Receipt;
import dev.afterflow.sla.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What marketplaces say about requests, and which case comes of it. */
@RoomTest
@RecordApplicationEvents
class RequestsRoomTest extends Marketplace {

    @Test
    void aRequestOpensACaseWithNumberTeamClockAndProcess() {
        shop.order("O-1", "b-1");
        taken(shop.request("R-1", FIRST, "O-1", "OTHER", "OPEN"));
        Case opened = only("O-1");
        assertThat(opened.number()).matches(shop.prefix + "-\\d{6}-\\d{6,}");
        assertThat(opened.team()).isEqualTo("care-desk");
        assertThat(opened.process()).isEqualTo("handle-by-hand");
        assertThat(opened.buyerId()).isEqualTo("b-1");
        assertThat(opened.reasonText()).isEqualTo("灯不亮，${''.getClass()}");
        assertThat(opened.tier()).isEqualTo("NEW");
        assertThat(clocks.of(opened.number())).singleElement()
                .matches(clock -> clock.kind().equals(Clocks.PLATFORM) && clock.dueAt().equals(Instant.parse("2026-12-20T12:00:00Z")));
        assertThat(processes(opened.number())).isEqualTo(1);
        assertThat(events.stream(CaseOpened.class)).containsExactly(new CaseOpened(opened.number(), shop.id, "handle-by-hand"));
        assertThat(audit(opened.number())).containsExactly("CASE_OPENED");
    }

    @Test
    void theNumberCarriesTheDayOfTheShopsZone() {
        ShopFloor far = ShopFloor.open(shops, intake, "Pacific/Kiritimati");
        ShopFloor near = ShopFloor.open(shops, intake, "Pacific/Niue");
        far.order("O-1", "b-1");
        near.order("O-1", "b-1");
        far.request("R-1", FIRST, "O-1", "OTHER", "OPEN");
        near.request("R-1", FIRST, "O-1", "OTHER", "OPEN");
        assertThat(openOf(far, "O-1").get(0).number().substring(5, 11)).isGreaterThan(openOf(near, "O-1").get(0).number().substring(5, 11));
    }

    @Test
    void twentyOpensAtOnceGiveOneCase() throws Exception {
        shop.order("O-2", "b-2");
        List<Callable<Receipt>> calls = IntStream.range(0, 20).<Callable<Receipt>>mapToObj(
                n -> () -> shop.request("R-" + n, FIRST, "O-2", "OTHER", "OPEN")).toList();
        AtOnce.all(calls).forEach(ShopFloor::taken);
        Case one = only("O-2");
        List<Request> live = transaction.execute(status -> requests.live(one.number()));
        assertThat(live).hasSize(20);
        assertThat(processes(one.number())).isEqualTo(1);
        assertThat(kinds(one)).filteredOn("JOINED"::equals).hasSize(19);
    }

    @Test
    void anotherMatterOfTheSameOrderIsAnotherCase() {
        shop.order("O-3", "b-3");
        shop.request("R-1", FIRST, "O-3", "OTHER", "OPEN");
        shop.request("R-2", FIRST, "O-3", "LOGISTICS", "OPEN");
        shop.request("R-3", FIRST, "O-3", "QUESTION", "OPEN");
        assertThat(openOf(shop, "O-3")).extracting(Case::kind).containsExactlyInAnyOrder(Case.Kind.OTHER, Case.Kind.LOGISTICS);
    }

    @Test
    void aSecondRequestAboutAnotherLineAddsItsLineAndAmount() {
        shop.order("O-4", "b-4");
        shop.request("R-1", FIRST, "O-4", "OTHER", "OPEN");
        shop.request("R-2", FIRST, "O-4", "OTHER", "OPEN", "[{\"lineId\":\"2\",\"quantity\":2}]", 5000);
        Case joined = only("O-4");
        assertThat(joined.askedAmount().minor()).isEqualTo(17950);
        assertThat(joined.lines()).containsExactly(new Case.Line("1", 1), new Case.Line("2", 2));
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED);
    }

    @Test
    void theSameVersionAgainAndAnOlderOneChangeNothing() {
        shop.order("O-5", "b-5");
        shop.request("R-1", LATER, "O-5", "OTHER", "OPEN");
        assertThat(shop.request("R-1", LATER, "O-5", "OTHER", "OPEN").duplicate()).isEqualTo(1);
        shop.request("R-1", FIRST, "O-5", "OTHER", "WITHDRAWN");
        assertThat(only("O-5").state()).isEqualTo(Case.State.OPEN);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aNewerVersionIsReadAndItsWorkshopTold() {
        shop.order("O-6", "b-6");
        shop.request("R-1", FIRST, "O-6", "OTHER", "OPEN");
        shop.request("R-1", LATER, "O-6", "EXCHANGE", "OPEN", "[]", 100);
        Case updated = only("O-6");
        assertThat(updated.kind()).isEqualTo(Case.Kind.EXCHANGE);
        assertThat(updated.askedAmount().minor()).isEqualTo(100);
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED);
    }

    @Test
    void withdrawingAndClosingAreToldWhenTheLastRequestGoes() {
        shop.order("O-7", "b-7");
        shop.request("R-1", FIRST, "O-7", "OTHER", "OPEN");
        shop.request("R-2", FIRST, "O-7", "OTHER", "OPEN", "[{\"lineId\":\"2\",\"quantity\":1}]", 2500);
        shop.request("R-1", LATER, "O-7", "OTHER", "WITHDRAWN");
        assertThat(only("O-7").askedAmount().minor()).isEqualTo(2500);
        shop.request("R-2", LATER, "O-7", "OTHER", "CLOSED", "[{\"lineId\":\"2\",\"quantity\":1}]", 2500);
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED, RequestChanged.Change.UPDATED,
                RequestChanged.Change.PLATFORM_CLOSED);
        assertThat(only("O-7").open()).isTrue();
    }

    @Test
    void aWithdrawnRequestOpenedAgainIsToldAsReopened() {
        shop.order("O-8", "b-8");
        shop.request("R-1", FIRST, "O-8", "OTHER", "OPEN");
        shop.request("R-1", LATER, "O-8", "OTHER", "WITHDRAWN");
        shop.request("R-1", LAST, "O-8", "OTHER", "REOPENED");
        assertThat(changes()).containsExactly(RequestChanged.Change.WITHDRAWN, RequestChanged.Change.REOPENED);
    }

    @Test
    void aBuyerWhoInsistsAfterTheCloseGetsTheNextCase() {
        shop.order("O-9", "b-9");
        shop.request("R-1", FIRST, "O-9", "OTHER", "OPEN");
        Case first = only("O-9");
        cases.close(first.number(), "REFUSED");
        shop.request("R-1", LATER, "O-9", "OTHER", "OPEN");
        assertThat(openOf(shop, "O-9")).as("the same wish with a new version is not a new one").isEmpty();
        shop.request("R-1", LAST, "O-9", "OTHER", "REOPENED");
        assertThat(only("O-9").continues()).isEqualTo(first.number());
        assertThat(kinds(first)).contains("REQUEST");
    }
}

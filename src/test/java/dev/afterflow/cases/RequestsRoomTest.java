package dev.afterflow.cases;

import static dev.afterflow.cases.ShopFloor.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import dev.afterflow.security.Shops;
import dev.afterflow.sla.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What marketplaces say, and which case comes of it. */
@RoomTest
@RecordApplicationEvents
class RequestsRoomTest {

    private static final String FIRST = "2026-11-20T12:00:00Z";
    private static final String LATER = "2026-11-20T13:00:00Z";
    private static final String LAST = "2026-11-20T14:00:00Z";

    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    Cases cases;
    @Autowired
    JdbcCases store;
    @Autowired
    JdbcRequests requests;
    @Autowired
    WaitingRoom waiting;
    @Autowired
    Timeline timeline;
    @Autowired
    Clocks clocks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    private ShopFloor shop;

    @BeforeEach
    void open() {
        shop = ShopFloor.open(shops, intake);
    }

    @Test
    void aRequestOpensACaseWithNumberTeamClockAndProcess() {
        shop.order("O-1", "b-1");
        taken(shop.request("R-1", FIRST, "O-1", "RETURN_REFUND", "OPEN"));
        Case opened = only("O-1");
        assertThat(opened.number()).matches(shop.prefix + "-\\d{6}-\\d{6,}");
        assertThat(opened.team()).isEqualTo("returns-desk");
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
        far.request("R-1", FIRST, "O-1", "REPAIR", "OPEN");
        near.request("R-1", FIRST, "O-1", "REPAIR", "OPEN");
        assertThat(openOf(far, "O-1").get(0).number().substring(5, 11)).isGreaterThan(openOf(near, "O-1").get(0).number().substring(5, 11));
    }

    @Test
    void twentyOpensAtOnceGiveOneCase() throws Exception {
        shop.order("O-2", "b-2");
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Receipt>> calls = IntStream.range(0, 20).<Callable<Receipt>>mapToObj(
                    n -> () -> shop.request("R-" + n, FIRST, "O-2", n % 2 == 0 ? "RETURN_REFUND" : "EXCHANGE", "OPEN")).toList();
            for (var answer : crowd.invokeAll(calls)) {
                taken(answer.get());
            }
        } finally {
            crowd.shutdown();
        }
        Case one = only("O-2");
        List<Request> live = transaction.execute(status -> requests.live(one.number()));
        assertThat(live).hasSize(20);
        assertThat(processes(one.number())).isEqualTo(1);
        assertThat(kinds(one)).filteredOn("JOINED"::equals).hasSize(19);
    }

    @Test
    void anotherMatterOfTheSameOrderIsAnotherCase() {
        shop.order("O-3", "b-3");
        shop.request("R-1", FIRST, "O-3", "REPAIR", "OPEN");
        shop.request("R-2", FIRST, "O-3", "LOGISTICS", "OPEN");
        shop.request("R-3", FIRST, "O-3", "RESHIP", "OPEN");
        assertThat(openOf(shop, "O-3")).extracting(Case::kind).containsExactlyInAnyOrder(Case.Kind.REPAIR, Case.Kind.LOGISTICS);
    }

    @Test
    void aSecondRequestAboutAnotherLineAddsItsLineAndAmount() {
        shop.order("O-4", "b-4");
        shop.request("R-1", FIRST, "O-4", "RETURN_REFUND", "OPEN");
        shop.request("R-2", FIRST, "O-4", "RETURN_REFUND", "OPEN", "[{\"lineId\":\"2\",\"quantity\":2}]", 5000);
        Case joined = only("O-4");
        assertThat(joined.askedAmount().minor()).isEqualTo(17950);
        assertThat(joined.lines()).containsExactly(new Case.Line("1", 1), new Case.Line("2", 2));
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED);
    }

    @Test
    void theSameVersionAgainAndAnOlderOneChangeNothing() {
        shop.order("O-5", "b-5");
        shop.request("R-1", LATER, "O-5", "RETURN_REFUND", "OPEN");
        assertThat(shop.request("R-1", LATER, "O-5", "RETURN_REFUND", "OPEN").duplicate()).isEqualTo(1);
        shop.request("R-1", FIRST, "O-5", "RETURN_REFUND", "WITHDRAWN");
        assertThat(only("O-5").state()).isEqualTo(Case.State.OPEN);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aNewerVersionIsReadAndItsWorkshopTold() {
        shop.order("O-6", "b-6");
        shop.request("R-1", FIRST, "O-6", "RETURN_REFUND", "OPEN");
        shop.request("R-1", LATER, "O-6", "EXCHANGE", "OPEN", "[]", 100);
        Case updated = only("O-6");
        assertThat(updated.kind()).isEqualTo(Case.Kind.EXCHANGE);
        assertThat(updated.askedAmount().minor()).isEqualTo(100);
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED);
    }

    @Test
    void withdrawingAndClosingAreToldWhenTheLastRequestGoes() {
        shop.order("O-7", "b-7");
        shop.request("R-1", FIRST, "O-7", "RETURN_REFUND", "OPEN");
        shop.request("R-2", FIRST, "O-7", "RETURN_REFUND", "OPEN", "[{\"lineId\":\"2\",\"quantity\":1}]", 2500);
        shop.request("R-1", LATER, "O-7", "RETURN_REFUND", "WITHDRAWN");
        assertThat(only("O-7").askedAmount().minor()).isEqualTo(2500);
        shop.request("R-2", LATER, "O-7", "RETURN_REFUND", "CLOSED", "[{\"lineId\":\"2\",\"quantity\":1}]", 2500);
        assertThat(changes()).containsExactly(RequestChanged.Change.UPDATED, RequestChanged.Change.UPDATED,
                RequestChanged.Change.PLATFORM_CLOSED);
        assertThat(only("O-7").open()).isTrue();
    }

    @Test
    void aWithdrawnRequestOpenedAgainIsToldAsReopened() {
        shop.order("O-8", "b-8");
        shop.request("R-1", FIRST, "O-8", "RETURN_REFUND", "OPEN");
        shop.request("R-1", LATER, "O-8", "RETURN_REFUND", "WITHDRAWN");
        shop.request("R-1", LAST, "O-8", "RETURN_REFUND", "REOPENED");
        assertThat(changes()).containsExactly(RequestChanged.Change.WITHDRAWN, RequestChanged.Change.REOPENED);
    }

    @Test
    void aBuyerWhoInsistsAfterTheCloseGetsTheNextCase() {
        shop.order("O-9", "b-9");
        shop.request("R-1", FIRST, "O-9", "RETURN_REFUND", "OPEN");
        Case first = only("O-9");
        cases.close(first.number(), "REFUSED");
        shop.request("R-1", LATER, "O-9", "RETURN_REFUND", "OPEN");
        assertThat(openOf(shop, "O-9")).as("the same wish with a new version is not a new one").isEmpty();
        shop.request("R-1", LAST, "O-9", "RETURN_REFUND", "REOPENED");
        assertThat(only("O-9").continues()).isEqualTo(first.number());
        assertThat(kinds(first)).contains("REQUEST");
    }

    @Test
    void aRequestWhoseOrderIsUnknownWaitsAndOpensWhenTheOrderArrives() {
        taken(shop.request("R-1", FIRST, "O-10", "REPAIR", "OPEN"));
        waiting.lookAt(Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(openOf(shop, "O-10")).isEmpty();
        shop.order("O-10", "b-10");
        waiting.lookAt(Instant.now().plusSeconds(1));
        assertThat(only("O-10").orderKnown()).isTrue();
    }

    @Test
    void aRequestThatWaitedTooLongOpensForAPersonAndHearsOfItsOrderLater() {
        taken(shop.request("R-1", FIRST, "O-11", "REFUND_ONLY", "OPEN"));
        waiting.lookAt(Instant.now().plus(Duration.ofHours(1)));
        Case blind = only("O-11");
        assertThat(blind.orderKnown()).isFalse();
        assertThat(blind.process()).isEqualTo("handle-by-hand");
        assertThat(blind.risk()).contains("ORDER_UNKNOWN");
        shop.order("O-11", "b-11");
        assertThat(only("O-11").orderKnown()).isTrue();
        assertThat(only("O-11").buyerId()).isEqualTo("b-11");
        assertThat(kinds(blind)).contains("ORDER");
    }

    @Test
    void aWaitingRequestThatIsWithdrawnNeverOpens() {
        shop.request("R-1", FIRST, "O-12", "REPAIR", "OPEN");
        shop.request("R-1", LATER, "O-12", "REPAIR", "WITHDRAWN");
        shop.order("O-12", "b-12");
        waiting.lookAt(Instant.now().plus(Duration.ofHours(1)));
        assertThat(openOf(shop, "O-12")).isEmpty();
    }

    @Test
    void aBuyersWordsStandInTheTimelineAndEndTheWaiting() {
        shop.order("O-13", "b-13");
        shop.request("R-1", FIRST, "O-13", "REPAIR", "OPEN");
        Case open = only("O-13");
        cases.state(open.number(), Case.State.WAITING_BUYER);
        taken(shop.message("M-1", "\"caseNumber\":\"" + open.number() + "\"", "BUYER", "照片发你了"));
        assertThat(only("O-13").state()).isEqualTo(Case.State.OPEN);
        assertThat(timeline.of(open.number(), null, 50).items()).anyMatch(
                entry -> entry.kind().equals("MESSAGE") && "照片发你了".equals(entry.data().get("words")));
    }

    @Test
    void wordsAboutAnOrderWithoutACaseOpenAQuestion() {
        shop.order("O-14", "b-14");
        taken(shop.message("M-1", "\"orderId\":\"O-14\"", "BUYER", "怎么安装？"));
        taken(shop.message("M-2", "\"orderId\":\"O-14\"", "BUYER", "在吗"));
        Case question = only("O-14");
        assertThat(question.kind()).isEqualTo(Case.Kind.QUESTION);
        assertThat(question.team()).isEqualTo("care-desk");
        assertThat(kinds(question)).filteredOn("MESSAGE"::equals).hasSize(2);
    }

    @Test
    void aMessageToACaseOfAnotherShopIsRefused() {
        shop.order("O-15", "b-15");
        shop.request("R-1", FIRST, "O-15", "REPAIR", "OPEN");
        ShopFloor stranger = ShopFloor.open(shops, intake);
        Receipt receipt = stranger.message("M-1", "\"caseNumber\":\"" + only("O-15").number() + "\"", "BUYER", "x");
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(receipt.rows().get(0).faults()).extracting("rule").containsExactly("cases.unknown");
    }

    @Test
    void aDisputeOpensAtOnceEvenWithoutItsOrderAndItsDeadlineRuns() {
        taken(shop.dispute("D-1", "O-16", "OPEN"));
        Case dispute = only("O-16");
        assertThat(dispute.kind()).isEqualTo(Case.Kind.DISPUTE);
        assertThat(dispute.askedRemedy()).isEqualTo("CHARGEBACK");
        assertThat(dispute.team()).isEqualTo("disputes-desk");
        assertThat(clocks.of(dispute.number())).extracting(Clocks.Reading::dueAt).containsExactly(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void wrongFieldsAreNamedAndNothingIsStored() {
        shop.order("O-17", "b-17");
        Receipt receipt = shop.tell("requests", """
                {"requestId":"R-1","version":"1","orderId":"O-17","kind":"GIFT","status":"OPEN","createdAt":"gestern",
                 "lines":[{"lineId":"1","quantity":9},{"lineId":"1","quantity":1},{"lineId":"77","quantity":0}],
                 "askedAmount":{"minor":1,"currency":"USD"},"admin":true}""");
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(receipt.rows().get(0).faults()).extracting("field").contains("kind", "createdAt", "lines[0].quantity",
                "lines[1].lineId", "lines[2].quantity", "askedAmount.currency", "admin");
        assertThat(openOf(shop, "O-17")).isEmpty();
    }

    @Test
    void aBuyerWithManyRefundsIsFlagged() {
        for (int n = 0; n < 3; n++) {
            shop.order("M-" + n, "many");
            shop.request("R-" + n, FIRST, "M-" + n, "RETURN_REFUND", "OPEN");
            cases.close(only("M-" + n).number(), "REFUNDED");
        }
        shop.dispute("D-1", "M-0", "OPEN");
        shop.order("M-4", "many");
        shop.request("R-4", FIRST, "M-4", "RETURN_REFUND", "OPEN", "[]", 99999);
        assertThat(only("M-4").risk()).containsExactly("MANY_REFUNDS", "OTHER_CASE_OPEN", "PAST_DISPUTE", "ASKS_MORE_THAN_PAID");
    }

    private Case only(String orderId) {
        List<Case> open = openOf(shop, orderId);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<Case> openOf(ShopFloor floor, String orderId) {
        return transaction.execute(status -> store.openOf(floor.id, orderId));
    }

    private List<String> kinds(Case of) {
        return timeline.of(of.number(), null, 200).items().stream().map(Timeline.Entry::kind).toList();
    }

    private List<RequestChanged.Change> changes() {
        return events.stream(RequestChanged.class).map(RequestChanged::change).toList();
    }

    private long processes(String number) {
        return jdbc.sql("select count(*) from public.act_ru_execution where business_key_ = :number and parent_id_ is null")
                .param("number", number).query(Long.class).single();
    }

    private List<String> audit(String number) {
        return transaction.execute(status -> jdbc.sql("select action from security.audit where object_id = :number order by seq")
                .param("number", number).query(String.class).list());
    }
}

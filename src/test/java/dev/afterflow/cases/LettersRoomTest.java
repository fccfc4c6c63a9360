package dev.afterflow.cases;

import static dev.afterflow.cases.ShopFloor.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Receipt;
import dev.afterflow.sla.Clocks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Requests without an order, words, disputes, wrong fields: nothing is lost and nothing odd gets in. */
@RoomTest
@RecordApplicationEvents
class LettersRoomTest extends Marketplace {

    @Test
    void aRequestWhoseOrderIsUnknownWaitsAndOpensWhenTheOrderArrives() {
        taken(shop.request("R-1", FIRST, "O-10", "OTHER", "OPEN"));
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
        shop.request("R-1", FIRST, "O-12", "OTHER", "OPEN");
        shop.request("R-1", LATER, "O-12", "OTHER", "WITHDRAWN");
        shop.order("O-12", "b-12");
        waiting.lookAt(Instant.now().plus(Duration.ofHours(1)));
        assertThat(openOf(shop, "O-12")).isEmpty();
    }

    @Test
    void aBuyersWordsStandInTheTimelineAndEndTheWaiting() {
        shop.order("O-13", "b-13");
        shop.request("R-1", FIRST, "O-13", "OTHER", "OPEN");
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
    void aBuyersWordIsHeardOnceAndToldToTheWorkshops() {
        shop.order("O-18", "b-18");
        shop.request("R-1", FIRST, "O-18", "OTHER", "OPEN");
        String number = only("O-18").number();
        for (int time = 0; time < 2; time++) {
            shop.tell("messages", """
                    {"messageId":"M-1","caseNumber":"%s","from":"BUYER","text":"照片发你了%s","sentAt":"2026-11-21T01:00:00Z"}"""
                    .formatted(number, "！".repeat(time)));
        }
        assertThat(kinds(only("O-18"))).filteredOn("MESSAGE"::equals).hasSize(1);
        assertThat(events.stream(Cases.BuyerWrote.class).filter(told -> told.caseNumber().equals(number)))
                .extracting(Cases.BuyerWrote::messageId, Cases.BuyerWrote::text).containsExactly(tuple("M-1", "照片发你了"));
    }

    @Test
    void aWordToAClosedCaseGoesOnInTheNextOne() {
        shop.order("O-19", "b-19");
        shop.request("R-1", FIRST, "O-19", "OTHER", "OPEN");
        Case closed = only("O-19");
        cases.close(closed.number(), "SOLVED");
        taken(shop.message("M-1", "\"caseNumber\":\"" + closed.number() + "\"", "BUYER", "又坏了"));
        taken(shop.message("M-2", "\"caseNumber\":\"" + closed.number() + "\"", "BUYER", "在吗"));
        Case next = only("O-19");
        assertThat(next.continues()).isEqualTo(closed.number());
        assertThat(next.kind()).isEqualTo(Case.Kind.QUESTION);
        assertThat(kinds(next)).filteredOn("MESSAGE"::equals).hasSize(2);
        assertThat(timeline.of(closed.number(), null, 50).items().get(0).textZh()).contains(next.number());
        cases.close(next.number(), "SOLVED");
        taken(shop.message("M-3", "\"orderId\":\"O-19\"", "BUYER", "还是不行"));
        assertThat(only("O-19").continues()).isEqualTo(next.number());
    }

    @Test
    void aMessageToACaseOfAnotherShopIsRefused() {
        shop.order("O-15", "b-15");
        shop.request("R-1", FIRST, "O-15", "OTHER", "OPEN");
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
}

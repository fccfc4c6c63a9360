package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.ShopFloor;
import dev.afterflow.security.Visitor;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reply whose machine turned out to need a person is told exactly once, whoever says first that it stands there. */
@RoomTest
class ReviewReplyRoomTest extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Reviews reviews;
    @Autowired
    ReviewReply reply;
    ReviewStand stand;

    @BeforeAll
    void open() {
        stand = new ReviewStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private Review.Reply said(String number) {
        return transaction.execute(status -> reviews.find(number).orElseThrow().reply());
    }

    private String toBeAnswered(String order) {
        stand.arrived(order, "rr-" + order);
        stand.reviewed(order, "1", 1, "味道很大", 1, "");
        String number = stand.caseOf(order);
        stand.done("lin", number, "analyseReview", Map.of("route", "EXPLAIN", "cause", "DEFECT", "owner", "none", "note", "开封有气味"));
        return number;
    }

    /** A reply was handed to the marketplace, which says that a person has to do it. */
    private String needsPerson(String order) {
        String number = toBeAnswered(order);
        stand.done("lin", number, "writeReply", Map.of("answer", "reply", "text", "您好，新品开封初期会有气味，通风后会散去。"));
        transaction.executeWithoutResult(status -> reply.post(number));
        stand.until("a person is asked for", () -> said(number).words() != null);
        assertThat(said(number).state()).isEqualTo("SENT");
        return number;
    }

    /** All that was published about it was heard. */
    private void heard(String number) {
        stand.until("all is heard", () -> stand.row("select count(*)::text from dispatch.event_publication where completion_date is null and serialized_event like '%' || :key || '%'",
                "RV-" + number).equals("0"));
    }

    private long told(String number) {
        return stand.timeline(number).stream().filter(line -> line.contains("已公开回复")).count();
    }

    @Test
    void whileItIsWrittenTheBuyerAppendsAndTheWindowIsClosed() {
        String number = toBeAnswered("RR3");
        Function<Map<String, Object>, Visitor.Answer> writing = stand.ready("lin", number, "writeReply");
        stand.reviewed("RR3", "2", 1, "味道很大", 1, ",\"appended\":{\"text\":\"还是很大\",\"at\":\"" + ShopFloor.days(0) + "\"}");
        stand.until("appended", () -> transaction.execute(status -> reviews.find(number).orElseThrow().appendedAt()) != null);
        Visitor.Answer late = writing.apply(Map.of("answer", "reply", "text", "您好，新品开封初期会有气味。"));
        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.body()).contains("reviews.windowClosed");
        stand.done("lin", number, "writeReply", Map.of("answer", "none"));
        assertThat(told(number)).isZero();
    }

    @Test
    void whatAPersonPostedIsToldOnceThoughTheMarketplacesReceiptSaysItAgain() {
        String number = needsPerson("RR1");
        stand.done("lin", number, "postReplyByHand", Map.of("answer", "done", "note", "已在卖家中心回复"));
        heard(number);
        assertThat(told(number)).isEqualTo(1);
        Review.Reply once = said(number);
        assertThat(once.state()).isEqualTo("DONE");
        assertThat(once.words()).as("as the person said it").isEqualTo("已在卖家中心回复");
        assertThat(stand.row("select state from platforms.request where shop_id = :shop and number = :key", once.number())).isEqualTo("DONE");
    }

    @Test
    void whatWasSettledAtThePlatformsDeskIsToldOnceThoughTheTaskIsDoneAfterwards() {
        String number = needsPerson("RR2");
        String path = "/api/platforms/requests/" + said(number).number() + "/by-hand";
        assertThat(stand.as("zhao").post(path, "{\"done\":true,\"words\":\"已发\"}").status()).isEqualTo(200);
        stand.until("the review hears of it", () -> "DONE".equals(said(number).state()));
        Review.Reply first = said(number);
        stand.done("lin", number, "postReplyByHand", Map.of("answer", "done"));
        heard(number);
        assertThat(told(number)).isEqualTo(1);
        assertThat(said(number)).as("time and words are those of the first word").isEqualTo(first);
        assertThat(stand.as("zhao").post(path, "{\"done\":true,\"words\":\"再来一次\"}").status()).isEqualTo(409);
    }
}

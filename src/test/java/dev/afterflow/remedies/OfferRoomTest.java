package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.remedies.Remedies.Chooser;
import dev.afterflow.remedies.Remedies.Offer;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Offers and choices: by message, on the phone, once, while open, and who may. */
@RoomTest
class OfferRoomTest extends Bench {

    private static final List<String> ALL = List.of("exchange", "returnRefund", "refund");

    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Cases cases;

    @Test
    void theOptionsStandOnTheCaseByWhatTheyCost() {
        String number = offered("O1");

        JsonNode view = view(number);
        assertThat(view.path("options").valueStream().map(option -> option.path("code").asString() + " " + option.at("/cost/minor").asLong()))
                .containsExactly("refund 4000", "exchange 11600", "returnRefund 18600");
        assertThat(view.at("/options/0/titleEn").asString()).isEqualTo("Partial refund, keep the goods");
        assertThat(view.at("/options/0/reviewed").asBoolean()).isTrue();
        assertThat(view.at("/offer/state").asString()).isEqualTo("OPEN");
        assertThat(view.at("/offer/codes").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(ALL);
    }

    @Test
    void aMessageThatIsExactlyANumberIsTheChoice() {
        String number = offered("O2");
        writes(number, "O2-1", "您好，什么时候能换？");
        writes(number, "O2-2", "２");

        until("chosen", () -> "CHOSEN".equals(view(number).at("/offer/state").asString()));
        assertThat(view(number).at("/offer/chosen").asString()).isEqualTo("returnRefund");
        assertThat(view(number).at("/offer/chosenBy").asString()).isEqualTo("buyer");
        assertThat(remedies.isChoice(number, "２")).isTrue();
        assertThat(remedies.isChoice(number, "您好，什么时候能换？")).isFalse();
        assertThat(as("lin").get("/api/cases/" + number + "/timeline").json().path("items").valueStream()
                .filter(entry -> entry.path("textZh").asString().equals("买家选择：退货退款"))).hasSize(1);
    }

    @Test
    void aMessageFromBeforeTheOfferIsNoChoice() {
        String number = ranked("O3");
        Instant before = Instant.now();
        remedies.offer(number, ALL);
        remedies.hear(number, "1", before);

        assertThat(remedies.offer(number)).get().extracting(Offer::state).isEqualTo(Offer.State.OPEN);
    }

    @Test
    void aMessageWithoutAnOfferIsOnlyAMessage() {
        String number = ranked("O4");
        remedies.hear(number, "1", Instant.now());

        assertThat(remedies.offer(number)).isEmpty();
        assertThat(remedies.isChoice(number, "1")).isFalse();
    }

    @Test
    void aChoiceOnThePhoneIsRecordedOnceWithWhoTookIt() {
        String number = offered("O5");

        Visitor.Answer first = phone("lin", number, "exchange");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/offer/chosen").asString()).isEqualTo("exchange");
        assertThat(first.json().at("/offer/chosenBy").asString()).isEqualTo("agent");

        Visitor.Answer second = phone("chen", number, "returnRefund");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("code").asString()).isEqualTo("remedies.alreadyChosen");
        remedies.hear(number, "2", Instant.now());
        assertThat(view(number).at("/offer/chosen").asString()).isEqualTo("exchange");
        assertThat(rows("select recorder || ' ' || note from remedies.offer where case_number = :case", number)).containsExactly("lin 买家来电选择");
        assertThat(rows("select count(*)::text from security.audit where object_id = :case and action = 'REMEDY_CHOSEN'", number)).containsExactly("1");
    }

    @Test
    void whatWasNotOfferedCannotBeChosen() {
        String number = ranked("O6");
        assertThat(phone("lin", number, "exchange").status()).isEqualTo(409);
        remedies.offer(number, List.of("exchange"));

        assertThat(phone("lin", number, "returnRefund").status()).isEqualTo(422);
        assertThat(as("lin").post("/api/cases/" + number + "/offer/choice", "{\"code\":\"exchange\",\"channel\":\"PHONE\"}").status()).isEqualTo(422);
        assertThat(as("lin").post("/api/cases/" + number + "/offer/choice", "{\"channel\":\"PHONE\",\"note\":\"x\"}").status()).isEqualTo(422);
        assertThat(phone("he", number, "exchange").status()).as("the warehouse takes no choices").isEqualTo(403);
        assertThat(phone("lin", number, "exchange").status()).isEqualTo(200);
    }

    @Test
    void anOfferThatLapsedTakesNoChoice() {
        String number = offered("O7");
        assertThat(remedies.reminded(number)).isEqualTo(1);
        assertThat(remedies.reminded(number)).isEqualTo(2);
        remedies.lapse(number);

        assertThatThrownBy(() -> remedies.choose(number, "exchange", Chooser.BUYER)).isInstanceOf(Problem.class).hasMessageContaining("remedies.offerOver");
        remedies.hear(number, "1", Instant.now());
        assertThat(view(number).at("/offer/state").asString()).isEqualTo("SILENT");
        assertThat(remedies.reminded(number)).isZero();
    }

    @Test
    void aNewOfferTakesThePlaceOfTheOld() {
        String number = offered("O8");
        Offer next = remedies.offer(number, List.of("returnRefund", "exchange"));
        remedies.hear(number, "1", Instant.now());

        assertThat(next.lines()).extracting(Remedies.Line::code).containsExactly("returnRefund", "exchange");
        assertThat(remedies.offer(number)).get().extracting(Offer::chosen).isEqualTo("returnRefund");
        assertThat(rows("select state from remedies.offer where case_number = :case order by id", number)).containsExactly("WITHDRAWN", "CHOSEN");
    }

    @Test
    void ofTwoChoicesAtOnceOneCounts() throws Exception {
        for (int round = 0; round < 10; round++) {
            String number = offered("O9-" + round);
            List<Callable<Integer>> both = IntStream.range(0, 4).mapToObj(each -> choosing(number, each % 2 == 0 ? "exchange" : "returnRefund")).toList();

            assertThat(AtOnce.all(both)).containsOnlyOnce(200).filteredOn(status -> status != 200).containsOnly(409);
            assertThat(rows("select count(*)::text from security.audit where object_id = :case and action = 'REMEDY_CHOSEN'", number))
                    .containsExactly("1");
        }
    }

    @Test
    void ofAChoiceAndAWithdrawalAtOnceOneWins() throws Exception {
        int chosen = 0;
        for (int round = 0; round < 10; round++) {
            String number = offered("O10-" + round);
            List<Callable<Integer>> both = new ArrayList<>(List.of(choosing(number, "exchange"), () -> {
                remedies.withdraw(number);
                return 0;
            }));
            int answered = AtOnce.all(both).get(0);

            Offer.State ended = remedies.offer(number).orElseThrow().state();
            assertThat(ended).isEqualTo(answered == 200 ? Offer.State.CHOSEN : Offer.State.WITHDRAWN);
            chosen += answered == 200 ? 1 : 0;
        }
        assertThat(chosen).isBetween(0, 10);
    }

    @Test
    void aRequestTakenBackTakesItsOfferAlong() {
        String number = offered("O11");
        transaction.executeWithoutResult(status -> events.publishEvent(new RequestChanged(number, shop, RequestChanged.Change.WITHDRAWN)));

        until("withdrawn", () -> "WITHDRAWN".equals(view(number).at("/offer/state").asString()));
        assertThat(phone("lin", number, "exchange").json().path("code").asString()).isEqualTo("remedies.offerOver");
    }

    @Test
    void aClosedCaseTakesNoChoice() {
        String number = offered("O13");
        transaction.executeWithoutResult(status -> cases.close(number, "OTHERWISE"));

        remedies.hear(number, "1", Instant.now());
        assertThat(phone("lin", number, "exchange").json().path("code").asString()).isEqualTo("cases.closed");
        assertThat(remedies.offer(number)).get().extracting(Offer::chosen).isNull();
    }

    @Test
    void termsAreTheShopsOwnAndChangeWhatRemediesCost() {
        assertThat(as("owner").get("/api/remedy-terms/" + shop).status()).isEqualTo(200);
        String terms = "{\"freight\":2000,\"goodsPercent\":50,\"resalePercent\":0,\"returnCostTold\":false,\"freightInsured\":false,"
                + "\"fullFreightPromised\":false,\"promisedTimes\":0}";
        assertThat(as("lin").send("PUT", "/api/remedy-terms/" + shop, terms).status()).isEqualTo(403);
        assertThat(as("owner").send("PUT", "/api/remedy-terms/" + shop, terms.replace("50", "101")).status()).isEqualTo(422);
        try {
            assertThat(as("owner").send("PUT", "/api/remedy-terms/" + shop, terms).status()).isEqualTo(200);
            // exchange: 100.00 goods, nothing comes back of worth, two parcels of 20.00
            assertThat(view(offered("O12")).at("/options/1/cost/minor").asLong()).isEqualTo(14_000);
        } finally {
            as("owner").send("PUT", "/api/remedy-terms/" + shop, terms.replace("2000", "1000").replace(":50", ":60").replace("\"resalePercent\":0", "\"resalePercent\":20"));
        }
    }

    private Callable<Integer> choosing(String number, String code) {
        return () -> {
            try {
                remedies.choose(number, code, Chooser.BUYER);
                return 200;
            } catch (Problem problem) {
                return problem.getStatusCode().value();
            }
        };
    }

    private Visitor.Answer phone(String login, String number, String code) {
        return as(login).post("/api/cases/" + number + "/offer/choice",
                "{\"code\":\"%s\",\"channel\":\"PHONE\",\"note\":\"买家来电选择\"}".formatted(code));
    }

    private String offered(String order) {
        String number = ranked(order);
        remedies.offer(number, ALL);
        return number;
    }

    private String ranked(String order) {
        String number = complains(order, "有裂纹");
        attaches("lin", number);
        settles(number, "QUALITY");
        ranks(number);
        return number;
    }
}

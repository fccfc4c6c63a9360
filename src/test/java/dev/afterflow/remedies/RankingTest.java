package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterflow.cases.Case;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.ThrowawayEngine;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.remedies.Liability.Payer;
import dev.afterflow.remedies.Remedies.Option;
import dev.afterflow.security.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Remedies priced and ordered, by the tables of the rule book; blankets for 200.00, a parcel costs 10.00, goods 60 %. */
class RankingTest {

    private static ThrowawayEngine engine;
    private static Ranker ranker;

    private final Scene scene = new Scene();

    @BeforeAll
    static void open() {
        engine = ThrowawayEngine.with(Map.of(), ThrowawayEngine.files("processes/remedies/compensation-standard.dmn", "processes/remedies/remedy-options.dmn"));
        ranker = new Ranker(new Pricing(new Standards(engine.decisions())));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aDefectTheSupplierAnswersForIsRankedByWhatItCostsTheSeller() {
        List<Option> options = proposed("QUALITY", Party.SUPPLIER, Payer.SELLER);

        // agreed part: middle of nothing and min(40 %, 100.00); return: 200.00 - 24.00 worth + 10.00; exchange: 120.00 - 24.00 + 20.00
        assertThat(options).extracting(Option::code, option -> option.cost().minor()).containsExactly(
                tuple("refund", 4_000L), tuple("exchange", 11_600L),
                tuple("returnRefund", 18_600L));
        assertThat(options).extracting(Option::rank).containsExactly(1, 2, 3);
        assertThat(options.get(0)).satisfies(part -> {
            assertThat(part.amountRule()).isEqualTo("AGREED");
            assertThat(part.most().minor()).isEqualTo(8_000);
            assertThat(part.whole()).isFalse();
            assertThat(part.titleZh()).isEqualTo("部分退款，保留商品");
        });
        assertThat(options.get(2).gets().minor()).isEqualTo(20_000);
    }

    @Test
    void whoChangesHisMindBearsTheWayBackSoItCostsTheSellerLess() {
        List<Option> options = proposed("NO_REASON", Party.BUYER, Payer.BUYER);

        assertThat(options).extracting(Option::code, option -> option.cost().minor()).containsExactly(
                tuple("exchange", 0L), tuple("returnRefund", 8_000L));
    }

    @Test
    void faultyGoodsNeverGoBackAtTheBuyersCost() {
        assertThat(proposed("QUALITY", Party.SELLER, Payer.BUYER)).extracting(Option::remedy).doesNotContain("returnRefund", "exchange");
    }

    @Test
    void nothingOutOfStockIsExchanged() {
        scene.stock = Map.of("S-1", 1);
        assertThat(proposed("QUALITY", Party.SUPPLIER, Payer.SELLER)).extracting(Option::remedy).doesNotContain("exchange");
    }

    @Test
    void whatWasPaidBackAlreadyIsNotPaidTwice() {
        scene.left = 0;
        assertThat(proposed("QUALITY", Party.SUPPLIER, Payer.SELLER)).extracting(Option::code).containsExactly("exchange");
    }

    @Test
    void theFreightTheBuyerPaidComesBackWithFaultyGoods() {
        scene.outboundFreight = 1_200;
        scene.left = 21_200;
        Option back = proposed("QUALITY", Party.SELLER, Payer.SELLER).stream().filter(each -> each.code().equals("returnRefund")).findFirst().orElseThrow();
        assertThat(back.gets().minor()).isEqualTo(21_200);
    }

    @Test
    void nothingIsPaidForAReview() {
        scene.words = "赔我50，不然差评";
        assertThat(proposed("QUALITY", Party.SUPPLIER, Payer.SELLER)).extracting(Option::amountRule).doesNotContain("AGREED", "STANDARD");
    }

    @Test
    void aPromisedMultipleBindsOnTopOfThePrice() {
        scene.terms = new Terms(1_000, 60, 20, false, false, false, false, 4);
        assertThat(proposed("COUNTERFEIT", Party.SELLER, Payer.SELLER)).filteredOn(each -> each.amountRule().equals("PROMISED"))
                .singleElement().satisfies(option -> assertThat(option.gets().minor()).isEqualTo(100_000));
    }

    @Test
    void aPieceThatIsMissingIsPaidAtItsPrice() {
        scene.lines = List.of(new Case.Line("1", 1));
        assertThat(proposed("SHORT", Party.WAREHOUSE, Payer.SELLER)).filteredOn(each -> each.amountRule().equals("PIECE"))
                .singleElement().satisfies(option -> assertThat(option.gets().minor()).isEqualTo(10_000));
    }

    @Test
    void inAnotherCurrencyAPersonSaysHowMuch() {
        scene.currency = "USD";
        Option part = proposed("QUALITY", Party.SELLER, Payer.SELLER).stream().filter(each -> each.amountRule().equals("AGREED")).findFirst().orElseThrow();
        assertThat(part.gets()).isNull();
        assertThat(part.cost()).isEqualTo(part.most());

        refused("remedies.outsideStandard", List.of("exchange", "returnRefund", part.code()), Map.of());
        assertThat(Offering.demand(scene.known(), proposed("QUALITY", Party.SELLER, Payer.SELLER), List.of("exchange", "returnRefund", part.code()),
                Map.of(part.code(), scene.money(1_500)))).last().satisfies(line -> assertThat(line.gets().minor()).isEqualTo(1_500));
    }

    @Test
    void anOfferNamesItsLinesInBothLanguages() {
        List<Option> options = proposed("QUALITY", Party.SUPPLIER, Payer.SELLER);
        var lines = Offering.demand(scene.known(), options, List.of("exchange", "returnRefund", "refund"), Map.of());
        Remedies.Offer offer = new Remedies.Offer(1, "T-1", "shop", Remedies.Offer.State.OPEN, lines, Scene.NOW, null, 0, null, null, null);

        assertThat(offer.text(true)).isEqualTo("1. 换货\n2. 退货退款，退 ¥200.00\n3. 部分退款，保留商品，退 ¥40.00");
        assertThat(offer.text(false)).startsWith("1. Exchange\n2. Return and refund, you get ");
    }

    @Test
    void anOfferBelowTheLawIsRefused() {
        refused("remedies.belowLaw", List.of("refund"), Map.of());
        refused("remedies.askedLeftOut", List.of("exchange", "refund"), Map.of());
        refused("remedies.unknownOption", List.of("voucher"), Map.of());
        refused("count", List.of(), Map.of());
        refused("count", List.of("exchange", "exchange"), Map.of());
    }

    @Test
    void onlyWhatMayBeAgreedHasAnotherAmount() {
        List<String> all = List.of("exchange", "returnRefund", "refund");
        refused("remedies.outsideStandard", all, Map.of("refund", scene.money(8_001)));
        refused("remedies.outsideStandard", all, Map.of("refund", scene.money(0)));
        refused("remedies.outsideStandard", all, Map.of("refund", new Money(100, "USD")));
        refused("remedies.fixedAmount", all, Map.of("returnRefund", scene.money(1)));
    }

    @Test
    void compensationForAReviewIsRefusedEvenIfItWasRankedBefore() {
        List<Option> before = proposed("QUALITY", Party.SUPPLIER, Payer.SELLER);
        scene.words = "给五星，赔我一半";
        assertThatThrownBy(() -> Offering.demand(scene.known(), before, List.of("exchange", "returnRefund", "refund"), Map.of()))
                .isInstanceOf(Problem.class).hasMessageContaining("review");
    }

    private void refused(String rule, List<String> codes, Map<String, Money> amounts) {
        List<Option> options = proposed("QUALITY", Party.SUPPLIER, Payer.SELLER);
        assertThatThrownBy(() -> Offering.demand(scene.known(), options, codes, amounts)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.getBody().getProperties()).containsEntry("rule", rule));
    }

    private List<Option> proposed(String reasonType, Party party, Payer wayBack) {
        Circumstances known = scene.known();
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", known.shop().jurisdiction(), "stage", "RECEIVED", "reasonType", reasonType,
                "eligibility", "withReturn", "liableParty", party.name(), "inStock", known.inStock(), "currency", known.order().currency(),
                "valueMinor", known.value().minor(), "tier", "NEW"));
        return ranker.rank(engine.decisions().all("remedy-options", facts).stream().map(Decided::outputs).toList(), known,
                scene.settled(reasonType, party, wayBack));
    }
}

package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The law and the platforms' rules as sentences, each put to the real decision tables. Mark A is a statute or a platform's own
 * page, mark B a third party's account of one. What neither confirms is asked too: there a person decides.
 */
class LegalTest {

    private static final String CPL = "Consumer Protection Law";
    private static final String MEASURES = "7-Day Return Measures 8-9 [L-7D-a]";

    private record Sentence(String mark, String source, String says, Object expected, Supplier<?> asked) {

        DynamicTest test() {
            return DynamicTest.dynamicTest("[%s] %s (%s)".formatted(mark, says, source),
                    () -> assertThat((Object) asked.get()).isEqualTo(expected));
        }
    }

    private static Sentence a(String source, String says, Object expected, Supplier<?> asked) {
        return new Sentence("A", source, says, expected, asked);
    }

    private static Sentence b(String source, String says, Object expected, Supplier<?> asked) {
        return new Sentence("B", source, says, expected, asked);
    }

    private static Matter china(String reason) {
        return Matter.in("CN").because(reason);
    }

    private static Matter changed(String jurisdiction) {
        return Matter.in(jurisdiction).because("七天无理由");
    }

    @TestFactory
    Stream<DynamicTest> whoPaysTheFreight() {
        return FREIGHT.stream().map(Sentence::test);
    }

    private static final List<Sentence> FREIGHT = List.of(
            a(CPL + " 24(2) [L-CPL]", "The seller pays the way back of goods with a defect", "seller", () -> china("质量问题").proved("SHOWN").wayBack()),
            a(CPL + " 24(2) [L-CPL]", "The seller pays the way back of goods not as described", "seller", () -> china("描述不符").proved("SHOWN").wayBack()),
            a(CPL + " 24(2) [L-CPL]", "Wrong goods travel at the seller's cost, and the way out is refunded", "seller", () -> china("卖家发错货").with("freeShipping", false).outbound()),
            a(CPL + " 24(2) [L-CPL]", "While nobody knows the cause, a buyer is not charged for faulty goods", "seller", () -> china("质量问题").wayBack()),
            a(CPL + " 24(2) [L-CPL]", "An exchange of faulty goods costs the buyer nothing, the second way out included", "seller", () -> china("质量问题").proved("SHOWN").with("remedy", "EXCHANGE").secondWayOut()),
            a("E-Commerce Law 20 [L-ECL]", "For goods the carrier broke the buyer pays no freight; the seller turns to the carrier", "seller", () -> china("商品破损").proved("SHOWN,BOX_CRUSHED").wayBack()),
            a(CPL + " 25(2) [L-CPL]", "A buyer who changed his mind pays the way back", "buyer", () -> changed("CN").wayBack()),
            a(CPL + " 25(2) [L-CPL]", "Changing one's mind about free-shipping goods does not bring the way out on the bill", "seller", () -> changed("CN").outbound()),
            b("Taobao dispute rules 46-50 [TB-F1]", "Where shipping was paid, a buyer who changed his mind bears the way out", "buyer", () -> changed("CN").with("freeShipping", false).outbound()),
            b("Taobao dispute rules 46-50 [TB-F1]", "Who breaks the condition of free shipping by a partial return bears the way out", "buyer", () -> changed("CN").with("freeShippingLost", true).outbound()),
            b("Taobao dispute rules 46-50 [TB-F1]", "An exchange without reason is sent again at the buyer's cost", "buyer", () -> changed("CN").with("remedy", "EXCHANGE").secondWayOut()),
            b("Taobao dispute rules 46-50 [TB-F1][TB-F2]", "When no fault can be fixed, the seller bears the way out", "seller", () -> china("其他").outbound()),
            b("Taobao dispute rules 46-50 [TB-F1][TB-F2]", "When no fault can be fixed, the buyer bears the way back", "buyer", () -> china("其他").wayBack()),
            b("Directive 2011/83/EU 13 [EU-SUM]", "EU: standard delivery is refunded on withdrawal", "seller", () -> changed("EU").with("freeShipping", false).with("returnCostTold", true).outbound()),
            b("Directive 2011/83/EU 14 [EU-SUM]", "EU: the consumer bears the direct cost of return if told so", "buyer", () -> changed("EU").with("returnCostTold", true).wayBack()),
            b("Directive 2011/83/EU 14 [EU-SUM]", "EU: a trader who did not tell bears the way back himself", "seller", () -> changed("EU").wayBack()),
            b("Taobao return freight insurance [TB-INS][TB-F4]", "An insurer pays the first weight, the liable side the rest", List.of("return firstWeight: insurer", "return rest: liable"), () -> Matter.in("CN").with("insured", true).adjustments()),
            a("SPC network consumption rules 2, 10 [L-SPC]", "A promise to bear the whole way back binds the seller", List.of("return all: seller"), () -> Matter.in("CN").with("fullFreightPromised", true).adjustments()),
            b("Taobao dispute rules 46-50 [TB-F1]", "Who sends freight collect without consent bears both ways", List.of("outbound all: seller", "return all: seller"), () -> Matter.in("CN").with("dispatchedCollect", true).adjustments()),
            b("Taobao dispute rules 46-50 [TB-F1]", "A return address other than the one listed costs the seller the difference", List.of("return difference: seller"), () -> Matter.in("CN").with("addressDiffers", true).adjustments()));

    @TestFactory
    Stream<DynamicTest> whoIsLiable() {
        return LIABLE.stream().map(Sentence::test);
    }

    private static final List<Sentence> LIABLE = List.of(
            a(CPL + " 23(3) [L-CPL]", "Durable goods: for six months the seller has to prove that they were sound", "SELLER", () -> china("故障").with("durable", true).with("inTerm", false).received(24 * 180).liable()),
            a(CPL + " 23(3) [L-CPL]", "Durable goods: after six months the burden is no longer the seller's, and no rule decides", "UNCLEAR", () -> china("故障").with("durable", true).with("inTerm", false).received(24 * 190).liable()),
            a(CPL + " 23(3) [L-CPL]", "Durable goods: the seller's proof lifts the presumption, it does not make the buyer liable", "UNCLEAR", () -> china("故障").with("durable", true).with("inTerm", false).proved("SOUND_PROVED").received(700).liable()),
            a("Product Quality Law 40 [L-PQL]", "The seller answers for a defect and has recourse against the supplier", "SUPPLIER", () -> china("质量问题").proved("SHOWN").with("supplierBears", true).liable()),
            a("E-Commerce Law 20 [L-ECL]", "Without proof of delivery the loss is the carrier's and the seller pays the buyer first", "CARRIER", () -> china("未收到货").with("stage", "SHIPPED").liable()),
            a("Civil Code 832 [L-CC]", "The carrier is liable for the parcel it crushed", "CARRIER", () -> china("商品破损").proved("BOX_CRUSHED").liable()),
            a("SPC network consumption rules 8 [L-SPC]", "The seller is liable for gifts too", "SELLER", () -> china("赠品损坏").liable()),
            b("Taobao dispute rules [TB-D1]", "A wrong address in the order is the buyer's risk", "BUYER", () -> china("未收到货").proved("ADDRESS_WRONG").liable()),
            b("Taobao dispute rules [TB-D1]", "A parcel shown as delivered that the buyer denies is not held against the buyer by a rule", "UNCLEAR", () -> china("未收到货").proved("DELIVERED_PROVED").liable()));

    @TestFactory
    Stream<DynamicTest> whatMayBeRefused() {
        return REFUSED.stream().map(Sentence::test);
    }

    private static final List<Sentence> REFUSED = List.of(
            a(CPL + " 25 [L-CPL]", "Within seven days nobody may refuse a return without reason", "withReturn", () -> changed("CN").received(100).eligibility()),
            b("Taobao 168 hours [TB-7D]", "The seven days are 168 hours from midnight after delivery, the last one included", "withReturn", () -> changed("CN").received(168).eligibility()),
            a(CPL + " 25 [L-CPL]", "After the seven days, without a promise, a change of mind may be refused", "notEligible", () -> changed("CN").received(169).eligibility()),
            a(CPL + " 25(1)(1) [L-CPL]", "Goods made to order may be refused", "notEligible", () -> changed("CN").with("goodsClass", "CUSTOM").eligibility()),
            a(CPL + " 25(1)(2) [L-CPL]", "Fresh and perishable goods may be refused", "notEligible", () -> changed("CN").with("goodsClass", "PERISHABLE").eligibility()),
            a(CPL + " 25(1)(3) [L-CPL]", "Opened digital goods may be refused", "notEligible", () -> changed("CN").with("goodsClass", "DIGITAL").with("opened", true).eligibility()),
            a(CPL + " 25(1)(3) [L-CPL]", "Unopened digital goods may not be refused", "withReturn", () -> changed("CN").with("goodsClass", "DIGITAL").eligibility()),
            a(CPL + " 25(1)(4) [L-CPL]", "Delivered newspapers and periodicals may be refused", "notEligible", () -> changed("CN").with("goodsClass", "PERIODICAL").eligibility()),
            a(CPL + " 25(2) [L-CPL]", "Unsuitable goods may be refused where the buyer confirmed it at purchase", "notEligible", () -> changed("CN").with("goodsClass", "SPECIAL").with("exclusionConfirmed", true).eligibility()),
            a("Penalty Measures 9(2) [L-PEN]", "Without a record of that confirmation a refusal is unlawful", "withReturn", () -> changed("CN").with("goodsClass", "SPECIAL").eligibility()),
            a("SPC network consumption rules 2 [L-SPC]", "A seller's own promise binds even for goods made to order", "withReturn", () -> changed("CN").with("goodsClass", "CUSTOM").with("promiseDays", 15L).received(360).eligibility()),
            a("SPC network consumption rules 2 [L-SPC]", "A promise binds no longer than it was given for", "notEligible", () -> changed("CN").with("promiseDays", 15L).received(361).eligibility()),
            a(CPL + " 24 [L-CPL]", "Faulty goods may be returned within seven days, made to order or not", "withReturn", () -> china("质量问题").with("goodsClass", "CUSTOM").received(168).eligibility()),
            a(CPL + " 24 [L-CPL]", "A fault shown after seven days is never refused by a rule", "person", () -> china("质量问题").received(2_000).eligibility()),
            a(CPL + " 24 [L-CPL]", "The end of the trade does not turn a fault into a change of mind", "QUALITY", () -> china("质量问题").with("stage", "CLOSED").received(2_000).reasonType()),
            b("Warranty rules [L-3G-a]", "A malfunction within fifteen days gives a claim to exchange or repair", "三包 十五天内可换货或维修 / warranty rules, exchange or repair within 15 days", () -> china("功能故障").received(300).ground()),
            a("Taobao refuse API [TOP-REFUSE]", "A refund of an unshipped order may not be refused, whatever the goods", "eligible", () -> china("不想要").with("stage", "UNSHIPPED").with("goodsClass", "CUSTOM").eligibility()),
            a("E-Commerce Law 20 [L-ECL]", "A parcel that has not arrived is the seller's risk and is refunded", "eligible", () -> china("未收到货").with("stage", "SHIPPED").eligibility()),
            b("Taobao dispute rules [TB-D1]", "Not received though shown as delivered: the seller has to prove it before anything is refused", "person", () -> china("未收到货").eligibility()),
            a("Directive 2011/83/EU 9 [EU-9]", "EU: fourteen days to withdraw, the last one included", "withReturn", () -> changed("EU").received(336).eligibility()),
            a("Directive 2011/83/EU 9 [EU-9]", "EU: after fourteen days the withdrawal may be refused", "notEligible", () -> changed("EU").received(337).eligibility()),
            b("Directive 2011/83/EU 16 [EU-SUM]", "EU: goods made to order carry no right of withdrawal", "notEligible", () -> changed("EU").with("goodsClass", "CUSTOM").eligibility()),
            b("Directive 2011/83/EU 16 [EU-DE]", "EU: unsealed hygiene goods carry no right of withdrawal", "notEligible", () -> changed("EU").with("goodsClass", "SPECIAL").with("opened", true).eligibility()),
            b("Directive 2011/83/EU 16 [EU-DE]", "EU: hygiene goods still sealed may be withdrawn from", "withReturn", () -> changed("EU").with("goodsClass", "SPECIAL").eligibility()));

    @TestFactory
    Stream<DynamicTest> whatCountsAsIntact() {
        return INTACT.stream().map(Sentence::test);
    }

    private static final List<Sentence> INTACT = List.of(
            a("SPC network consumption rules 3 [L-SPC]", "A parcel opened to look is intact", "intact", () -> changed("CN").found("手机", "OPENED").inspected()),
            b(MEASURES, "Goods tried in a reasonable way are intact", "intact", () -> changed("CN").found("手机", "OPENED,TRIED").inspected()),
            b(MEASURES, "Cosmetics with a broken one-time seal are not intact", "notIntact", () -> changed("CN").found("护肤品", "SEAL_BROKEN").inspected()),
            b(MEASURES, "A broken seal on anything else is no ground to refuse; a person looks", "deduct", () -> changed("CN").found("图书", "SEAL_BROKEN").inspected()),
            b(MEASURES, "An activated phone is not intact", "notIntact", () -> changed("CN").found("手机", "ACTIVATED").inspected()),
            b(MEASURES, "Electronics with a changed serial number are not intact", "notIntact", () -> changed("CN").found("电脑", "ALTERED").inspected()),
            b(MEASURES, "Clothes without their tag are not intact", "notIntact", () -> changed("CN").found("女装", "TAG_CUT").inspected()),
            b(MEASURES, "Marks of use beyond trying on break intactness", "notIntact", () -> changed("CN").found("跑步鞋", "WORN").inspected()),
            b("Platforms accept a deduction [COMP-OK]", "A missing accessory costs its value, it is no ground to refuse", "deduct", () -> changed("CN").found("耳机", "ACCESSORY_MISSING").inspected()),
            b("Platforms accept a deduction [COMP-OK]", "A damaged sales box is deducted, it is no ground to refuse", "deduct", () -> changed("CN").found("玩具", "BOX_DAMAGED").inspected()),
            a(CPL + " 24 [L-CPL]", "Faulty goods are taken back opened and used; intactness is asked of a change of mind only", "intact", () -> china("质量问题").found("护肤品", "OPENED,SEAL_BROKEN,WORN").inspected()),
            a("Amazon returns policy [AMZ-3]", "Amazon: another condition is deducted by its severity", "deduct", () -> changed("US").with("platform", "amazon").found("dress", "TAG_CUT").inspected()));

    @TestFactory
    Stream<DynamicTest> whatMustBePaid() {
        return PAID.stream().map(Sentence::test);
    }

    private static final List<Sentence> PAID = List.of(
            a(CPL + " 25 [L-CPL]", "A change of mind brings back the price paid, not the way out", "PAID, freight KEPT", () -> changed("CN").refund()),
            a(CPL + " 24(2) [L-CPL]", "Faulty goods bring back the price and the way out", "PAID, freight REFUNDED", () -> china("质量问题").refund()),
            a("E-Commerce Law 20 [L-ECL]", "A lost parcel brings back everything", "PAID, freight REFUNDED", () -> china("未收到货").with("stage", "SHIPPED").refund()),
            a("Civil Code 582 [L-CC]", "Missing pieces: the price is reduced by them", "PIECE, freight KEPT", () -> china("少件").with("remedy", "REFUND_ONLY").refund()),
            b("Taobao dispute rules 46-50 [TB-F1]", "A partial return that loses free shipping is charged the way out", "PAID, freight CHARGED", () -> changed("CN").with("freeShippingLost", true).refund()),
            b("Directive 2011/83/EU 13 [EU-SUM]", "EU: withdrawal brings back all payments and standard delivery", "PAID, freight REFUNDED", () -> changed("EU").refund()),
            a(CPL + " 55 [L-CPL]", "Fraud costs three times the price on top", "PAID_AND_THREEFOLD, freight REFUNDED", () -> china("假货").with("remedy", "FRAUD_CLAIM").refund()),
            a(CPL + " 55 [L-CPL]", "Fraud costs at least 500 CNY", "STATUTORY 50000-50000", () -> Matter.in("CN").with("itemMinor", 10_000L).compensation("FRAUD")),
            a("SPC network consumption rules 10 [L-SPC]", "Ten times for a fake, once promised, is owed", "PROMISED 300000-300000", () -> Matter.in("CN").with("promisedTimes", 10L).compensation("COUNTERFEIT")),
            b("Taobao late shipping [TB-LATE-a]", "Late shipping on Taobao costs at least 5 CNY", "LIGHT 300-300; LATE_PROMISE 500-500", () -> Matter.on("taobao").with("itemMinor", 3_000L).with("orderMinor", 3_000L).compensation("LATE_SHIPPING")),
            b("Company standard [WG-22]", "A defect the buyer keeps is compensated with at most 100 CNY", "DEFECT_KEPT 0-10000", () -> Matter.in("CN").compensation("DEFECT_KEPT")),
            b("Company standard [WG-22]", "Money without a return is at most 200 CNY by the standard", "WITHOUT_RETURN 0-20000", () -> Matter.in("CN").compensation("WITHOUT_RETURN")),
            a("Anti-Unfair Competition Law 9 [L-AUCL25]", "What is tied to a review may never be paid", "FORBIDDEN 0-0", () -> Matter.in("CN").with("reviewLinked", true).compensation("DEFECT_KEPT")));

    @TestFactory
    Stream<DynamicTest> byWhen() {
        return WHEN.stream().map(Sentence::test);
    }

    private static final List<Sentence> WHEN = List.of(
            a("Taobao refund_remind_timeout [TOP-REF]", "The deadline a platform tells wins over every table", "PT0S, then PLATFORM", () -> Matter.on("taobao").with("platformDeadline", true).deadline("answerShipped")),
            a(CPL + " 25(2) [L-CPL]", "The price is refunded within seven days of the goods' arrival", "P7D, then UNLAWFUL", () -> Matter.in("CN").deadline("refundAfterReturn")),
            a("Penalty Measures 8 [L-PEN]", "A rightful demand is met within fifteen days", "P15D, then UNLAWFUL", () -> Matter.in("CN").deadline("anyDemand")),
            b("Taobao [TB-T2][TB-T3]", "Taobao: an unshipped order is answered within 48 hours", "PT48H, then PLATFORM_REFUNDS", () -> Matter.on("taobao").deadline("answerUnshipped")),
            b("Taobao [TB-T1][TB-T2]", "Taobao: a shipped order is answered within five days", "P5D, then PLATFORM_AGREES", () -> Matter.on("taobao").deadline("answerShipped")),
            b("Taobao [TB-T3]", "Taobao: virtual goods are answered within three days", "P3D, then PLATFORM_AGREES", () -> Matter.on("taobao").with("goods", "VIRTUAL").deadline("answerShipped")),
            b("Tmall [TB-T1][TB-T4]", "Tmall: the buyer sends back within seven days", "P7D, then PLATFORM_CLOSES", () -> Matter.on("tmall").deadline("shipBack")),
            b("Tmall [TB-T1][TB-T4]", "Tmall: a return by express is confirmed within ten days", "P10D, then PLATFORM_REFUNDS", () -> Matter.on("tmall").deadline("confirmReturn")),
            b("Taobao [TB-CS]", "Taobao: evidence is given within three days of the platform stepping in", "P3D, then DECIDED_ON_FILE", () -> Matter.on("taobao").deadline("answerPlatform")),
            b("Taobao [TB-ADDR]", "Taobao: the return address is given within 24 hours of the decision", "PT24H, then DEFAULT_ADDRESS", () -> Matter.on("taobao").deadline("returnAddress")),
            b("JD [JD-1]", "JD: a cancellation before shipping is answered within 24 hours", "PT24H, then PLATFORM_AGREES", () -> Matter.on("jd").deadline("answerUnshipped")),
            b("JD [JD-2]", "JD: evidence is given within four working hours", "PT4H working, then WAIVED", () -> Matter.on("jd").deadline("platformEvidence")),
            b("Pinduoduo [PDD-1]", "Pinduoduo: an unshipped order is answered within 36 hours", "PT36H, then PLATFORM_REFUNDS", () -> Matter.on("pdd").deadline("answerUnshipped")),
            b("Douyin [DY-1]", "Douyin: a return is confirmed within seven days", "P7D, then PLATFORM_REFUNDS", () -> Matter.on("douyin").deadline("confirmReturn")),
            b("AliExpress [AE]", "AliExpress: a dispute left unanswered for five days goes at the buyer's amount", "P5D, then BUYERS_AMOUNT", () -> Matter.on("aliexpress").deadline("answerShipped")),
            a("Amazon A-to-z [AMZ-1]", "Amazon: information is given within 72 hours", "PT72H, then CLAIM_LOST", () -> Matter.on("amazon").deadline("platformEvidence")),
            a("Amazon returns [AMZ-2]", "Amazon: the refund follows within two business days of the return", "P2D working, then PLATFORM_REFUNDS", () -> Matter.on("amazon").deadline("refundAfterReturn")),
            a("PayPal disputes [PP-20]", "PayPal: an inquiry is escalated or closed after twenty days", "P20D, then CLOSED", () -> Matter.on("paypal").deadline("answerInquiry")),
            b("Directive 2011/83/EU 13 [EU-SUM]", "EU: the money is back within fourteen days of the notice", "P14D, then UNLAWFUL", () -> Matter.in("EU").deadline("refundAfterReturn")),
            b("16 CFR 435 [US-435-b]", "US: goods leave within thirty days, or the buyer is offered to cancel", "P30D, then OFFER_CANCEL", () -> Matter.in("US").deadline("ship")));

    @TestFactory
    Stream<DynamicTest> whoMustAgree() {
        return AGREED.stream().map(Sentence::test);
    }

    private static final List<Sentence> AGREED = List.of(
            b("Company limits [WG-22]", "An agent approves up to 100 CNY", "AGENT", () -> china("质量问题").approver("WITHOUT_RETURN", 10_000)),
            b("Company limits [WG-22]", "One cent more is the team lead's", "LEAD", () -> china("质量问题").approver("WITHOUT_RETURN", 10_001)),
            b("Company limits [WG-22]", "Up to 500 CNY is the supervisor's", "SUPERVISOR", () -> china("质量问题").approver("COMPENSATION", 50_000)),
            b("Company limits [WG-22]", "Up to 2,000 CNY is the manager's, above it the director's", "DIRECTOR", () -> china("质量问题").approver("COMPENSATION", 200_001)),
            b("Company limits [WG-22]", "More than was paid needs a legal ground: legal", "LEGAL", () -> china("质量问题").with("paidMinor", 5_000L).approver("COMPENSATION", 5_001)),
            b("Company limits [WG-22]", "A return for a fault after a year is the director's", "DIRECTOR", () -> china("质量问题").received(24 * 366).approver("RETURN_OTHER_REASON", 100)),
            a(CPL + " 55 [L-CPL]", "A claim for more than the price goes to legal", "legal", () -> china("质量问题").with("claimsMore", true).route()),
            a("Personal Information Protection Law 24 [L-PIPL]", "No refusal is made by a rule alone", "person", () -> changed("CN").with("decision", "REFUSE").with("goodsOutcome", "notIntact").route()),
            a(CPL + " 25 [L-CPL]", "An eligible change of mind is offered its return at once, without asking for evidence", List.of("returnRefund", "exchange"), () -> changed("CN").remedies()),
            a(CPL + " 24 [L-CPL]", "For faulty goods the buyer may choose exchange or return", List.of("exchange", "returnRefund"), () -> china("质量问题").proved("SHOWN").remedies()));

    @Test
    void atLeastSixtySentencesAndEachNamesItsSource() {
        List<Sentence> all = Stream.of(FREIGHT, LIABLE, REFUSED, INTACT, PAID, WHEN, AGREED).flatMap(List::stream).toList();

        assertThat(all).hasSizeGreaterThan(60).allSatisfy(sentence -> assertThat(sentence.source()).matches(".+\\[.+]"));
        assertThat(all).extracting(Sentence::says).doesNotHaveDuplicates();
    }

    /** Returns law of the United States, the United Kingdom and Brazil is not confirmed: no table decides for or against the buyer. */
    @Test
    void whereTheLawIsNotConfirmedAPersonDecides() {
        for (String jurisdiction : List.of("US", "GB", "BR", "JP", "AU")) {
            assertThat(changed(jurisdiction).eligibility()).as(jurisdiction).isEqualTo("person");
            assertThat(changed(jurisdiction).received(9_000).eligibility()).as(jurisdiction).isEqualTo("person");
            assertThat(changed(jurisdiction).liable()).as(jurisdiction).isEqualTo("UNCLEAR");
            assertThat(changed(jurisdiction).found("dress", "TAG_CUT").inspected()).as(jurisdiction).isEqualTo("deduct");
            assertThat(changed(jurisdiction).remedies()).as(jurisdiction).isEmpty();
        }
    }
}

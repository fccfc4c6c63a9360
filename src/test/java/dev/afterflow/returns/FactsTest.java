package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed, where the goods are and which ground holds, from orders as marketplaces tell them. */
class FactsTest {

    private static final Instant ASKED = Instant.parse("2026-11-21T02:00:00Z");
    private static final RefundRule ALL = new RefundRule("PAID", "REFUNDED");
    private static final RefundRule KEPT = new RefundRule("PAID", "KEPT");

    private Order.State state = Order.State.SHIPPED;
    private Instant delivered;
    private Money asked;
    private List<Case.Line> lines = List.of();
    private List<Product> products = List.of();
    private Money left = cny(26_900);
    private boolean received;
    private Order.FreeFreight freeFreight;
    private Boolean opened;

    @Test
    void freightComesBackWithAWholeOrderThatNeverArrived() {
        assertThat(ALL.due(facts())).isEqualTo(cny(26_900));
        assertThat(KEPT.due(facts())).isEqualTo(cny(25_900));
        assertThat(new RefundRule("PAID", "CHARGED").due(facts())).isEqualTo(cny(24_900));
    }

    @Test
    void onePieceOfALineIsItsShareAndNeverRoundsUp() {
        lines = List.of(new Case.Line("2", 1));

        assertThat(ALL.due(facts())).isEqualTo(cny(4_316));
        lines = List.of(new Case.Line("2", 99));
        assertThat(ALL.due(facts())).isEqualTo(cny(12_950));
        lines = List.of(new Case.Line("unknown", 1));
        assertThat(ALL.due(facts())).isEqualTo(cny(0));
    }

    @Test
    void noMoreIsOwedThanWasAskedOrIsLeft() {
        asked = cny(5_000);
        assertThat(ALL.owed(facts())).isEqualTo(cny(5_000));
        left = cny(3_000);
        assertThat(ALL.owed(facts())).isEqualTo(cny(3_000));
    }

    @Test
    void theGoodsAreWhereTheCarrierOrTheBuyerSaysTheyAre() {
        assertThat(facts().stage()).isEqualTo("SHIPPED");
        received = true;
        assertThat(facts().stage()).isEqualTo("RECEIVED");
        received = false;
        state = Order.State.PAID;
        assertThat(facts().stage()).isEqualTo("SHIPPED");
        delivered = ASKED.minusSeconds(86_400);
        assertThat(facts().stage()).isEqualTo("RECEIVED");
        state = Order.State.FINISHED;
        delivered = ASKED.minusSeconds(16 * 86_400);
        assertThat(facts().stage()).isEqualTo("CLOSED");
    }

    @Test
    void theTermStartsAtMidnightAfterDeliveryWhereTheShopIs() {
        delivered = Instant.parse("2026-11-13T10:00:00Z");

        assertThat(facts().forTables()).containsEntry("termHours", 178L);
        delivered = Instant.parse("2026-11-13T17:00:00Z");
        assertThat(facts().forTables()).containsEntry("termHours", 154L);
        delivered = null;
        assertThat(facts().forTables()).containsEntry("termHours", null);
    }

    @Test
    void anExclusionCountsOnlyWithTheBuyersConfirmationAndItsProof() {
        products = List.of(product(Product.Kind.SPECIAL, ASKED, "proof.png"));
        assertThat(facts().forTables()).containsEntry("exclusionConfirmed", true).containsEntry("goodsClass", "SPECIAL");
        products = List.of(product(Product.Kind.SPECIAL, ASKED, null));
        assertThat(facts().forTables()).containsEntry("exclusionConfirmed", false);
        products = List.of(product(Product.Kind.SPECIAL, ASKED, "proof.png"), product(Product.Kind.STANDARD, null, null));
        assertThat(facts().forTables()).containsEntry("goodsClass", "MIXED").containsEntry("exclusionConfirmed", false);
        products = List.of();
        assertThat(facts().forTables()).containsEntry("goodsClass", "STANDARD").containsEntry("promiseDays", 0L);
    }

    @Test
    void aPartialReturnLosesFreeShippingOnlyBelowTheThreshold() {
        freeFreight = new Order.FreeFreight(cny(13_000), cny(800));
        assertThat(facts().forTables()).as("all of it goes back").containsEntry("freeShippingLost", false);
        lines = List.of(new Case.Line("2", 3));
        assertThat(facts().forTables()).as("129.50 are kept").containsEntry("freeShippingLost", true);
        assertThat(new RefundRule("PAID", "CHARGED").due(facts())).as("less what the seller waived").isEqualTo(cny(12_150));
        lines = List.of(new Case.Line("2", 1));
        assertThat(facts().forTables()).as("215.84 are kept").containsEntry("freeShippingLost", false);
        freeFreight = null;
        lines = List.of(new Case.Line("2", 3));
        assertThat(facts().forTables()).as("nobody told a threshold").containsEntry("freeShippingLost", false);
    }

    @Test
    void whetherGoodsWereOpenedIsKnownOnlyWhenSomebodyTold() {
        assertThat(facts().forTables()).containsEntry("opened", null);
        opened = true;
        assertThat(facts().forTables()).containsEntry("opened", true);
        opened = false;
        assertThat(facts().forTables()).containsEntry("opened", false);
    }

    @Test
    void eachGroundHoldsOnlyWhereTheLawSaysSo() {
        assertThat(holds("DELIVERY_PROOF", "NOT_RECEIVED", "person", List.of("file"))).isTrue();
        assertThat(holds("DELIVERY_PROOF", "NOT_RECEIVED", "person", List.of())).isFalse();
        assertThat(holds("DELIVERY_PROOF", "QUALITY", "person", List.of("file"))).isFalse();
        assertThat(holds("NOT_ELIGIBLE", "NO_REASON", "notEligible", List.of())).isTrue();
        assertThat(holds("NOT_ELIGIBLE", "NO_REASON", "withReturn", List.of("file"))).isFalse();
        assertThat(holds("MISUSE_REPORT", "QUALITY", "person", List.of("file"))).as("nobody can misuse what has not arrived").isFalse();
        assertThat(holds("NOTHING_LEFT", "NOT_RECEIVED", "eligible", List.of())).isFalse();
        received = true;
        assertThat(holds("MISUSE_REPORT", "QUALITY", "person", List.of("file"))).isTrue();
        assertThat(holds("MISUSE_REPORT", "NO_REASON", "withReturn", List.of("file"))).isFalse();
        left = cny(0);
        assertThat(holds("NOTHING_LEFT", "NOT_RECEIVED", "eligible", List.of())).isTrue();
    }

    @Test
    void anUnshippedOrderIsRefusedOnlyWhereThereIsNothingToGiveBack() {
        Facts unshipped = new Facts(facts().asked(), order(Order.State.PAID, List.of()), left, products, shop(), ASKED);
        Facts unpaid = new Facts(facts().asked(), order(Order.State.CREATED, List.of()), cny(0), products, shop(), ASKED);

        for (Ground ground : Ground.values()) {
            assertThatThrownBy(() -> Ground.demand(ground.name(), found("NO_REASON", "notEligible"), unshipped, List.of("file")))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getBody().getProperties())
                            .containsEntry("rule", ground == Ground.NOTHING_LEFT ? "unlawfulGround" : "unshippedCannotBeRefused"));
        }
        assertThat(Ground.demand("NOTHING_LEFT", found("NO_REASON", "notEligible"), unpaid, List.of())).isEqualTo(Ground.NOTHING_LEFT);
    }

    private boolean holds(String ground, String reasonType, String eligibility, List<String> evidence) {
        try {
            Ground.demand(ground, found(reasonType, eligibility), facts(), evidence);
            return true;
        } catch (Problem refused) {
            assertThat(refused.getBody().getProperties()).containsEntry("rule", "unlawfulGround");
            return false;
        }
    }

    private static Return found(String reasonType, String eligibility) {
        return Return.begun("RT-1", "shop", "O-1", "CNY", "REFUND_ONLY|").found(new Return.Finding(reasonType, eligibility, "法 / law", ALL));
    }

    private Facts facts() {
        Order.Shipment parcel = new Order.Shipment("1", "sf", "SF1", ASKED.minusSeconds(86_400 * 20), null, delivered, List.of());
        return new Facts(request(), order(state, List.of(parcel)), left, products, shop(), ASKED);
    }

    private Case request() {
        return new Case("RT-1", "shop", Case.Kind.REFUND_ONLY, Case.State.OPEN, "O-1", true, "b-1", "refund", "未收到货", "没收到", asked,
                lines, received, "NEW", List.of(), 50, "returns-desk", "return-exchange", null, ASKED, null, null, null);
    }

    private Order order(Order.State state, List<Order.Shipment> shipments) {
        return new Order("shop", "O-1", "1", state, "CNY", ASKED, ASKED, null, null, freeFreight != null, cny(1_000), null,
                List.of(item("1", 1, 12_950), item("2", 3, 12_950)),
                List.of(new Order.Payment("PAY-1", "sandbox", "alipay", cny(26_900), ASKED)), shipments, freeFreight);
    }

    private Order.Item item(String id, int quantity, long paid) {
        return new Order.Item(id, "P-" + id, "S", "毛毯", quantity, cny(paid), cny(0), null, opened);
    }

    private static Product product(Product.Kind kind, Instant confirmed, String proof) {
        return new Product("shop", "P-1", "毛毯", "家纺", kind, kind == Product.Kind.SPECIAL, confirmed, proof, null, null, List.of(),
                null, false, null);
    }

    private static Shop shop() {
        return new Shop("shop", "RT", "店", "店", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    private static Money cny(long minor) {
        return new Money(minor, "CNY");
    }
}

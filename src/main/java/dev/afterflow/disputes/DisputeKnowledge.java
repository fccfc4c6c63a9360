package dev.afterflow.disputes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.logistics.ReturnedGoods;
import dev.afterflow.orders.Order;
import dev.afterflow.remedies.Liabilities;
import dev.afterflow.remedies.Liability;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the house found out about disputed goods before: by inspection, by a person who settled liability on proof, by a dispute won over the same goods. */
@Component
class DisputeKnowledge {

    private static final Map<String, String> GOODS = Map.of("intact", "INTACT", "deduct", "INTACT", "notIntact", "NOT_INTACT", "wrongGoods", "NOT_RETURNED", "empty", "NOT_RETURNED");
    private static final Set<String> FAULTS = Set.of("QUALITY", "DAMAGED");
    private static final String RULE = "rule";

    private final Cases cases;
    private final ReturnedGoods goods;
    private final Liabilities liabilities;
    private final JdbcDisputes store;

    DisputeKnowledge(Cases cases, ReturnedGoods goods, Liabilities liabilities, JdbcDisputes store) {
        this.cases = cases;
        this.goods = goods;
        this.liabilities = liabilities;
        this.store = store;
    }

    /** Words of {@code dispute-strategy}, empty where the house does not know. */
    record Known(String goods, String report, String listing, boolean authorised) {
    }

    /** Nothing about goods of an order nobody knows. */
    Known of(Order order) {
        if (order == null) {
            return new Known("", "", "", false);
        }
        List<Case> about = cases.about(order.shop(), order.orderId());
        List<Liability> proved = about.stream().map(each -> liabilities.of(each.number())).flatMap(Optional::stream).filter(DisputeKnowledge::proved).toList();
        boolean human = proved.stream().anyMatch(each -> FAULTS.contains(each.reasonType()) && each.party() == Liability.Party.BUYER);
        boolean genuine = proved.stream().anyMatch(each -> each.reasonType().equals("COUNTERFEIT") && each.party() == Liability.Party.BUYER);
        return new Known(inspected(about), human ? "HUMAN_DAMAGE" : "", listing(proved), genuine || store.wonWith(order.shop(), "COUNTERFEIT", "AUTHORISATION", products(order)));
    }

    /** A person settled it; that a buyer answers for a fault takes proof there. */
    private static boolean proved(Liability settled) {
        return settled.party() != null && !RULE.equals(settled.by());
    }

    private static String listing(List<Liability> proved) {
        return proved.stream().filter(each -> each.reasonType().equals("NOT_AS_DESCRIBED")).map(each -> switch (each.party()) {
            case BUYER -> "MATCHES";
            case OPERATIONS, SELLER -> "DIFFERS";
            default -> "";
        }).findFirst().orElse("");
    }

    /** The newest inspection of what came back. */
    private String inspected(List<Case> about) {
        return about.stream().map(each -> goods.of(each.number())).flatMap(Optional::stream).map(GoodsReturn::inspection).filter(Objects::nonNull)
                .map(GoodsReturn.Inspection::outcome).filter(Objects::nonNull).map(outcome -> GOODS.getOrDefault(outcome, "")).findFirst().orElse("");
    }

    static List<String> products(Order order) {
        return order == null ? List.of() : order.items().stream().map(Order.Item::productId).distinct().sorted().toList();
    }
}

package dev.afterflow.logistics;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.engine.Decisions;
import dev.afterflow.logistics.GoodsReturn.Inspection;
import dev.afterflow.logistics.GoodsReturn.State;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.Product;
import dev.afterflow.orders.Products;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes goods in: what was counted, what was found, and what the standard of intactness says of it. */
@Component
@Transactional
class TakingIn {

    private final JdbcGoodsReturns store;
    private final Notices notices;
    private final Orders orders;
    private final Products products;
    private final Shops shops;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Cases cases;
    private final Audit audit;

    TakingIn(JdbcGoodsReturns store, Notices notices, Orders orders, Products products, Shops shops, Decisions decisions,
             Tasks tasks, Timeline timeline, Cases cases, Audit audit) {
        this.store = store;
        this.notices = notices;
        this.orders = orders;
        this.products = products;
        this.shops = shops;
        this.decisions = decisions;
        this.tasks = tasks;
        this.timeline = timeline;
        this.cases = cases;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public GoodsReturn find(String caseNumber) {
        return store.latest(caseNumber).orElseThrow(() -> Problem.notFound("return"));
    }

    /** Keeps what was counted; true if there is anything to inspect. */
    boolean received(GoodsReturn counted, Who who) {
        if (store.lock(counted.caseNumber()).map(GoodsReturn::state).orElse(null) != State.ARRIVED) {
            throw Problem.conflict("logistics.notHere", "包裹还没有到仓，或已经清点", "The parcel is not here, or is counted already");
        }
        store.received(counted);
        notices.goodsReceived(counted);
        String pieces = counted.counted() + "/" + counted.expected();
        timeline.add(counted.caseNumber(), "PARCEL", "收货清点 " + pieces + " 件" + (counted.count().light() ? "，包裹明显偏轻" : ""),
                "Counted " + pieces + " pieces" + (counted.count().light() ? "; the box is light" : ""), Map.of("by", who.login()));
        audit.record(counted.shop(), "GOODS_RECEIVED", "return", counted.returnNo(), Map.of("by", who.login(), "counted", counted.counted(),
                "expected", counted.expected()));
        return counted.counted() > 0 || counted.count().otherGoods();
    }

    /** Keeps what was found; nothing is judged yet. */
    void inspected(GoodsReturn found, List<String> pictures, Who who) {
        store.found(found.returnNo(), found.inspection(), pictures);
        audit.record(found.shop(), "GOODS_INSPECTED", "return", found.returnNo(),
                Map.of("by", who.login(), "findings", String.join(",", found.inspection().findings())));
    }

    /** The group of goods an inspector looks at: the strictest of what came, OTHER if nobody knows. */
    @Transactional(readOnly = true)
    public String group(GoodsReturn known) {
        List<String> groups = products(known).stream().map(product -> decisions.decide("goods-group",
                Map.of("category", product.category() == null ? "" : product.category())).text("goodsGroup")).distinct().toList();
        return groups.size() == 1 ? groups.get(0) : "OTHER";
    }

    @Transactional(readOnly = true)
    public List<Product> products(GoodsReturn known) {
        return products.all(known.shop(), known.lines().stream().map(GoodsReturn.Line::productId).filter(id -> id != null).distinct().toList());
    }

    /** What goods-intact asks. */
    Map<String, Object> facts(String caseNumber) {
        GoodsReturn known = find(caseNumber);
        Shop shop = shops.find(known.shop()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", shop.jurisdiction());
        facts.put("platform", shop.platform());
        facts.put("reasonType", known.reasonType());
        facts.put("goodsGroup", group(known));
        facts.put("contents", known.inspection().findings().contains(Findings.WRONG) ? "WRONG" : known.contents());
        facts.put("findings", Findings.forTable(known.inspection().findings()));
        return facts;
    }

    /** Keeps what the table said; what is missing is worth what was paid for it. */
    String judged(String caseNumber, String outcome, String deduction, String ground) {
        GoodsReturn known = store.lock(caseNumber).orElseThrow();
        Money deduct = switch (deduction) {
            case "MISSING_VALUE" -> missing(known).plus(known.inspection().deduct()).min(worth(known));
            case "CONDITION" -> known.inspection().deduct().min(worth(known));
            default -> new Money(0, known.currency());
        };
        Inspection found = known.inspection();
        store.judged(known.returnNo(), new Inspection(found.findings(), found.serial(), found.words(), outcome, outcome.equals("intact"),
                ground, deduct, found.by()));
        notices.goodsInspected(known, outcome);
        timeline.add(caseNumber, "DECISION", "验货结论：" + Words.of(outcome, true) + "（" + Vocabulary.half(ground, true) + "）",
                "Inspection: " + Words.of(outcome, false) + " (" + Vocabulary.half(ground, false) + ")", Map.of("outcome", outcome));
        return outcome;
    }

    private Money missing(GoodsReturn known) {
        return value(known, true);
    }

    private Money worth(GoodsReturn known) {
        return value(known, false);
    }

    /** What was paid for all pieces that should come back, or for those that did not. */
    private Money value(GoodsReturn known, boolean missingOnly) {
        Optional<Order> order = orders.find(known.shop(), known.orderId());
        long minor = known.lines().stream().mapToLong(line -> order.flatMap(of -> of.item(line.lineId())).map(item -> {
            int came = line.counted() == null ? 0 : Math.min(line.counted(), line.quantity());
            int pieces = missingOnly ? line.quantity() - came : line.quantity();
            return Math.multiplyExact(item.paid().minor(), (long) pieces) / item.quantity();
        }).orElse(0L)).sum();
        return new Money(minor, known.currency());
    }

    /** The platform wants to hear of the goods soon: who holds them is asked first. */
    void escalate(String caseNumber) {
        tasks.escalate(caseNumber, "receiveParcel");
        tasks.escalate(caseNumber, "inspectGoods");
        timeline.add(cases.find(caseNumber).number(), "TASK", "临近确认收货期限，已升级给主管", "Confirming is nearly due; escalated to a supervisor", Map.of());
    }
}

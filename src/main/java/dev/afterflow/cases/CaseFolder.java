package dev.afterflow.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundView;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Clocks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything a person needs to see of a case at once, and lists of cases. */
@Component
@Transactional(readOnly = true)
class CaseFolder {

    private static final int OTHERS = 20;
    private static final int FOUND_ORDERS = 200;
    private static final int SHORTEST_SEARCH = 2;
    private static final int LONGEST_SEARCH = 100;

    private final Cases cases;
    private final JdbcCases store;
    private final JdbcCaseSearch search;
    private final Orders orders;
    private final Payments payments;
    private final Clocks clocks;
    private final Remarks remarks;
    private final Evidence evidence;

    CaseFolder(Cases cases, JdbcCases store, JdbcCaseSearch search, Orders orders, Payments payments, Clocks clocks,
               Remarks remarks, Evidence evidence) {
        this.cases = cases;
        this.store = store;
        this.search = search;
        this.orders = orders;
        this.payments = payments;
        this.clocks = clocks;
        this.remarks = remarks;
        this.evidence = evidence;
    }

    /** The folder; the buyer is masked, {@code order} is null while it is unknown, {@code platform} unless the marketplace stepped in. */
    record Folder(@JsonProperty("case") Case one, Order order, Order.Buyer buyer, String tier, List<String> risk,
                  List<Case> otherCases, List<Remarks.Remark> remarks, List<Evidence.Item> evidence, List<RefundView> refunds,
                  List<Clocks.Reading> clocks, Cases.Intervention platform) {
    }

    /** Cases and the cursor of the page after them, null on the last. */
    record Page(List<Case> items, String next) {
    }

    Folder open(String number) {
        Case one = cases.find(number);
        Order order = one.orderId() == null ? null : orders.find(one.shop(), one.orderId()).map(Order::masked).orElse(null);
        return new Folder(one, order, order == null ? null : order.buyer(), one.tier(), one.risk(), store.others(one, OTHERS),
                remarks.of(number), evidence.of(number), payments.of(number), clocks.of(number),
                cases.intervention(number).orElse(null));
    }

    /** Words find cases also by the waybill, the buyer's name and the phone's last digits of their order. */
    Page list(String words, CaseFilter filter, String after, int limit, Who who) {
        int size = Cursor.size(limit);
        String start = start(words);
        List<Orders.Hit> hits = start == null ? List.of() : orders.quick(who.shops(), start, FOUND_ORDERS);
        List<Case> found = search.page(new JdbcCaseSearch.Query(who.shops(), start, hits, filter, Cursor.read(after), size + 1));
        Case last = found.size() <= size ? null : found.get(size - 1);
        return new Page(found.stream().limit(size).toList(), last == null ? null : Cursor.write(last.openedAt(), last.number()));
    }

    private static String start(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String start = words.strip();
        if (start.length() < SHORTEST_SEARCH || start.length() > LONGEST_SEARCH || start.indexOf('\0') >= 0) {
            throw Problem.invalid("q", "length", "请输入 2 到 100 个字符", "Give 2 to 100 characters");
        }
        return start;
    }
}

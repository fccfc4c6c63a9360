package dev.afterflow.cases;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one box that finds what an agent has at hand: the beginning of a case number, an order, a waybill or a buyer's name, or
 * at least four last digits of a phone; only within the asker's shops, buyers masked.
 */
@Component
@Transactional(readOnly = true)
class Finder {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int SHOWN = 12;

    private final JdbcCaseSearch search;
    private final Orders orders;

    Finder(JdbcCaseSearch search, Orders orders) {
        this.search = search;
        this.orders = orders;
    }

    /** A found case; {@code by} tells which name was meant: number, order, waybill, phone or buyer. */
    record FoundCase(String number, String shop, Case.Kind kind, Case.State state, String orderId, String buyerName, Money amount,
                     Instant openedAt, String by) {
    }

    /** What was found, cases first; {@code more} if there may be others, to be found by longer words. */
    record Found(List<FoundCase> cases, List<Orders.Hit> orders, boolean more) {
    }

    Found find(String words, Who who) {
        String start = words == null ? "" : words.strip();
        if (start.codePointCount(0, start.length()) < SHORTEST || start.length() > LONGEST || start.indexOf('\0') >= 0) {
            throw Problem.invalid("q", "length", "请输入 2 到 100 个字符", "Give 2 to 100 characters");
        }
        List<Orders.Hit> hits = orders.quick(who.shops(), start, SHOWN + 1);
        Map<String, String> buyers = new HashMap<>();
        hits.forEach(hit -> buyers.put(key(hit.order().shop(), hit.order().orderId()), hit.order().buyerName()));
        List<JdbcCaseSearch.Hit> cases = search.quick(who.shops(), start, hits, SHOWN + 1);
        return new Found(cases.stream().limit(SHOWN).map(hit -> found(hit, buyers)).toList(), hits.stream().limit(SHOWN).toList(),
                cases.size() > SHOWN || hits.size() > SHOWN);
    }

    private FoundCase found(JdbcCaseSearch.Hit hit, Map<String, String> buyers) {
        Case one = hit.one();
        String buyer = one.orderId() == null ? null : buyers.computeIfAbsent(key(one.shop(), one.orderId()),
                absent -> orders.find(one.shop(), one.orderId()).map(order -> order.masked().buyer())
                        .map(known -> known == null ? null : known.name()).orElse(null));
        return new FoundCase(one.number(), one.shop(), one.kind(), one.state(), one.orderId(), buyer, one.askedAmount(),
                one.openedAt(), hit.by());
    }

    private static String key(String shop, String order) {
        return shop + "\n" + order;
    }
}

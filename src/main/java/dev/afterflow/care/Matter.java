package dev.afterflow.care;

import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that goes on about an order before it arrives, as it stands now.
 *
 * @param dueAt until when the order must leave; null where nothing was promised
 * @param news the last thing that happened to the order and the process was told of, null before
 * @param facts what people and rules said, in plain words by name
 */
record Matter(String caseNumber, String shop, String orderId, Kind kind, boolean open, Instant dueAt, Excuse excuse, News news,
              Set<News> heard, Map<String, String> facts, Instant openedAt) {

    Matter {
        heard = Set.copyOf(heard);
        facts = Map.copyOf(facts);
    }

    /** What it is about, and the process that walks it. */
    enum Kind {
        LATE("late-shipment"), EXCEPTION("order-exception"), CHANGE("order-change"), COD("cod-confirmation");

        private final String process;

        Kind(String process) {
            this.process = process;
        }

        String process() {
            return process;
        }
    }

    /** Why a broken promise is not the shop's. */
    enum Excuse { NONE, BUYER_LATER, BUYER_CHANGED, FORCE_MAJEURE }

    /** What happens to an order while people work on it. */
    enum News { SHIPPED, ENDED, STOCK, DELIVERED, REFUSED }

    /** What was said under this name, empty if nothing was. */
    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    Matter with(String name, Object value) {
        Map<String, String> more = new HashMap<>(facts);
        more.put(name, value == null ? "" : value.toString());
        return new Matter(caseNumber, shop, orderId, kind, open, dueAt, excuse, news, heard, more, openedAt);
    }

    /** Who decided, with what they may approve by themselves. */
    Matter decided(Who who) {
        return with("decidedLogin", who.login()).with("decidedRoles", who.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
    }

    Set<Role> decidedRoles() {
        return fact("decidedRoles").isEmpty() ? Set.of() : Arrays.stream(fact("decidedRoles").split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }

    Matter due(Instant at) {
        return new Matter(caseNumber, shop, orderId, kind, open, at, excuse, news, heard, facts, openedAt);
    }

    Matter excused(Excuse now) {
        return new Matter(caseNumber, shop, orderId, kind, open, dueAt, now, news, heard, facts, openedAt);
    }

    Matter told(News now) {
        Set<News> all = new HashSet<>(heard);
        all.add(now);
        return new Matter(caseNumber, shop, orderId, kind, open, dueAt, excuse, now, all, facts, openedAt);
    }

    /** The count of something under this name, one higher. */
    Matter counted(String name) {
        return with(name, count(name) + 1);
    }

    int count(String name) {
        return facts.containsKey(name) ? Integer.parseInt(facts.get(name)) : 0;
    }
}

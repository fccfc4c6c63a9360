package dev.afterflow.platforms;

import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shopify over its Admin GraphQL API: orders, returns, refunds, and disputes of Shopify Payments. */
@Component
class ShopifyMarket implements Marketplace {

    static final String ORDERS = "orders";
    static final String RETURNS = "returns";
    static final String DISPUTES = "disputes";
    private static final Set<Kind> VERBS = Set.of(Kind.AGREE_REFUND, Kind.AGREE_RETURN, Kind.REFUSE, Kind.CONFIRM_GOODS, Kind.FLAG, Kind.SUBMIT_EVIDENCE);
    /** Disputes are found by when they began only; a bank takes its time. */
    private static final Duration LONG = Duration.ofDays(150);

    private final ShopifyAccounts accounts;
    private final ShopifyCalls calls;
    private final ShopifyVerbs verbs;
    private final ShopifyHooks hooks;
    private final ShopifyReader reader;
    private final ShopifyOrders orders;

    ShopifyMarket(ShopifyAccounts accounts, ShopifyCalls calls, ShopifyVerbs verbs, ShopifyHooks hooks, JsonMapper json) {
        this.accounts = accounts;
        this.calls = calls;
        this.verbs = verbs;
        this.hooks = hooks;
        this.reader = new ShopifyReader(json);
        this.orders = new ShopifyOrders(json);
    }

    @Override
    public String word() {
        return ShopifyAccounts.WORD;
    }

    @Override
    public boolean serves(String shop) {
        return accounts.serves(shop);
    }

    @Override
    public Set<Kind> verbs() {
        return VERBS;
    }

    /** A return changes its order, so orders lead to returns. */
    @Override
    public List<String> feeds() {
        return List.of(ORDERS, DISPUTES);
    }

    /** Sorted by when they changed: what changes meanwhile moves behind the window and is read next time. */
    @Override
    public Page list(String shop, String feed, Instant from, Instant to, String cursor) throws Away {
        Shopify account = accounts.of(shop);
        Map<String, Object> variables = new HashMap<>();
        variables.put("after", cursor);
        try {
            if (feed.equals(DISPUTES)) {
                variables.put("query", "initiated_at:>='" + from.minus(LONG) + "'");
                return disputes(calls.ask(account, "Disputes", ShopifyQueries.DISPUTES, variables).path("shopifyPaymentsAccount").path("disputes"));
            }
            variables.put("query", "updated_at:>='" + from + "' updated_at:<='" + to + "'");
            return orders(calls.ask(account, "Orders", ShopifyQueries.ORDERS, variables).path("orders"));
        } catch (ShopifyFault fault) {
            throw fault.away();
        }
    }

    private static Page orders(JsonNode page) {
        List<Hint> hints = new ArrayList<>();
        for (JsonNode order : page.path("nodes")) {
            String id = order.path("id").asString();
            hints.add(new Hint(ORDERS, id, ORDERS + "@" + id + "@" + order.path("updatedAt").asString()));
            order.path("returns").path("nodes").forEach(each -> hints.add(new Hint(RETURNS, each.path("id").asString(),
                String.join("@", RETURNS, each.path("id").asString(), each.path("status").asString(), order.path("updatedAt").asString()))));
        }
        return Page.of(hints, next(page));
    }

    private static Page disputes(JsonNode page) {
        List<Hint> hints = new ArrayList<>();
        page.path("nodes").forEach(each -> hints.add(new Hint(DISPUTES, each.path("id").asString(), String.join("@", DISPUTES, each.path("id").asString(),
            each.path("status").asString(), each.path("evidenceDueBy").asString(""), each.path("evidenceSentOn").asString(""), each.path("finalizedOn").asString("")))));
        return Page.of(hints, next(page));
    }

    private static String next(JsonNode page) {
        return page.path("pageInfo").path("hasNextPage").asBoolean(false) ? page.path("pageInfo").path("endCursor").asString() : null;
    }

    @Override
    public Told read(String shop, String feed, String matter) throws Away {
        Shopify account = accounts.of(shop);
        Map<String, String> id = Map.of("id", matter);
        try {
            return switch (feed) {
                case RETURNS -> found(calls.ask(account, "Return", ShopifyQueries.RETURN, id).path("return"), node -> reader.returned(shop, node));
                case DISPUTES -> found(calls.ask(account, "Dispute", ShopifyQueries.DISPUTE, id).path("dispute"), node -> reader.disputed(shop, node));
                default -> found(calls.ask(account, "Order", ShopifyQueries.ORDER, id).path("order"), orders::order);
            };
        } catch (ShopifyFault fault) {
            throw fault.away();
        }
    }

    private interface Reading {

        Told read(JsonNode node);
    }

    private static Told found(JsonNode node, Reading reading) {
        return node.isObject() ? reading.read(node) : Told.refused("NOT_FOUND");
    }

    @Override
    public Optional<String> feedOf(PlatformRequest request, PlatformMatter known) {
        if (request.kind() == Kind.FLAG || request.kind() == Kind.AGREE_REFUND && request.matter().startsWith(ShopifyQueries.order(""))) {
            return Optional.empty();
        }
        return Optional.of(request.kind() == Kind.SUBMIT_EVIDENCE || known != null && known.sort() == Sort.DISPUTE ? DISPUTES : RETURNS);
    }

    /** Money goes back to the order's payment, return or not. */
    @Override
    public Purse purse(String paymentId) {
        String[] parts = paymentId.split("/", 2);
        return new Purse(parts[0], ShopifyQueries.order(parts[0]), parts.length == 2 ? Map.of(PlatformRequest.Word.PAYMENT.name(), parts[1]) : Map.of());
    }

    @Override
    public List<Gave> gave(String shop, Purse purse) throws Away {
        try {
            return verbs.gave(accounts.of(shop), ShopifyQueries.order(purse.orderId()));
        } catch (ShopifyFault fault) {
            throw fault.away();
        }
    }

    @Override
    public boolean isThere(PlatformRequest request, Told now) throws Away {
        try {
            return verbs.isThere(accounts.of(request.shop()), request, now);
        } catch (ShopifyFault fault) {
            throw fault.away();
        }
    }

    @Override
    public Outcome write(PlatformRequest request, Told now, List<PlatformPapers.Paper> papers, String typed) throws Away {
        try {
            return verbs.write(accounts.of(request.shop()), request, now, papers);
        } catch (ShopifyFault fault) {
            return fault.outcome();
        }
    }

    @Override
    public Optional<Pushed> push(String shop, Map<String, String> headers, byte[] body) {
        try {
            return hooks.read(accounts.of(shop), headers, body);
        } catch (Away closed) {
            return Optional.empty();
        }
    }
}

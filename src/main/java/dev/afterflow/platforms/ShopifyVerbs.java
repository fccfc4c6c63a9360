package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Gave;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a seller does to a return or an order at Shopify; evidence goes by {@link ShopifyEvidence}. Our number stands in a refund's note, so that it is found again. */
@Component
class ShopifyVerbs {

    private static final Set<String> DECLINES = Set.of("FINAL_SALE", "OTHER", "RETURN_PERIOD_ENDED");
    private static final int NOTE = 500;
    private static final List<String> COLOURS = List.of("", "red", "yellow", "green", "blue", "purple");

    private final ShopifyCalls calls;
    private final ShopifyEvidence evidence;

    ShopifyVerbs(ShopifyCalls calls, ShopifyEvidence evidence) {
        this.calls = calls;
        this.evidence = evidence;
    }

    boolean isThere(Shopify account, PlatformRequest request, Told now) throws Away, ShopifyFault {
        return switch (request.kind()) {
            case AGREE_REFUND -> refunded(money(account, orderOf(request, now)), request.number());
            case REFUSE -> now.matter().word().equals("DECLINED");
            case SUBMIT_EVIDENCE -> !now.inside().getOrDefault("sent", "").isEmpty();
            case FLAG -> flagged(account, request);
            default -> false;
        };
    }

    Outcome write(Shopify account, PlatformRequest request, Told now, List<Paper> papers) throws Away, ShopifyFault {
        return switch (request.kind()) {
            case AGREE_REFUND -> refund(account, request, now);
            case AGREE_RETURN -> done(calls.ask(account, "Approve", ShopifyQueries.APPROVE, Map.of("input", Map.of("id", request.matter(), "notifyCustomer", true))).path("returnApproveRequest"));
            case REFUSE -> refuse(account, request);
            case CONFIRM_GOODS -> done(calls.ask(account, "Close", ShopifyQueries.CLOSE, Map.of("id", request.matter())).path("returnClose"));
            case FLAG -> flag(account, request);
            case SUBMIT_EVIDENCE -> evidence.submit(account, request, now, papers);
            default -> Outcome.of(Result.PERSON, "BY_HAND", "平台没有提供此操作的接口", "The marketplace has no door for this");
        };
    }

    private static Outcome done(JsonNode payload) throws ShopifyFault {
        return ShopifyFault.checked(payload).path("return").isObject() ? Outcome.done(null) : Outcome.of(Result.UNKNOWN, "NO_RETURN", "", "");
    }

    private Outcome refuse(Shopify account, PlatformRequest request) throws Away, ShopifyFault {
        Map<String, Object> input = new HashMap<>(Map.of("id", request.matter(), "notifyCustomer", true,
            "declineReason", request.reason() != null && DECLINES.contains(request.reason()) ? request.reason() : "OTHER"));
        if (request.words() != null && !request.words().isBlank()) {
            if (request.words().length() > NOTE) {
                return Outcome.of(Result.REFUSED, "WORDS", "拒绝说明最多 500 个字符", "A refusal is explained in at most 500 characters");
            }
            input.put("declineNote", request.words().strip());
        }
        return done(calls.ask(account, "Decline", ShopifyQueries.DECLINE, Map.of("input", input)).path("returnDeclineRequest"));
    }

    private JsonNode money(Shopify account, String order) throws Away, ShopifyFault {
        return calls.ask(account, "Money", ShopifyQueries.MONEY, Map.of("id", order)).path("order");
    }

    List<Gave> gave(Shopify account, String order) throws Away, ShopifyFault {
        return ShopifyRefunds.of(money(account, order));
    }

    private static boolean refunded(JsonNode order, String number) {
        for (JsonNode refund : order.path("refunds")) {
            if (refund.path("note").asString("").contains("[" + number + "]")) {
                return true;
            }
        }
        return false;
    }

    /** Of a return it is the return's. */
    private static String orderOf(PlatformRequest request, Told now) {
        return now.inside().getOrDefault("order", order(request));
    }

    /** Out of the payment that was named, else the first that is large enough; a refund over several payments is a person's. */
    private Outcome refund(Shopify account, PlatformRequest request, Told now) throws Away, ShopifyFault {
        String order = orderOf(request, now);
        String named = request.more(Word.PAYMENT);
        String amount = decimal(request.amount());
        JsonNode from = null;
        for (JsonNode each : money(account, order).path("transactions")) {
            JsonNode paid = each.path("amountSet").path("shopMoney");
            boolean fits = Set.of("SALE", "CAPTURE").contains(each.path("kind").asString("")) && each.path("status").asString("").equals("SUCCESS")
                && (named == null || named.equals(ShopifyQueries.number(each.path("id").asString("")))) && paid.path("currencyCode").asString("").equals(request.amount().currency()) && new BigDecimal(paid.path("amount").asString("0")).compareTo(new BigDecimal(amount)) >= 0;
            from = fits && from == null ? each : from;
        }
        if (from == null) {
            return Outcome.of(Result.PERSON, "NO_PAYMENT", "没有一笔足够的付款可以原路退回，请在商家后台退款", "No one payment is large enough to give it back from: refund it in the admin");
        }
        Map<String, Object> transaction = Map.of("orderId", order, "parentId", from.path("id").asString(), "kind", "REFUND", "gateway", from.path("gateway").asString(), "amount", amount);
        Map<String, Object> input = Map.of("orderId", order, "note", ShopifyRefunds.note(request.number()), "notify", true, "transactions", List.of(transaction));
        JsonNode refund = ShopifyFault.checked(calls.ask(account, "Refund", ShopifyQueries.REFUND, Map.of("input", input)).path("refundCreate")).path("refund");
        return refund.isObject() ? Outcome.done(refund.path("id").asString()) : Outcome.of(Result.UNKNOWN, "NO_REFUND", "", "");
    }

    private static String decimal(Money amount) {
        return BigDecimal.valueOf(amount.minor(), Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits())).toPlainString();
    }

    private boolean flagged(Shopify account, PlatformRequest request) throws Away, ShopifyFault {
        JsonNode order = calls.ask(account, "Remark", ShopifyQueries.REMARK, Map.of("id", order(request))).path("order");
        List<String> tags = new ArrayList<>();
        order.path("tags").forEach(tag -> tags.add(tag.asString("")));
        return tags.contains(tag(request)) && String.valueOf(request.words()).equals(order.path("metafield").path("value").asString(""));
    }

    private Outcome flag(Shopify account, PlatformRequest request) throws Away, ShopifyFault {
        Map<String, Object> remark = Map.of("ownerId", order(request), "namespace", "afterflow", "key", "remark", "type", "multi_line_text_field", "value", String.valueOf(request.words()));
        JsonNode data = calls.ask(account, "Flag", ShopifyQueries.FLAG, Map.of("id", order(request), "tags", List.of(tag(request)), "remarks", List.of(remark)));
        boolean done = ShopifyFault.checked(data.path("tagsAdd")).path("node").isObject() & ShopifyFault.checked(data.path("metafieldsSet")).has("metafields");
        return done ? Outcome.done(null) : Outcome.of(Result.UNKNOWN, "NO_REMARK", "", "");
    }

    private static String order(PlatformRequest request) {
        return request.matter().startsWith("gid://") ? request.matter() : ShopifyQueries.order(request.matter());
    }

    private static String tag(PlatformRequest request) {
        String colour = request.more(Word.FLAG);
        return "flag-" + (colour != null && colour.matches("[1-5]") ? COLOURS.get(Integer.parseInt(colour)) : "red");
    }
}

package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges, messages, answers to reviews and remarks at the played TOP. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopOthers {

    private static final Map<String, String[]> EXCHANGE = Map.of("tmall.exchange.agree", new String[] {"1", "2", "RETURN_AGREED"},
        "tmall.exchange.refuse", new String[] {"1", "6", "REFUSED"}, "tmall.exchange.returngoods.agree", new String[] {"3", "12", "GOODS_TAKEN"},
        "tmall.exchange.returngoods.refuse", new String[] {"3", "6", "REFUSED"}, "tmall.exchange.consigngoods", new String[] {"12", "13", "SENT"});
    private static final int MESSAGE_BYTES = 400;
    private static final int PICTURE_BYTES = 500_000;

    private final MarketBooks books;
    private final MarketPapers papers;
    private final TopNews news;
    private final JsonMapper json;
    private final Clock clock;

    TopOthers(MarketBooks books, MarketPapers papers, TopNews news, JsonMapper json, Clock clock) {
        this.books = books;
        this.papers = papers;
        this.news = news;
        this.json = json;
        this.clock = clock;
    }

    ObjectNode act(String shop, String method, Map<String, String> words, Map<String, Integer> files) throws TopError {
        if (EXCHANGE.containsKey(method)) {
            return exchange(shop, words, EXCHANGE.get(method));
        }
        return switch (method) {
            case "taobao.refund.message.add", "tmall.exchange.message.add" -> say(shop, words, files, method.startsWith("tmall"));
            case "taobao.traderate.explain.add" -> answer(shop, words);
            case "taobao.trade.memo.update" -> remark(shop, words);
            default -> throw new TopError(22, "Invalid method", "isv.invalid-method", "不存在的方法名");
        };
    }

    private ObjectNode exchange(String shop, Map<String, String> words, String[] move) {
        MarketBooks.Thing exchange = books.lock(shop, words.getOrDefault("dispute_id", "")).orElse(null);
        ObjectNode result = json.createObjectNode();
        if (exchange == null || !move[0].equals(exchange.body().path("status").asString())) {
            result.put("success", false).put("msg_code", "STATUS_ERROR").put("message", "换货单不存在或状态不允许");
        } else if (move[2].equals("REFUSED") && !words.containsKey("seller_refuse_reason_id")) {
            result.put("success", false).put("msg_code", "REASON_MISSING").put("message", "请选择拒绝原因");
        } else {
            exchange.body().put("status", move[1]);
            if (move[2].equals("SENT")) {
                exchange.body().put("seller_logistic_no", words.getOrDefault("logistics_no", "")).put("seller_logistic_name", words.getOrDefault("logistics_company_name", ""));
            }
            books.did(exchange, move[2], null);
            touch(exchange);
            result.put("success", true).set("exchange", json.createObjectNode().put("dispute_id", exchange.name()).put("status", move[1]));
        }
        return json.createObjectNode().set("result", result);
    }

    void touch(MarketBooks.Thing thing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        thing.body().put("modified", TopReads.time(now)).put("refund_version", String.valueOf(Math.max(now.toEpochMilli(), thing.body().path("refund_version").asLong(0) + 1)));
        books.save(thing, now);
        news.tell(thing, "tmall_exchange_Changed", "once");
    }

    private ObjectNode say(String shop, Map<String, String> words, Map<String, Integer> files, boolean exchange) throws TopError {
        String name = words.getOrDefault(exchange ? "dispute_id" : "refund_id", "");
        MarketBooks.Thing thing = books.lock(shop, name).orElseThrow(() -> TopError.isv("refund-not-exist", "单据不存在"));
        String content = words.getOrDefault("content", "");
        int picture = files.getOrDefault(exchange ? "message_pics" : "image", 0);
        if (content.isBlank() || TopDesk.bytes(content) > MESSAGE_BYTES || picture > PICTURE_BYTES) {
            throw TopError.isv("message-too-long", "留言最长400字节，图片最大500KB");
        }
        long id = papers.say(name, "seller", content, picture == 0 ? null : picture);
        books.did(thing, "SAID", null);
        ObjectNode said = json.createObjectNode().put("id", id).put("content", content);
        return exchange ? json.createObjectNode().set("result", json.createObjectNode().set("results", json.createObjectNode().set("refund_message", json.createArrayNode().add(said))))
            : json.createObjectNode().set("refund_message", said);
    }

    private ObjectNode answer(String shop, Map<String, String> words) throws TopError {
        MarketBooks.Thing rate = books.lock(shop, "rate:" + words.get("oid")).orElseThrow(() -> TopError.isv("traderate-not-exist", "评价不存在"));
        if (!rate.body().path("reply").asString("").isEmpty() || words.getOrDefault("reply", "").length() > 500) {
            throw TopError.isv("explain-not-allowed", "已解释过或超过500字");
        }
        rate.body().put("reply", words.getOrDefault("reply", ""));
        books.did(rate, "ANSWERED", null);
        books.save(rate, rate.modified());
        return json.createObjectNode().put("is_success", true);
    }

    private ObjectNode remark(String shop, Map<String, String> words) throws TopError {
        if (!Set.of("0", "1", "2", "3", "4", "5").contains(words.getOrDefault("flag", ""))) {
            throw TopError.isv("flag-error", "旗帜为0到5");
        }
        papers.remark("taobao", shop, words.getOrDefault("tid", ""), words.get("flag"), words.getOrDefault("memo", ""));
        return json.createObjectNode().set("trade", json.createObjectNode().put("tid", words.getOrDefault("tid", "")).put("modified", TopReads.time(clock.instant())));
    }
}

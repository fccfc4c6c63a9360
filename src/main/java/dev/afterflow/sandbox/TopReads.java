package dev.afterflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the played TOP answers to questions. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopReads {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final Set<String> KNOWN = Set.of("taobao.refunds.receive.get", "taobao.refund.get", "taobao.refund.refusereason.get", "taobao.refund.messages.get",
        "tmall.exchange.receive.get", "tmall.exchange.get", "tmall.exchange.refusereason.get", "tmall.exchange.messages.get", "taobao.traderates.get", "taobao.trade.get",
        "taobao.logistics.address.search", "taobao.tmc.messages.consume", "taobao.tmc.messages.confirm");

    private final MarketBooks books;
    private final MarketPapers papers;
    private final JsonMapper json;

    TopReads(MarketBooks books, MarketPapers papers, JsonMapper json) {
        this.books = books;
        this.papers = papers;
        this.json = json;
    }

    boolean knows(String method) {
        return KNOWN.contains(method);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static Instant time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.ofHours(8));
    }

    ObjectNode answer(String shop, String method, Map<String, String> words) throws TopError {
        return switch (method) {
            case "taobao.refunds.receive.get" -> page(shop, "refund", words, "start_modified", "end_modified", "refunds");
            case "tmall.exchange.receive.get" -> page(shop, "exchange", words, "start_gmt_modified_time", "end_gmt_modifed_time", "results");
            case "taobao.traderates.get" -> rates(shop, words);
            case "taobao.refund.get" -> json.createObjectNode().set("refund", one(shop, "refund", words.get("refund_id")).body());
            case "tmall.exchange.get" -> json.createObjectNode().set("result", json.createObjectNode().put("success", true).set("exchange", one(shop, "exchange", words.get("dispute_id")).body()));
            case "taobao.refund.refusereason.get" -> reasons(json.createObjectNode());
            case "tmall.exchange.refusereason.get" -> json.createObjectNode().set("result", json.createObjectNode().set("results", reasons(json.createObjectNode()).path("reasons")));
            case "taobao.refund.messages.get" -> json.createObjectNode().set("refund_messages", messages(words.get("refund_id"), words));
            case "tmall.exchange.messages.get" -> json.createObjectNode().set("result", json.createObjectNode().set("results", messages(words.get("dispute_id"), words)));
            case "taobao.trade.get" -> trade(shop, words.getOrDefault("tid", ""));
            case "taobao.tmc.messages.consume" -> consumed(shop, words);
            case "taobao.tmc.messages.confirm" -> confirmed(shop, words);
            default -> addresses();
        };
    }

    /** By number of page over a list that moves meanwhile, which is why pages may skip and repeat. */
    private ObjectNode page(String shop, String kind, Map<String, String> words, String start, String end, String list) {
        int size = Math.min(100, Integer.parseInt(words.getOrDefault("page_size", "40")));
        int page = Integer.parseInt(words.getOrDefault("page_no", "1"));
        Instant from = time(words.get(start));
        Instant to = time(words.get(end)).plus(Duration.ofMillis(999));
        ArrayNode rows = json.createArrayNode();
        books.list(shop, kind, from, to, (page - 1) * size, size).forEach(thing -> rows.add(thing.body()));
        return json.createObjectNode().put("total_results", books.count(shop, kind, from, to)).set(list, json.createObjectNode().set(kind, rows));
    }

    private ObjectNode rates(String shop, Map<String, String> words) {
        ArrayNode rows = json.createArrayNode();
        if (words.containsKey("tid")) {
            books.find(shop, "rate", "rate:" + words.get("tid")).ifPresent(thing -> rows.add(thing.body()));
            return json.createObjectNode().put("total_results", rows.size()).set("trade_rates", json.createObjectNode().set("trade_rate", rows));
        }
        ObjectNode page = page(shop, "rate", words, "start_date", "end_date", "trade_rates");
        ObjectNode list = (ObjectNode) page.path("trade_rates");
        list.set("trade_rate", list.remove("rate"));
        return page;
    }

    MarketBooks.Thing one(String shop, String kind, String name) throws TopError {
        return books.find(shop, kind, String.valueOf(name)).orElseThrow(() -> TopError.isv(kind + "-not-exist", "单据不存在"));
    }

    private static ObjectNode reasons(ObjectNode answer) {
        ArrayNode reasons = answer.putObject("reasons").putArray("reason");
        reasons.addObject().put("reason_id", 101).put("reason_text", "未收到退货");
        reasons.addObject().put("reason_id", 102).put("reason_text", "商品影响二次销售").put("reason_tips", "请上传凭证");
        reasons.addObject().put("reason_id", 103).put("reason_text", "已与买家协商一致");
        return answer;
    }

    private ObjectNode messages(String thing, Map<String, String> words) {
        int size = Integer.parseInt(words.getOrDefault("page_size", "20"));
        int from = (Integer.parseInt(words.getOrDefault("page_no", "1")) - 1) * size;
        List<MarketPapers.Message> all = papers.said(String.valueOf(thing));
        ArrayNode rows = json.createArrayNode();
        all.subList(Math.min(from, all.size()), Math.min(from + size, all.size())).forEach(each -> rows.addObject().put("id", each.id()).put("content", each.content())
            .put("owner_role", each.role()).put("created", time(each.at())));
        return json.createObjectNode().set("refund_message", rows);
    }

    private ObjectNode trade(String shop, String tid) {
        ObjectNode trade = json.createObjectNode().put("tid", tid);
        papers.remark("taobao", shop, tid).ifPresent(remark -> trade.put("seller_flag", Integer.parseInt(remark.flag())).put("seller_memo", remark.memo()));
        return json.createObjectNode().set("trade", trade);
    }

    private ObjectNode addresses() {
        ArrayNode rows = json.createArrayNode();
        rows.addObject().put("contact_id", 3001).put("contact_name", "仓库退货组").put("province", "浙江省").put("city", "杭州市").put("country", "余杭区").put("addr", "良渚街道 8 号")
            .put("zip_code", "311113").put("mobile_phone", "13900000001").put("cancel_def", true);
        rows.addObject().put("contact_id", 3002).put("contact_name", "次品仓").put("province", "江苏省").put("city", "苏州市").put("country", "吴中区").put("addr", "工业园 2 号")
            .put("zip_code", "215128").put("mobile_phone", "13900000002").put("cancel_def", false);
        return json.createObjectNode().set("addresses", json.createObjectNode().set("address_result", rows));
    }

    private ObjectNode consumed(String shop, Map<String, String> words) {
        ArrayNode rows = json.createArrayNode();
        papers.consume(shop, Integer.parseInt(words.getOrDefault("quantity", "100"))).forEach(word -> rows.addObject().put("id", word.id()).put("topic", word.topic())
            .put("content", word.content()).put("pub_time", time(word.at())).put("user_nick", shop));
        return json.createObjectNode().set("messages", json.createObjectNode().set("tmc_message", rows));
    }

    private ObjectNode confirmed(String shop, Map<String, String> words) {
        papers.confirm(shop, List.of(words.getOrDefault("s_message_ids", "").split(",")).stream().filter(id -> id.matches("\\d+")).map(Long::valueOf).toList());
        return json.createObjectNode().put("is_success", true);
    }
}

package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What buyers, the platform and the clock do at the played Taobao, by hand or by seed. */
@Component
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopActs {

    private static final String[] REASONS = {"七天无理由退换货", "商品质量问题", "与商品描述不符", "少件/漏发", "卖家发错货", "收到商品破损", "未收到货", "多拍/拍错/不想要", "假冒品牌"};

    private final MarketBooks books;
    private final MarketPapers papers;
    private final TopNews news;
    private final JsonMapper json;
    private final Clock clock;

    TopActs(MarketBooks books, MarketPapers papers, TopNews news, JsonMapper json, Clock clock) {
        this.books = books;
        this.papers = papers;
        this.news = news;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a buyer asks for; absent words have usual values.
     *
     * @param type as {@code dispute_type}: REFUND, REFUND_AND_RETURN, RESHIPPING, REPAIR, TMALL_EXCHANGE
     * @param fee in yuan
     * @param how its word is told: once, twice, late or silent
     */
    record Asked(String shop, String tid, String oid, String type, String fee, String reason, String desc, String orderStatus, Boolean cannotRefuse, Boolean onWeb, String how) {
    }

    /** Opens a refund or an exchange and answers its number. */
    MarketBooks.Thing ask(Asked asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String type = asked.type() == null ? "REFUND" : asked.type();
        boolean exchange = type.equals("TMALL_EXCHANGE");
        String name = String.valueOf(books.next());
        ObjectNode body = common(asked, now, type);
        if (exchange) {
            body.put("dispute_id", name).put("biz_order_id", asked.tid()).put("status", "1").put("price", fee(asked)).put("payment", fee(asked)).put("num", 1)
                .put("time_out", TopReads.time(now.plus(Duration.ofDays(5))));
        } else {
            refund(body, name, asked, type, now);
        }
        MarketBooks.Thing thing = books.add("taobao", asked.shop(), exchange ? "exchange" : "refund", name, body, now);
        news.tell(thing, exchange ? "tmall_exchange_Created" : "taobao_refund_RefundCreated", asked.how() == null ? "once" : asked.how());
        return thing;
    }

    private ObjectNode common(Asked asked, Instant now, String type) {
        String constraint = Boolean.TRUE.equals(asked.cannotRefuse()) ? "cannot_refuse" : Boolean.TRUE.equals(asked.onWeb()) ? "refund_onweb" : "";
        return json.createObjectNode().put("reason", asked.reason() == null ? "商品质量问题" : asked.reason()).put("desc", asked.desc() == null ? "" : asked.desc())
            .put("dispute_type", type).put("good_status", "未收到货".equals(asked.reason()) ? "BUYER_NOT_RECEIVED" : "BUYER_RECEIVED").put("refund_phase", "onsale").put("refund_version", String.valueOf(now.toEpochMilli())).put("cs_status", 1)
            .put("advance_status", 0).put("operation_contraint", constraint).put("title", "演示商品").put("created", TopReads.time(now)).put("modified", TopReads.time(now));
    }

    private static void refund(ObjectNode body, String name, Asked asked, String type, Instant now) {
        boolean unsent = "WAIT_SELLER_SEND_GOODS".equals(asked.orderStatus());
        body.put("refund_id", name).put("tid", asked.tid()).put("oid", asked.oid() == null ? asked.tid() : asked.oid()).put("status", "WAIT_SELLER_AGREE").put("refund_fee", fee(asked))
            .put("total_fee", fee(asked)).put("payment", "0.00").put("num", 1).put("has_good_return", type.equals("REFUND_AND_RETURN"))
            .put("order_status", asked.orderStatus() == null ? "WAIT_BUYER_CONFIRM_GOODS" : asked.orderStatus());
        if (unsent) {
            body.put("good_status", "BUYER_NOT_RECEIVED");
        }
        TopTerms.begin(body, now);
    }

    private static String fee(Asked asked) {
        return asked.fee() == null ? "99.00" : asked.fee();
    }

    /**
     * Something happens to it.
     *
     * @param what SHIP (the buyer sends the goods), MODIFY (another amount), CLOSE, CALL (the buyer calls the platform), STEP_IN, EVIDENCE, FOR_BUYER, FOR_SELLER,
     *     APPEAL, TIMEOUT (what the rules say happens when nobody acts), BREAK (a word nobody knows)
     * @param value waybill or amount
     */
    MarketBooks.Thing act(String name, String what, String value, String how) {
        MarketBooks.Thing thing = books.named(name).flatMap(found -> books.lock(found.shop(), name)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such thing"));
        ObjectNode body = thing.body();
        switch (what) {
            case "SHIP" -> ship(thing, value == null ? "YT" + name : value);
            case "MODIFY" -> body.put("refund_fee", value == null ? "50.00" : value).put("status", "WAIT_SELLER_AGREE");
            case "CLOSE" -> body.put("status", thing.kind().equals("exchange") ? "4" : "CLOSED");
            case "CALL" -> body.put("cs_status", 2);
            case "STEP_IN" -> body.put("cs_status", 3);
            case "EVIDENCE" -> body.put("cs_status", 10);
            case "FOR_BUYER" -> body.put("cs_status", 8).put("status", thing.kind().equals("exchange") ? "5" : "SUCCESS");
            case "FOR_SELLER" -> body.put("cs_status", 9).put("status", thing.kind().equals("exchange") ? "4" : "CLOSED");
            case "APPEAL" -> body.put("cs_status", 11);
            case "TIMEOUT" -> TopTerms.end(body);
            case "BREAK" -> body.put("status", "WAIT_FOR_THE_MOON");
            default -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "no such act");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        body.put("modified", TopReads.time(now)).put("refund_version", String.valueOf(Math.max(now.toEpochMilli(), body.path("refund_version").asLong(0) + 1)));
        if (thing.kind().equals("refund")) {
            TopTerms.begin(body, now);
        }
        books.save(thing, now);
        news.tell(thing, thing.kind().equals("exchange") ? "tmall_exchange_Changed" : "taobao_refund_RefundBuyerModifyAgreement", how == null ? "once" : how);
        return thing;
    }

    private void ship(MarketBooks.Thing thing, String waybill) {
        if (thing.kind().equals("exchange")) {
            thing.body().put("status", "3").put("buyer_logistic_no", waybill).put("buyer_logistic_name", "圆通速递");
        } else {
            thing.body().put("status", "WAIT_SELLER_CONFIRM_GOODS").put("good_status", "BUYER_RETURNED_GOODS").put("company_name", "圆通速递").put("sid", waybill)
                .put("good_return_time", TopReads.time(clock.instant()));
        }
    }

    /** A buyer writes a review: good, neutral or bad. */
    MarketBooks.Thing rate(String shop, String tid, String oid, String result, String content, String how) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode body = json.createObjectNode().put("tid", tid).put("oid", oid).put("role", "buyer").put("nick", "买**家").put("result", result).put("content", content)
            .put("created", TopReads.time(now)).put("item_title", "演示商品");
        MarketBooks.Thing rate = books.add("taobao", shop, "rate", "rate:" + oid, body, now);
        news.tell(rate, "taobao_trade_TradeRated", how == null ? "once" : how);
        return rate;
    }

    /** A buyer thinks better of a review, or worse; nobody is told, and lists by time do not name it again. */
    MarketBooks.Thing change(String shop, String oid, String result, String content) {
        MarketBooks.Thing rate = books.lock(shop, "rate:" + oid).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such review"));
        rate.body().put("result", result).put("content", content);
        books.save(rate, rate.modified());
        return rate;
    }

    /** The platform takes a review down. */
    void takeDown(String shop, String oid) {
        books.remove(shop, "rate:" + oid);
    }

    /** A permission that ran out, with what renews it. */
    void expire(String shop, String renewal) {
        papers.permit(shop, null, renewal);
    }

    /** The trade of a seed's refund. */
    static String tid(String shop, long seed, int i) {
        return "9%02d%06d%04d".formatted(Math.floorMod(seed, 100), Math.floorMod(shop.hashCode(), 1_000_000), i);
    }

    /** Many refunds by a seed, told in all the ways words are told, and moved on by buyers and the platform. */
    int play(String shop, long seed, int many) {
        Random random = new Random(seed);
        String[] hows = {"once", "once", "twice", "late", "silent"};
        for (int i = 0; i < many; i++) {
            String tid = tid(shop, seed, i);
            String type = random.nextInt(4) == 0 ? "REFUND_AND_RETURN" : random.nextInt(8) == 0 ? "TMALL_EXCHANGE" : "REFUND";
            String fee = BigDecimal.valueOf(100 + random.nextInt(30_000), 2).toPlainString();
            MarketBooks.Thing thing = ask(new Asked(shop, tid, null, type, fee, REASONS[random.nextInt(REASONS.length)], "", null, random.nextInt(10) == 0, false, hows[random.nextInt(hows.length)]));
            if (random.nextInt(3) == 0) {
                String[] acts = {"MODIFY", "CLOSE", "CALL", "STEP_IN", "TIMEOUT"};
                act(thing.name(), thing.kind().equals("exchange") ? "CLOSE" : acts[random.nextInt(acts.length)], null, hows[random.nextInt(hows.length)]);
            }
        }
        return many;
    }
}

package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What sellers' machines do to refunds at the played TOP, each deed kept as often as it is done; exchanges and words go by {@link TopOthers}. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopDesk {

    private static final Set<String> OPEN = Set.of("WAIT_SELLER_AGREE", "WAIT_SELLER_CONFIRM_GOODS", "SELLER_REFUSE_BUYER");
    /** From this amount on the seller's telephone gets a code. */
    private static final long CODE_FROM = 300_000;
    private static final long MOST = 1_000_000;
    private static final int MOST_AT_ONCE = 30;
    private static final String CODE = "246810";

    private final MarketBooks books;
    private final TopOthers others;
    private final TopNews news;
    private final JsonMapper json;
    private final Clock clock;

    TopDesk(MarketBooks books, TopOthers others, TopNews news, JsonMapper json, Clock clock) {
        this.books = books;
        this.others = others;
        this.news = news;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    ObjectNode act(String shop, String method, Map<String, String> words, Map<String, Integer> files) throws TopError {
        return switch (method) {
            case "taobao.rp.refunds.agree" -> agree(shop, words);
            case "taobao.rp.returngoods.agree" -> address(shop, words);
            case "taobao.refund.refuse", "taobao.rp.returngoods.refuse" -> refuse(shop, method, words, files);
            default -> others.act(shop, method, words, files);
        };
    }

    private ObjectNode agree(String shop, Map<String, String> words) throws TopError {
        List<String[]> wanted = List.of(words.getOrDefault("refund_infos", "").split(",")).stream().map(each -> each.split("\\|")).toList();
        long total = wanted.stream().mapToLong(each -> each.length < 3 ? 0 : Long.parseLong(each[1])).sum();
        if (wanted.size() > MOST_AT_ONCE || total > MOST) {
            throw TopError.isv("refund-batch-limit", "批量退款超过笔数或金额上限");
        }
        if (total >= CODE_FROM && !CODE.equals(words.get("code"))) {
            String said = words.containsKey("code") ? "短信验证码错误，请重新输入" : "退款金额较大，短信验证码已发送至卖家手机，请输入验证码";
            return json.createObjectNode().put("succ", false).put("msg_code", "OP_FAILURE_UE").put("message", said);
        }
        ObjectNode answer = json.createObjectNode();
        var results = answer.putObject("results").putArray("refund_mapping_result");
        int done = 0;
        for (String[] each : wanted) {
            String wrong = give(shop, each);
            results.addObject().put("refund_id", each[0]).put("succ", wrong == null).put("message", wrong == null ? "" : wrong);
            done += wrong == null ? 1 : 0;
        }
        return answer.put("succ", done == wanted.size()).put("message", done == wanted.size() ? "" : "部分或全部退款失败")
            .put("msg_code", done == wanted.size() ? "OP_SUCC" : done == 0 ? "OP_FAILURE_UE" : "SOME_OP_SUCC");
    }

    /** Null when it was given. */
    private String give(String shop, String[] wanted) {
        MarketBooks.Thing refund = wanted.length < 3 ? null : books.lock(shop, wanted[0]).orElse(null);
        if (refund == null || !OPEN.contains(refund.body().path("status").asString())) {
            return "退款单不存在或状态不允许";
        }
        if (!refund.body().path("refund_version").asString().equals(wanted[2])) {
            return "退款版本号已变化";
        }
        long fen = fen(refund.body().path("refund_fee").asString());
        if (fen != Long.parseLong(wanted[1])) {
            return "退款金额不一致";
        }
        books.did(refund, "GIVEN", fen);
        move(refund, "SUCCESS", "RefundSuccess");
        return null;
    }

    private ObjectNode address(String shop, Map<String, String> words) throws TopError {
        MarketBooks.Thing refund = locked(shop, words);
        String status = refund.body().path("status").asString();
        if (!Set.of("WAIT_SELLER_AGREE", "WAIT_SELLER_CONFIRM_RETURN_ADDRESS", "SELLER_REFUSE_BUYER").contains(status)) {
            throw TopError.isv("refund-status-error", "退款状态不允许同意退货");
        }
        if (!words.containsKey("seller_address_id") && !words.containsKey("address")) {
            throw TopError.isv("address-missing", "缺少退货地址");
        }
        books.did(refund, "RETURN_AGREED", null);
        move(refund, "WAIT_BUYER_RETURN_GOODS", "RefundSellerAgreeAgreement");
        return json.createObjectNode().put("is_success", true);
    }

    private ObjectNode refuse(String shop, String method, Map<String, String> words, Map<String, Integer> files) throws TopError {
        MarketBooks.Thing refund = locked(shop, words);
        ObjectNode body = refund.body();
        int said = words.getOrDefault("refuse_message", "未填写").length();
        if (body.path("operation_contraint").asString("").equals("cannot_refuse")) {
            throw TopError.isv("refund-cannot-refuse", "该退款不允许拒绝");
        }
        if (!Set.of("WAIT_SELLER_AGREE", "WAIT_SELLER_CONFIRM_GOODS").contains(body.path("status").asString()) || said < 2 || said > 200) {
            throw TopError.isv("refund-status-error", "退款状态不允许拒绝，或说明长度不符");
        }
        int proof = files.getOrDefault("refuse_proof", 0);
        if (proof == 0 || proof > (method.equals("taobao.refund.refuse") ? 130_000 : 5_000_000)) {
            throw TopError.isv("refuse-proof-error", "拒绝凭证缺失或过大");
        }
        books.did(refund, "REFUSED", null);
        body.put("refuse_message", words.getOrDefault("refuse_message", ""));
        move(refund, "SELLER_REFUSE_BUYER", "RefundSellerRefuseAgreement");
        return json.createObjectNode().put("is_success", true).set("refund", json.createObjectNode().put("refund_id", refund.name()).put("status", "SELLER_REFUSE_BUYER"));
    }

    /** The version that is told must be the one that stands. */
    private MarketBooks.Thing locked(String shop, Map<String, String> words) throws TopError {
        MarketBooks.Thing refund = books.lock(shop, words.getOrDefault("refund_id", "")).orElseThrow(() -> TopError.isv("refund-not-exist", "退款单不存在"));
        if (words.containsKey("refund_version") && !refund.body().path("refund_version").asString().equals(words.get("refund_version"))) {
            throw TopError.isv("refund-version-invalid", "退款版本号已变化");
        }
        return refund;
    }

    void move(MarketBooks.Thing refund, String status, String topic) {
        refund.body().put("status", status);
        TopTerms.begin(refund.body(), clock.instant());
        touch(refund);
        news.tell(refund, "taobao_refund_" + topic, "once");
    }

    /** Every change has a new version and a new time. */
    void touch(MarketBooks.Thing thing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        thing.body().put("modified", TopReads.time(now)).put("refund_version", String.valueOf(Math.max(now.toEpochMilli(), thing.body().path("refund_version").asLong(0) + 1)));
        books.save(thing, now);
    }

    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Piece;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Gives buyers' money back at TOP ({@code taobao.rp.refunds.agree}): the amount that was decided, in fen, under the version and phase just
 * read, as many and as much in one call as it takes; where TOP sends a code to the shop's telephone a person types it in.
 */
@Component
class TaobaoMoney {

    /** 20 refunds and 6,000 yuan a call on Taobao, 30 and 10,000 on Tmall. */
    private static final int MANY_TAOBAO = 20;
    private static final int MANY_TMALL = 30;
    private static final long MOST_TAOBAO = 600_000;
    private static final long MOST_TMALL = 1_000_000;

    private final TopCalls calls;

    TaobaoMoney(TopCalls calls) {
        this.calls = calls;
    }

    /** Whether one call may give all these. */
    static boolean fits(Taobao account, List<PlatformRequest> together) {
        long total = together.stream().map(PlatformRequest::amount).mapToLong(Money::minor).sum();
        return together.size() <= (account.tmall() ? MANY_TMALL : MANY_TAOBAO) && total <= (account.tmall() ? MOST_TMALL : MOST_TAOBAO);
    }

    Outcome agree(Taobao account, PlatformRequest request, Told now, String typed) throws Away, TopFault {
        if (!request.amount().equals(now.matter().amount())) {
            return moved(now);
        }
        if (!fits(account, List.of(request))) {
            return Outcome.of(Result.PERSON, "OVER_LIMIT", "金额超过接口一次可退的上限（" + (account.tmall() ? "1 万" : "6 千") + "元），请在商家后台退款",
                "More than one call may give (CNY " + (account.tmall() ? "10,000" : "6,000") + "): give it in the seller's centre");
        }
        return said(request.matter(), call(account, List.of(new Piece(request, now)), typed));
    }

    /** A code for several is asked for one by one instead. */
    Map<String, Outcome> agree(Taobao account, List<Piece> pieces) throws Away, TopFault {
        Map<Boolean, List<Piece>> same = pieces.stream().collect(Collectors.partitioningBy(piece -> piece.request().amount().equals(piece.now().matter().amount())));
        Map<String, Outcome> outcomes = new HashMap<>();
        same.get(false).forEach(piece -> outcomes.put(piece.request().number(), moved(piece.now())));
        if (!same.get(true).isEmpty()) {
            JsonNode answer = call(account, same.get(true), null);
            for (Piece piece : same.get(true)) {
                Outcome one = said(piece.request().matter(), answer);
                outcomes.put(piece.request().number(), one.result() == Result.CODE && same.get(true).size() > 1 ? Outcome.of(Result.UNSENT, JdbcPlatformRequests.ALONE, "", "") : one);
            }
        }
        return outcomes;
    }

    private static Outcome moved(Told now) {
        return Outcome.of(Result.CHANGED, "AMOUNT", "平台上的退款金额现为 " + now.matter().amount().display(true) + "，与决定的金额不同",
            "The refund is now of " + now.matter().amount().display(false) + ", not what was decided on");
    }

    private JsonNode call(Taobao account, List<Piece> pieces, String typed) throws Away, TopFault {
        Map<String, String> words = new HashMap<>();
        words.put("refund_infos", pieces.stream().map(piece -> info(account, piece)).collect(Collectors.joining(",")));
        words.put("code", typed);
        return calls.call(account, "taobao.rp.refunds.agree", words);
    }

    private static String info(Taobao account, Piece piece) {
        String plain = piece.request().matter() + "|" + piece.request().amount().minor() + "|" + piece.now().inside().get("version");
        return account.tmall() ? plain + "|" + piece.now().inside().get("phase") : plain;
    }

    private static Outcome said(String refund, JsonNode answer) {
        JsonNode own = own(refund, answer);
        if (own.path("succ").asBoolean(false)) {
            return Outcome.done(null);
        }
        String message = own.path("message").asString("").isEmpty() ? answer.path("message").asString("") : own.path("message").asString();
        if (message.contains("验证码")) {
            return Outcome.of(Result.CODE, "SMS_CODE", "平台已向店铺手机发送短信验证码，请填写：" + message, "The marketplace sent a code to the shop's telephone: type it in");
        }
        if (message.contains("版本")) {
            return Outcome.of(Result.CHANGED, "VERSION", "买家或平台刚修改过该退款，请重新查看后再决定", "The buyer or the marketplace has just changed it: look at it and decide again");
        }
        String code = answer.path("msg_code").asString("");
        if (code.equals("OP_SUCC") && answer.path("succ").asBoolean(false)) {
            return Outcome.done(null);
        }
        boolean clear = own.has("succ") || code.equals("OP_FAILURE_UE");
        return clear ? Outcome.of(Result.REFUSED, code.isEmpty() ? "NO_SUCCESS" : code, "平台拒绝退款：" + message, "The marketplace refused to refund: " + message)
            : Outcome.of(Result.UNKNOWN, "UNCLEAR " + code, "", "");
    }

    private static JsonNode own(String refund, JsonNode answer) {
        for (JsonNode each : answer.path("results").path("refund_mapping_result")) {
            if (each.path("refund_id").asString("").equals(refund)) {
                return each;
            }
        }
        return answer.path("-");
    }
}

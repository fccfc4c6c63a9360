package dev.afterflow.alipay;

import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives money back through Alipay. Our refund number is its {@code out_request_no}, under which a repeat moves nothing.
 * Only {@code fund_change=Y} or the data of a query is a success; code 10000 alone says no more than that the call worked.
 */
@Component
class AlipayProvider implements Provider {

    static final String CODE = "alipay";
    static final String CURRENCY = "CNY";
    private static final int LONGEST_REASON = 256;
    private static final Set<String> FINALS = Set.of("ACQ.TRADE_NOT_EXIST", "ACQ.TRADE_HAS_FINISHED", "ACQ.TRADE_HAS_CLOSE",
        "ACQ.TRADE_NOT_ALLOW_REFUND", "ACQ.REASON_TRADE_REFUND_FEE_ERR", "ACQ.REFUND_FEE_ERROR",
        "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "ACQ.BUYER_NOT_EXIST");
    /** Nothing moved, and nothing will until the seller tops up or Alipay thaws the trade; then the same number is right. */
    private static final Set<String> HELD = Set.of("ACQ.SELLER_BALANCE_NOT_ENOUGH", "ACQ.REASON_TRADE_BEEN_FREEZEN",
        "ACQ.BUYER_ERROR", "ACQ.SELLER_ERROR");

    private final AlipaySettings settings;
    private final Accounts<AlipayAccount> accounts;
    private final AlipayGateway gateway;
    private final AlipayNotices notices;
    private final JsonMapper json;

    AlipayProvider(AlipaySettings settings, Accounts<AlipayAccount> accounts, AlipayGateway gateway, AlipayNotices notices, JsonMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
        this.notices = notices;
        this.json = json;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean serves(String shop) {
        return accounts.serve(shop);
    }

    @Override
    public Duration settleWindow() {
        return settings.window();
    }

    @Override
    public Duration askAfter() {
        return settings.askAfter();
    }

    @Override
    public String thanks() {
        return "success";
    }

    @Override
    public String request(Order order) {
        Map<String, Object> business = new LinkedHashMap<>();
        business.put("out_trade_no", order.paymentId());
        business.put("refund_amount", yuan(order.amount()));
        business.put("out_request_no", order.refundNo());
        business.put("refund_reason", order.reason().substring(0, Math.min(LONGEST_REASON, order.reason().length())));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("biz_content", json.writeValueAsString(business));
        words.put("currency", order.amount().currency());
        words.put("notify_url", gateway.noticeAddress(order.noticePath()));
        return json.writeValueAsString(words);
    }

    /** Minor units as Alipay writes them: yuan with two places. */
    static String yuan(Money amount) {
        return BigDecimal.valueOf(amount.minor(), 2).toPlainString();
    }

    @Override
    public Answer refund(Ask ask) {
        JsonNode words = json.readTree(ask.request());
        if (!speaks(words)) {
            return new Answer(Result.REFUSED, null, null, null, "NOT_CNY", null);
        }
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizContent(words.required("biz_content").asString());
        request.setNotifyUrl(words.path("notify_url").asString("").isBlank() ? null : words.path("notify_url").asString());
        var heard = gateway.call(ask.shop(), request);
        return heard.words() == null ? Answer.unknown(heard.trouble()) : refunded(heard.words(), trade(words));
    }

    @Override
    public Answer query(Ask ask) {
        JsonNode words = json.readTree(ask.request());
        if (!speaks(words)) {
            return new Answer(Result.NOT_FOUND, null, null, null, "NOT_CNY", null);
        }
        AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizContent(json.writeValueAsString(Map.of("out_trade_no", trade(words), "out_request_no", ask.refundNo())));
        var heard = gateway.call(ask.shop(), request);
        return heard.words() == null ? Answer.unknown(heard.trouble()) : found(heard.words(), ask.refundNo());
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return notices.read(shop, body);
    }

    private static Answer refunded(AlipayTradeRefundResponse said, String trade) {
        if (!"10000".equals(said.getCode())) {
            return answer(meaning(said.getCode(), String.valueOf(said.getSubCode())), null, said.getTradeNo(), word(said.getCode(), said.getSubCode()));
        }
        boolean moved = "Y".equals(said.getFundChange()) && trade.equals(said.getOutTradeNo());
        return answer(moved ? Result.SUCCEEDED : Result.UNKNOWN, null, said.getTradeNo(), "FUND_CHANGE_" + said.getFundChange());
    }

    private static Result meaning(String code, String subCode) {
        if (!"40004".equals(code)) {
            return Result.UNKNOWN;
        }
        return FINALS.contains(subCode) ? Result.REFUSED : HELD.contains(subCode) ? Result.HELD : Result.UNKNOWN;
    }

    private static Answer found(AlipayTradeFastpayRefundQueryResponse said, String refundNo) {
        if (!"10000".equals(said.getCode())) {
            boolean none = "ACQ.TRADE_NOT_EXIST".equals(said.getSubCode());
            return answer(none ? Result.NOT_FOUND : Result.UNKNOWN, null, null, word(said.getCode(), said.getSubCode()));
        }
        if (said.getRefundStatus() == null && said.getRefundAmount() == null) {
            return answer(Result.NOT_FOUND, null, null, "NO_DATA");
        }
        if (!"REFUND_SUCCESS".equals(said.getRefundStatus()) || !refundNo.equals(said.getOutRequestNo())) {
            return answer(Result.UNKNOWN, null, null, "STATUS_" + said.getRefundStatus());
        }
        try {
            return answer(Result.SUCCEEDED, Money.parse(said.getRefundAmount(), CURRENCY), said.getTradeNo(), said.getRefundStatus());
        } catch (IllegalArgumentException | NullPointerException noAmount) {
            return Answer.unknown("UNREADABLE");
        }
    }

    private static Answer answer(Result result, Money amount, String trade, String code) {
        return new Answer(result, amount, trade, null, code, null);
    }

    private static String word(String code, String subCode) {
        return subCode == null ? "CODE_" + code : subCode;
    }

    private static boolean speaks(JsonNode words) {
        return words.path("currency").asString("").equals(CURRENCY);
    }

    private String trade(JsonNode words) {
        return json.readTree(words.required("biz_content").asString()).required("out_trade_no").asString();
    }
}

package dev.afterflow.wechat;

import com.wechat.pay.java.service.refund.model.Refund;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives money back through WeChat Pay. Our refund number is its {@code out_refund_no}, under which a repeat with the same words moves
 * nothing; being taken is not being paid, so PROCESSING is asked about until it is SUCCESS, CLOSED or ABNORMAL.
 */
@Component
class WechatProvider implements Provider {

    static final String CODE = "wechat";
    static final String CURRENCY = "CNY";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final int LONGEST_REASON = 80;
    /** The request itself was turned down; a refund under this number does not exist unless the question says so. */
    private static final Set<String> FINALS = Set.of("400/PARAM_ERROR", "400/INVALID_REQUEST", "403/USER_ACCOUNT_ABNORMAL");
    /** Nothing moved, and nothing will until the merchant tops up; then the same number is right. */
    private static final Set<String> HELD = Set.of("403/NOT_ENOUGH");
    private static final String NO_SUCH_REFUND = "404/RESOURCE_NOT_EXISTS";

    private final WechatSettings settings;
    private final Accounts<WechatAccount> accounts;
    private final WechatGateway gateway;
    private final WechatNotices notices;
    private final JsonMapper json;

    WechatProvider(WechatSettings settings, Accounts<WechatAccount> accounts, WechatGateway gateway, WechatNotices notices, JsonMapper json) {
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
    public Duration turn(String shop) {
        return gateway.turn(shop);
    }

    @Override
    public String request(Order order) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("out_trade_no", order.paymentId());
        words.put("out_refund_no", order.refundNo());
        words.put("reason", shortened(order.reason()));
        String notice = gateway.noticeAddress(order.noticePath());
        if (!notice.isEmpty()) {
            words.put("notify_url", notice);
        }
        words.put("amount", Map.of("refund", order.amount().minor(), "total", order.captured().minor(), "currency", order.amount().currency()));
        return json.writeValueAsString(words);
    }

    /** At most eighty bytes, and no half letter at the end. */
    static String shortened(String reason) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int letter : reason.codePoints().toArray()) {
            String one = Character.toString(letter);
            bytes += one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_REASON) {
                break;
            }
            kept.append(one);
        }
        return kept.toString();
    }

    @Override
    public Answer refund(Ask ask) {
        if (!speaks(ask)) {
            return new Answer(Result.REFUSED, null, null, null, "NOT_CNY", null);
        }
        var heard = gateway.call(ask.shop(), REFUNDS, ask.request(), Refund.class);
        if (heard.words() != null) {
            return stands(heard.words(), ask.refundNo());
        }
        return heard.code() == null ? Answer.unknown(heard.trouble()) : refused(heard, FINALS.contains(name(heard)) ? Result.REFUSED
            : HELD.contains(name(heard)) ? Result.HELD : Result.UNKNOWN);
    }

    @Override
    public Answer query(Ask ask) {
        if (!speaks(ask)) {
            return new Answer(Result.NOT_FOUND, null, null, null, "NOT_CNY", null);
        }
        var heard = gateway.call(ask.shop(), REFUNDS + "/" + URLEncoder.encode(ask.refundNo(), StandardCharsets.UTF_8), null, Refund.class);
        if (heard.words() != null) {
            return stands(heard.words(), ask.refundNo());
        }
        return heard.code() == null ? Answer.unknown(heard.trouble()) : refused(heard, NO_SUCH_REFUND.equals(name(heard)) ? Result.NOT_FOUND : Result.UNKNOWN);
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return notices.read(shop, headers, body);
    }

    private static Answer stands(Refund said, String refundNo) {
        if (!refundNo.equals(said.getOutRefundNo()) || said.getStatus() == null || said.getAmount() == null || said.getAmount().getRefund() == null
                || !CURRENCY.equals(said.getAmount().getCurrency())) {
            return Answer.unknown("UNREADABLE");
        }
        Result result = switch (said.getStatus()) {
            case SUCCESS -> Result.SUCCEEDED;
            case PROCESSING -> Result.PROCESSING;
            case CLOSED -> Result.CLOSED;
            case ABNORMAL -> Result.ABNORMAL;
        };
        return new Answer(result, new Money(said.getAmount().getRefund(), CURRENCY), said.getRefundId(), 200, said.getStatus().name(), null);
    }

    private static Answer refused(WechatGateway.Heard<?> heard, Result result) {
        return new Answer(result, null, null, heard.status(), heard.code(), null);
    }

    private static String name(WechatGateway.Heard<?> heard) {
        return heard.status() + "/" + heard.code();
    }

    private boolean speaks(Ask ask) {
        JsonNode amount = json.readTree(ask.request()).path("amount");
        return amount.path("currency").asString("").equals(CURRENCY);
    }
}

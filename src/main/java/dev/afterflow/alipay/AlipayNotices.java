package dev.afterflow.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads Alipay's notices: RSA2 over the sorted decoded words, then account and seller; what they say of the money is held against our books. */
@Component
class AlipayNotices {

    /** A genuine notice that speaks of no refund of ours is taken and forgotten. */
    private static final String NO_REFUND = "none";
    private static final Set<String> LETTERS = Set.of("utf-8", "gbk", "gb2312", "gb18030");

    private final Accounts<AlipayAccount> accounts;

    AlipayNotices(Accounts<AlipayAccount> accounts) {
        this.accounts = accounts;
    }

    Optional<Provider.Notice> read(String shop, byte[] body) {
        try {
            Map<String, String> words = decoded(new String(body, StandardCharsets.US_ASCII));
            return accounts.of(shop).filter(account -> genuine(account, words) && ours(account, words)).flatMap(account -> hint(words));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Provider.Notice> hint(Map<String, String> words) {
        String eventId = words.get("notify_id");
        if (eventId == null) {
            return Optional.empty();
        }
        String refundNo = words.get("out_biz_no");
        return Optional.of(refundNo == null ? new Provider.Notice(eventId, NO_REFUND)
            : new Provider.Notice(eventId, Provider.Topic.REFUND, refundNo, claim(words)));
    }

    /** {@code refund_fee} is all that was given back of the trade so far, this refund included. */
    private static Provider.Claim claim(Map<String, String> words) {
        return new Provider.Claim(words.get("out_trade_no"), yuan(words.get("total_amount")), yuan(words.get("refund_fee")), true);
    }

    private static Money yuan(String told) {
        return Money.parse(told == null ? "" : told, AlipayProvider.CURRENCY);
    }

    private static boolean ours(AlipayAccount account, Map<String, String> words) {
        return account.appId().equals(words.get("app_id")) && account.sellerId().equals(words.get("seller_id"));
    }

    private static boolean genuine(AlipayAccount account, Map<String, String> words) {
        try {
            return "RSA2".equals(words.get("sign_type")) && words.containsKey("sign")
                && AlipaySignature.rsaCheckV1(new HashMap<>(words), account.alipayPublicKey(), letters(words.get("charset")), "RSA2");
        } catch (AlipayApiException doesNotHold) {
            return false;
        }
    }

    /** Each word once; a word that stands twice could be signed as one thing and read as another. */
    private static Map<String, String> decoded(String form) {
        Map<String, String> raw = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides.length < 2 || raw.put(sides[0], sides[1]) != null) {
                throw new IllegalArgumentException("not a form");
            }
        }
        Charset letters = Charset.forName(letters(raw.get("charset")));
        raw.replaceAll((name, value) -> URLDecoder.decode(value, letters));
        return raw;
    }

    private static String letters(String told) {
        String name = told == null ? "utf-8" : told.toLowerCase();
        if (!LETTERS.contains(name)) {
            throw new IllegalArgumentException("unknown letters");
        }
        return name;
    }
}

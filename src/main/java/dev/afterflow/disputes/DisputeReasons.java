package dev.afterflow.disputes;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the many words for a dispute's kind and reason as those of {@code dispute-strategy}. [A][STR-CAT][PP-API][TOP-DISP] */
final class DisputeReasons {

    private static final Map<String, Pattern> REASONS = reasons();

    private DisputeReasons() {
    }

    private static Map<String, Pattern> reasons() {
        Map<String, Pattern> reasons = new LinkedHashMap<>();
        reasons.put("FRAUDULENT", pattern("fraudulent|unauthori[sz]ed|^10\\.4$|^4837$|盗刷"));
        reasons.put("CREDIT_NOT_PROCESSED", pattern("credit_not_processed|^13\\.[67]$|^4860$|退款未到"));
        reasons.put("SUBSCRIPTION", pattern("subscription|^13\\.2$|cancelled_recurring"));
        reasons.put("DUPLICATE", pattern("duplicate|^12\\.6|^4834$|重复扣款"));
        reasons.put("UNRECOGNIZED", pattern("unrecogni[sz]ed|不认识"));
        reasons.put("COUNTERFEIT", pattern("counterfeit|fake|假货|假冒|^13\\.4$"));
        reasons.put("NO_REASON", pattern("no_reason|七天无理由|7天无理由|change_of_mind"));
        reasons.put("SHORT", pattern("short|少件|漏发|空包|missing"));
        reasons.put("WRONG_ITEM", pattern("wrong_item|错发|发错"));
        reasons.put("NOT_AS_DESCRIBED", pattern("not_as_described|描述不符|^13\\.3$|^4853$"));
        reasons.put("QUALITY", pattern("quality|unacceptable|defect|damaged|质量|破损"));
        reasons.put("REFUSED", pattern("refused|拒收"));
        reasons.put("EXTORTION", pattern("extortion|勒索"));
        reasons.put("NOT_RECEIVED", pattern("not_received|non_?receipt|^13\\.1$|^4855$|未收到|没收到"));
        return reasons;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** GENERAL where nothing is recognised; the code counts before the words. */
    static String reason(String code, String words) {
        return of(code).or(() -> of(words)).orElse("GENERAL");
    }

    private static Optional<String> of(String text) {
        return text == null ? Optional.empty() : REASONS.entrySet().stream().filter(each -> each.getValue().matcher(text.strip()).find()).map(Map.Entry::getKey).findFirst();
    }

    static Dispute.Kind kind(String asked) {
        return switch (asked == null ? "" : asked.toUpperCase(Locale.ROOT).replace('-', '_')) {
            case "CHARGEBACK" -> Dispute.Kind.CHARGEBACK;
            case "INQUIRY" -> Dispute.Kind.INQUIRY;
            case "A_TO_Z", "ATOZ" -> Dispute.Kind.A_TO_Z;
            case "PAYPAL" -> Dispute.Kind.PAYPAL;
            default -> Dispute.Kind.PLATFORM;
        };
    }
}

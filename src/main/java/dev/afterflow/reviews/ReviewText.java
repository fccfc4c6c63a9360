package dev.afterflow.reviews;

import dev.afterflow.orders.Orders;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words of a review and of its talk speak of; a first guess that a person corrects. */
final class ReviewText {

    private static final Map<String, Pattern> SIGNS = signs();

    private ReviewText() {
    }

    private static Map<String, Pattern> signs() {
        Map<String, Pattern> signs = new LinkedHashMap<>();
        signs.put("ABUSE", Pattern.compile("傻逼|去死|他妈|滚蛋|加微信|加v[:：]|vx[:：]|whatsapp|https?://|(?<!\\d)1[3-9]\\d{9}(?!\\d)|fuck|idiot|bastard"));
        signs.put("WRONG_ITEM", Pattern.compile("发错|错发|少发|漏发|缺件|少了|空包|wrong item|missing (?:item|piece|part)"));
        signs.put("DEFECT", Pattern.compile("坏|破|质量|断|掉色|开裂|不能用|漏水|瑕疵|异味|次品|defect|broken|quality|stopped working|does not work"));
        signs.put("LOGISTICS", Pattern.compile("物流|快递|配送|没收到|迟迟|太慢|delivery|shipping|courier|never arrived|too late"));
        signs.put("SERVICE", Pattern.compile("客服|态度|不理人|不回复|敷衍|rude|no reply|customer service"));
        signs.put("EXPECTATION", Pattern.compile("尺码|偏大|偏小|色差|颜色|too (?:small|big|large)|wrong size|colou?r"));
        signs.put("MISUSE", Pattern.compile("不会用|怎么用|看不懂|how to use|instructions"));
        return signs;
    }

    /** A word of {@code review-triage}. */
    static String content(String words) {
        String read = plain(words);
        if (read.isBlank()) {
            return "STARS";
        }
        return SIGNS.entrySet().stream().filter(sign -> sign.getValue().matcher(read).find()).map(Map.Entry::getKey).findFirst().orElse("OTHER");
    }

    /** Title, words and what was appended, as one text. */
    static String whole(Orders.Written review) {
        return Stream.of(review.title(), review.words(), review.appendedWords()).filter(part -> part != null && !part.isBlank())
                .map(String::strip).distinct().collect(Collectors.joining("\n"));
    }

    static String plain(String words) {
        return words == null ? "" : Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Words at TOP: messages with a picture into a refund's record, evidence as one message a paper, the answer to a review, the remark with its
 * flag. TOP knows no number of ours, so each message ends in a mark by which it is found again.
 */
@Component
class TaobaoNotes {

    private static final int LONGEST_BYTES = 400;
    private static final int PICTURE = 500_000;
    private static final int ANSWER = 500;
    /** Bytes of a seller's memo (TOP's document of {@code taobao.trade.memo.update}). */
    private static final int MEMO = 1_000;

    private final TopCalls calls;
    private final LightPictures pictures;

    TaobaoNotes(TopCalls calls, LightPictures pictures) {
        this.calls = calls;
        this.pictures = pictures;
    }

    boolean isThere(Taobao account, PlatformRequest request, Told now) throws Away, TopFault {
        return switch (request.kind()) {
            case MESSAGE -> written(account, request, now).contains(mark(request, 0));
            case REPLY_REVIEW -> request.words() != null && request.words().strip().equals(now.inside().getOrDefault("reply", "").strip());
            case FLAG -> flagged(account, request);
            default -> false;
        };
    }

    Outcome write(Taobao account, PlatformRequest request, Told now, List<Paper> papers) throws Away, TopFault {
        return switch (request.kind()) {
            case MESSAGE -> message(account, request, now, papers);
            case SUBMIT_EVIDENCE -> evidence(account, request, now, papers);
            case REPLY_REVIEW -> reply(account, request, now);
            case FLAG -> flag(account, request);
            default -> Outcome.of(Result.PERSON, "BY_HAND", "平台没有提供此操作的接口", "The marketplace has no door for this");
        };
    }

    private Outcome message(Taobao account, PlatformRequest request, Told now, List<Paper> papers) throws Away, TopFault {
        if (!fits(request.words(), mark(request, 0))) {
            return tooLong();
        }
        return say(account, request, now, request.words().strip() + mark(request, 0), pictures.first(papers, PICTURE).orElse(null));
    }

    /** Papers that were said already in an earlier try are not said again. */
    private Outcome evidence(Taobao account, PlatformRequest request, Told now, List<Paper> papers) throws Away, TopFault {
        String words = request.words() == null ? "举证材料" : request.words().strip();
        List<Paper> light = papers.stream().flatMap(paper -> pictures.of(paper, PICTURE).stream()).toList();
        if (light.isEmpty() || light.size() < papers.size()) {
            return Outcome.of(Result.PERSON, "PAPERS", "平台接口只接受图片，请在商家后台上传举证材料", "Its door takes pictures only: upload the evidence in the seller's centre");
        }
        if (!fits(words, mark(request, light.size()))) {
            return tooLong();
        }
        String said = written(account, request, now);
        for (int i = 0; i < light.size(); i++) {
            if (!said.contains(mark(request, i + 1))) {
                Outcome one = say(account, request, now, words + mark(request, i + 1), light.get(i));
                if (one.result() != Result.DONE) {
                    return one;
                }
            }
        }
        return Outcome.done(null);
    }

    private Outcome say(Taobao account, PlatformRequest request, Told now, String content, Paper paper) throws Away, TopFault {
        boolean exchange = now.matter().sort() == Sort.EXCHANGE;
        Map<String, String> words = new HashMap<>(Map.of("content", content));
        words.put(exchange ? "dispute_id" : "refund_id", request.matter());
        if (exchange) {
            words.put("fields", "id,content,created");
        }
        String method = exchange ? "tmall.exchange.message.add" : "taobao.refund.message.add";
        TopCalls.File picture = paper == null ? null : TopCalls.File.of(paper);
        JsonNode answer = picture == null ? calls.call(account, method, words) : calls.call(account, method, words, picture.as(exchange ? "message_pics" : "image"));
        String id = answer.path("refund_message").path("id").asString(answer.path("result").path("results").path("refund_message").path(0).path("id").asString(""));
        return id.isEmpty() ? Outcome.of(Result.UNKNOWN, "NO_NUMBER", "", "") : Outcome.done(id);
    }

    /** All that was said in the matter, one after the other. */
    private String written(Taobao account, PlatformRequest request, Told now) throws Away, TopFault {
        boolean exchange = now.matter().sort() == Sort.EXCHANGE;
        List<String> contents = new ArrayList<>();
        for (int page = 1; ; page++) {
            Map<String, String> words = Map.of(exchange ? "dispute_id" : "refund_id", request.matter(), "fields", "id,content,created,owner_role", "page_no", String.valueOf(page),
                "page_size", "100");
            JsonNode answer = calls.call(account, exchange ? "tmall.exchange.messages.get" : "taobao.refund.messages.get", words);
            JsonNode messages = exchange ? answer.path("result").path("results").path("refund_message") : answer.path("refund_messages").path("refund_message");
            messages.forEach(each -> contents.add(each.path("content").asString("")));
            if (messages.size() < 100) {
                return String.join("\n", contents);
            }
        }
    }

    private Outcome reply(Taobao account, PlatformRequest request, Told now) throws Away, TopFault {
        String words = request.words() == null ? "" : request.words().strip();
        if (words.isEmpty() || words.length() > ANSWER) {
            return Outcome.of(Result.REFUSED, "WORDS", "评价解释须为 1 到 500 个字", "An answer to a review has 1 to 500 characters");
        }
        JsonNode answer = calls.call(account, "taobao.traderate.explain.add", Map.of("oid", String.valueOf(now.matter().lineId()), "reply", words));
        return answer.path("is_success").asBoolean(false) ? Outcome.done(null) : Outcome.of(Result.UNKNOWN, "NO_SUCCESS", "", "");
    }

    private boolean flagged(Taobao account, PlatformRequest request) throws Away, TopFault {
        JsonNode trade = trade(account, request);
        return String.valueOf(request.more(Word.FLAG)).equals(trade.path("seller_flag").asString("")) && trade.path("seller_memo").asString("").contains(String.valueOf(request.words()));
    }

    private JsonNode trade(Taobao account, PlatformRequest request) throws Away, TopFault {
        return calls.call(account, "taobao.trade.get", Map.of("tid", request.matter(), "fields", "tid,seller_memo,seller_flag")).path("trade");
    }

    /** What the shop's people wrote there before stays behind ours, as far as there is room. */
    private static String memo(String words, String before) {
        if (before.contains(words)) {
            return before;
        }
        StringBuilder memo = new StringBuilder(before.isBlank() ? words : words + "；" + before);
        while (memo.toString().getBytes(StandardCharsets.UTF_8).length > MEMO) {
            memo.setLength(memo.offsetByCodePoints(memo.length(), -1));
        }
        return memo.toString();
    }

    private Outcome flag(Taobao account, PlatformRequest request) throws Away, TopFault {
        String memo = memo(String.valueOf(request.words()), trade(account, request).path("seller_memo").asString(""));
        JsonNode trade = calls.call(account, "taobao.trade.memo.update", Map.of("tid", request.matter(), "memo", memo, "flag",
            String.valueOf(request.more(Word.FLAG)), "reset", "false")).path("trade");
        return trade.has("tid") ? Outcome.done(null) : Outcome.of(Result.UNKNOWN, "NO_SUCCESS", "", "");
    }

    private static boolean fits(String words, String mark) {
        return words != null && !words.isBlank() && (words.strip() + mark).getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    private static Outcome tooLong() {
        return Outcome.of(Result.REFUSED, "WORDS", "留言须为 1 到约 120 个汉字（400 字节）", "A message has 1 to 400 bytes");
    }

    /** {@code n} counts papers from 1; 0 is the message itself. */
    private static String mark(PlatformRequest request, int n) {
        String number = request.number();
        return " [" + number.substring(Math.max(0, number.length() - 12)) + (n == 0 ? "" : "-" + n) + "]";
    }
}

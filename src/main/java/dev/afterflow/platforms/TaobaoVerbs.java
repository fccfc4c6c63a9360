package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Piece;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a seller does to a refund or an exchange at TOP: agree, refuse, give an address, send the replacement; words go by {@link TaobaoNotes}. */
@Component
class TaobaoVerbs {

    /** A proof of a refusal has at most 130,000 bytes (TOP's document of {@code taobao.refund.refuse}), one of goods that came back 5 MB. */
    private static final int PROOF = 130_000;
    private static final int PROOF_OF_GOODS = 5_000_000;
    private static final String FIELDS = "dispute_id,bizorder_id,modified,status";

    /** An exchange whose new goods are on their way, or with the buyer. */
    private static final Set<String> SENT = Set.of("13", "5");

    private final TopCalls calls;
    private final TaobaoMoney money;
    private final TaobaoNotes notes;
    private final LightPictures pictures;

    TaobaoVerbs(TopCalls calls, TaobaoMoney money, TaobaoNotes notes, LightPictures pictures) {
        this.calls = calls;
        this.money = money;
        this.notes = notes;
        this.pictures = pictures;
    }

    boolean isThere(Taobao account, PlatformRequest request, Told now) throws Away, TopFault {
        return request.kind() == PlatformRequest.Kind.SEND_REPLACEMENT ? now.matter() != null && SENT.contains(now.matter().word()) : notes.isThere(account, request, now);
    }

    Outcome write(Taobao account, PlatformRequest request, Told now, List<Paper> papers, String typed) throws Away, TopFault {
        if (now.inside().getOrDefault("operation", "").contains("refund_onweb") && request.kind() != Kind.MESSAGE) {
            return Outcome.of(Result.PERSON, "ON_WEB", "平台要求在网页后台操作（refund_onweb）", "The marketplace wants this done in its seller's centre (refund_onweb)");
        }
        boolean exchange = now.matter() != null && now.matter().sort() == Sort.EXCHANGE;
        return switch (request.kind()) {
            case AGREE_REFUND -> money.agree(account, request, now, typed);
            case AGREE_RETURN, GIVE_ADDRESS -> exchange ? agreeExchange(account, request) : agreeReturn(account, request, now);
            case REFUSE -> exchange ? exchanged(account, "tmall.exchange.refuse", request, picture(papers, PROOF_OF_GOODS)) : refuse(account, request, now, papers);
            case REFUSE_GOODS -> exchange ? exchanged(account, "tmall.exchange.returngoods.refuse", request, picture(papers, PROOF_OF_GOODS))
                : account.tmall() ? refuseGoods(account, request, now, papers) : refuse(account, request, now, papers);
            case CONFIRM_GOODS -> exchanged(account, "tmall.exchange.returngoods.agree", request, null);
            case SEND_REPLACEMENT -> send(account, request);
            default -> notes.write(account, request, now, papers);
        };
    }

    Map<String, Outcome> agree(Taobao account, List<Piece> pieces) throws Away, TopFault {
        return money.agree(account, pieces);
    }

    private Outcome agreeReturn(Taobao account, PlatformRequest request, Told now) throws Away, TopFault {
        Map<String, String> words = new HashMap<>(Map.of("refund_id", request.matter(), "virtual_return_goods", "false"));
        put(words, "remark", request.words());
        if (request.more(Word.FREIGHT) != null) {
            words.put("post_fee_bear_role", request.more(Word.FREIGHT).equals("BUYER") ? "1" : "0");
        }
        JsonNode address = address(account, request.more(Word.ADDRESS));
        if (account.tmall()) {
            words.putAll(Map.of("refund_phase", now.inside().get("phase"), "refund_version", now.inside().get("version")));
            put(words, "seller_address_id", address.path("contact_id").asString(""));
        } else {
            put(words, "name", address.path("contact_name").asString(""));
            put(words, "address", address.path("province").asString("") + address.path("city").asString("") + address.path("country").asString("") + address.path("addr").asString(""));
            put(words, "post", address.path("zip_code").asString(""));
            put(words, "mobile", address.path("mobile_phone").asString(""));
            put(words, "tel", address.path("phone").asString(""));
        }
        if (address.isMissingNode()) {
            return noAddress(request);
        }
        return said(calls.call(account, "taobao.rp.returngoods.agree", words));
    }

    private Outcome agreeExchange(Taobao account, PlatformRequest request) throws Away, TopFault {
        JsonNode address = address(account, request.more(Word.ADDRESS));
        if (address.isMissingNode()) {
            return noAddress(request);
        }
        Map<String, String> words = new HashMap<>(Map.of("dispute_id", request.matter(), "address_id", address.path("contact_id").asString(), "fields", FIELDS));
        put(words, "leave_message", request.words());
        return result(calls.call(account, "tmall.exchange.agree", words));
    }

    /** The address asked for, else the shop's own for returns. */
    private JsonNode address(Taobao account, String id) throws Away, TopFault {
        JsonNode all = calls.call(account, "taobao.logistics.address.search", id == null ? Map.of("rdef", "cancel_def") : Map.of()).path("addresses").path("address_result");
        for (JsonNode each : all) {
            if (id == null || id.equals(each.path("contact_id").asString(""))) {
                return each;
            }
        }
        return all.path(-1);
    }

    /** Whoever named none may still give one in the seller's centre. */
    private static Outcome noAddress(PlatformRequest request) {
        return Outcome.of(request.more(Word.ADDRESS) == null ? Result.PERSON : Result.REFUSED, "NO_ADDRESS", "店铺地址库里没有这个退货地址", "The shop's address book at the marketplace has no such return address");
    }

    private Outcome refuse(Taobao account, PlatformRequest request, Told now, List<Paper> papers) throws Away, TopFault {
        String said = request.words() == null ? "" : request.words().strip();
        TopCalls.File proof = picture(papers, PROOF);
        if (said.length() < 2 || said.length() > 200) {
            return Outcome.of(Result.REFUSED, "WORDS", "拒绝说明须为 2 到 200 个字", "A refusal is explained in 2 to 200 characters");
        }
        if (proof == null && (account.tmall() || !papers.isEmpty())) {
            return noProof();
        }
        Map<String, String> words = new HashMap<>(Map.of("refund_id", request.matter(), "refuse_message", said, "refund_phase", now.inside().get("phase"),
            "refund_version", now.inside().get("version")));
        put(words, "refuse_reason_id", request.reason());
        return said(proof == null ? calls.call(account, "taobao.refund.refuse", words) : calls.call(account, "taobao.refund.refuse", words, proof.as("refuse_proof")));
    }

    private Outcome refuseGoods(Taobao account, PlatformRequest request, Told now, List<Paper> papers) throws Away, TopFault {
        TopCalls.File proof = picture(papers, PROOF_OF_GOODS);
        if (proof == null) {
            return noProof();
        }
        Map<String, String> words = new HashMap<>(Map.of("refund_id", request.matter(), "refund_phase", now.inside().get("phase"), "refund_version", now.inside().get("version")));
        put(words, "refuse_reason_id", request.reason());
        return said(calls.call(account, "taobao.rp.returngoods.refuse", words, proof.as("refuse_proof")));
    }

    private static Outcome noProof() {
        return Outcome.of(Result.REFUSED, "PROOF_NEEDED", "需要一张能打开的图片凭证（GIF、JPG、PNG），过大的会自动缩小",
            "A readable picture must prove it (GIF, JPG, PNG); a large one is made smaller by itself");
    }

    private Outcome exchanged(Taobao account, String method, PlatformRequest request, TopCalls.File picture) throws Away, TopFault {
        Map<String, String> words = new HashMap<>(Map.of("dispute_id", request.matter(), "fields", FIELDS));
        put(words, "seller_refuse_reason_id", request.reason());
        put(words, "leave_message", request.words());
        return result(picture == null ? calls.call(account, method, words) : calls.call(account, method, words, picture.as("leave_message_pics")));
    }

    private Outcome send(Taobao account, PlatformRequest request) throws Away, TopFault {
        return result(calls.call(account, "tmall.exchange.consigngoods", Map.of("dispute_id", request.matter(), "logistics_no", String.valueOf(request.more(Word.WAYBILL)),
            "logistics_type", "200", "logistics_company_name", String.valueOf(request.more(Word.CARRIER)), "fields", FIELDS)));
    }

    /** The first picture, drawn smaller where it is heavier than the door takes; null where there is none. */
    private TopCalls.File picture(List<Paper> papers, int most) {
        return pictures.first(papers, most).map(TopCalls.File::of).orElse(null);
    }

    private static Outcome said(JsonNode answer) {
        boolean yes = answer.path("is_success").asBoolean(answer.path("succ").asBoolean(answer.path("result").path("success").asBoolean(false)));
        return yes ? Outcome.done(null) : Outcome.of(Result.UNKNOWN, "NO_SUCCESS", "", "");
    }

    /** An exchange's answers carry their own verdict. */
    private static Outcome result(JsonNode answer) {
        JsonNode result = answer.path("result");
        if (result.path("success").asBoolean(false)) {
            return Outcome.done(null);
        }
        String code = result.path("msg_code").asString("");
        return code.isEmpty() ? Outcome.of(Result.UNKNOWN, "NO_SUCCESS", "", "")
            : Outcome.of(Result.REFUSED, code, "平台拒绝：" + result.path("message").asString(code), "The marketplace refused: " + result.path("message").asString(code));
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (value != null && !value.isEmpty()) {
            words.put(name, value);
        }
    }
}

package dev.afterflow.platforms;

import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Taobao and Tmall over TOP. */
@Component
class TaobaoMarket implements Marketplace {

    static final String REFUNDS = "refunds";
    static final String EXCHANGES = "exchanges";
    static final String RATES = "rates";
    private static final Set<Kind> VERBS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.REPORT_REVIEW, Kind.ACCEPT, Kind.APPEAL)));

    private final TaobaoAccounts accounts;
    private final TopCalls calls;
    private final TaobaoLists lists;
    private final TaobaoVerbs verbs;
    private final TaobaoReader reader;
    private final TaobaoOthers others;
    private final JsonMapper json;
    private final Clock clock;

    TaobaoMarket(TaobaoAccounts accounts, TopCalls calls, TaobaoLists lists, TaobaoVerbs verbs, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.calls = calls;
        this.lists = lists;
        this.verbs = verbs;
        this.reader = new TaobaoReader(json);
        this.others = new TaobaoOthers(reader, json);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String word() {
        return TaobaoAccounts.WORD;
    }

    @Override
    public boolean serves(String shop) {
        return accounts.serves(shop);
    }

    @Override
    public Set<Kind> verbs() {
        return VERBS;
    }

    @Override
    public List<String> feeds() {
        return List.of(REFUNDS, EXCHANGES, RATES);
    }

    @Override
    public Page list(String shop, String feed, Instant from, Instant to, String cursor) throws Away {
        Taobao account = accounts.of(shop);
        return feed.equals(EXCHANGES) && !account.tmall() ? Page.of(List.of(), null) : lists.page(account, feed, from, to, cursor);
    }

    @Override
    public Told read(String shop, String feed, String matter) throws Away {
        return read(shop, feed, matter, true);
    }

    @Override
    public Told look(String shop, String feed, String matter) throws Away {
        return read(shop, feed, matter, false);
    }

    private Told read(String shop, String feed, String matter, boolean grounds) throws Away {
        Taobao account = accounts.of(shop);
        try {
            return switch (feed) {
                case EXCHANGES -> calls.together(account, grounds ? 2 : 1, () -> exchange(account, matter, grounds));
                case RATES -> rate(account, matter);
                default -> calls.together(account, grounds ? 3 : 2, () -> refund(account, matter, grounds));
            };
        } catch (TopFault fault) {
            if (fault.isGone()) {
                return Told.refused(fault.word());
            }
            throw fault.away();
        }
    }

    private Told refund(Taobao account, String id, boolean wanted) throws Away, TopFault {
        JsonNode refund = calls.call(account, "taobao.refund.get", Map.of("refund_id", id, "fields", TaobaoLists.REFUND_FIELDS)).path("refund");
        if (refund.path("dispute_type").asString("").equals("TMALL_EXCHANGE")) {
            return exchange(account, id, wanted);
        }
        boolean ours = wanted && List.of("WAIT_SELLER_AGREE", "WAIT_SELLER_CONFIRM_GOODS").contains(refund.path("status").asString(""));
        List<Ground> grounds = ours ? grounds(calls.call(account, "taobao.refund.refusereason.get",
            Map.of("refund_id", id, "refund_phase", refund.path("refund_phase").asString("onsale"), "fields", "reason_id,reason_text,reason_tips")).path("reasons").path("reason")) : List.of();
        return reader.refund(account.shop(), refund, grounds);
    }

    private Told exchange(Taobao account, String id, boolean wanted) throws Away, TopFault {
        JsonNode result = calls.call(account, "tmall.exchange.get", Map.of("dispute_id", id, "fields", TaobaoLists.EXCHANGE_FIELDS)).path("result");
        JsonNode exchange = result.path("exchange");
        if (!exchange.isObject()) {
            return Told.refused("EXCHANGE " + result.path("msg_code").asString("NOT_FOUND"));
        }
        boolean ours = wanted && List.of("1", "3").contains(exchange.path("status").asString(""));
        List<Ground> grounds = ours ? grounds(calls.call(account, "tmall.exchange.refusereason.get", Map.of("dispute_id", id, "fields", "reason_id,reason_text"))
            .path("result").path("results").path("reason")) : List.of();
        return others.exchange(account.shop(), exchange, grounds);
    }

    private Told rate(Taobao account, String matter) throws Away, TopFault {
        String oid = matter.startsWith(TaobaoOthers.RATE) ? matter.substring(TaobaoOthers.RATE.length()) : matter;
        JsonNode rates = calls.call(account, "taobao.traderates.get", Map.of("fields", TaobaoLists.RATE_FIELDS, "rate_type", "get", "role", "buyer", "tid", oid))
            .path("trade_rates").path("trade_rate");
        for (JsonNode rate : rates) {
            if (rate.path("oid").asString("").equals(oid)) {
                return others.rate(account.shop(), rate, clock.instant());
            }
        }
        return Told.gone();
    }

    private static List<Ground> grounds(JsonNode reasons) {
        List<Ground> grounds = new ArrayList<>();
        reasons.forEach(each -> grounds.add(new Ground(each.path("reason_id").asString(""), each.path("reason_text").asString(""), !each.path("reason_tips").asString("").isEmpty())));
        return grounds;
    }

    @Override
    public Optional<String> feedOf(PlatformRequest request, PlatformMatter known) {
        if (request.kind() == Kind.FLAG) {
            return Optional.empty();
        }
        Sort sort = known == null ? null : known.sort();
        return Optional.of(request.kind() == Kind.REPLY_REVIEW || sort == Sort.REVIEW ? RATES : sort == Sort.EXCHANGE ? EXCHANGES : REFUNDS);
    }

    /** Reviews are listed by when they were written, never again when a buyer changes them. */
    @Override
    public Optional<Watched> watched() {
        return Optional.of(new Watched(RATES, Set.of("bad", "neutral")));
    }

    @Override
    public boolean isThere(PlatformRequest request, Told now) throws Away {
        try {
            return verbs.isThere(accounts.of(request.shop()), request, now);
        } catch (TopFault fault) {
            throw fault.away();
        }
    }

    @Override
    public Outcome write(PlatformRequest request, Told now, List<PlatformPapers.Paper> papers, String typed) throws Away {
        try {
            return verbs.write(accounts.of(request.shop()), request, now, papers, typed);
        } catch (TopFault fault) {
            return fault.outcome();
        }
    }

    @Override
    public boolean fits(String shop, List<PlatformRequest> together) throws Away {
        return together.stream().allMatch(each -> each.kind() == Kind.AGREE_REFUND) && TaobaoMoney.fits(accounts.of(shop), together);
    }

    @Override
    public Map<String, Outcome> writeTogether(String shop, List<Piece> pieces) throws Away {
        try {
            return verbs.agree(accounts.of(shop), pieces);
        } catch (TopFault fault) {
            return pieces.stream().collect(Collectors.toMap(piece -> piece.request().number(), piece -> fault.outcome()));
        }
    }

    @Override
    public boolean hasQueue() {
        return true;
    }

    /** Messages of the shop's own group; one in another shop's would be confirmed by us and lost to it. */
    @Override
    public List<Queued> queue(String shop) throws Away {
        Taobao account = accounts.of(shop);
        if (account.group() == null) {
            return List.of();
        }
        try {
            JsonNode messages = calls.call(account, "taobao.tmc.messages.consume", Map.of("group_name", account.group(), "quantity", "100")).path("messages").path("tmc_message");
            List<Queued> queued = new ArrayList<>();
            messages.forEach(message -> queued.add(queued(message)));
            return queued;
        } catch (TopFault fault) {
            throw fault.away();
        }
    }

    private Queued queued(JsonNode message) {
        String number = message.path("id").asString();
        String topic = message.path("topic").asString("");
        String content = message.path("content").asString("{}");
        JsonNode told = content(content);
        Hint hint = null;
        if (topic.startsWith("taobao_refund_") && told.has("refund_id")) {
            hint = new Hint(REFUNDS, told.path("refund_id").asString(), "tmc:" + number);
        } else if (topic.startsWith("tmall_exchange_") && told.has("dispute_id")) {
            hint = new Hint(EXCHANGES, told.path("dispute_id").asString(), "tmc:" + number);
        } else if (topic.equals("taobao_trade_TradeRated") && told.has("oid")) {
            hint = new Hint(RATES, TaobaoOthers.RATE + told.path("oid").asString(), "tmc:" + number);
        }
        return new Queued(number, hint, (topic + "\n" + content).getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode content(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    @Override
    public void confirm(String shop, List<Queued> taken) throws Away {
        Taobao account = accounts.of(shop);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("group_name", account.group());
        words.put("s_message_ids", taken.stream().map(Queued::number).collect(Collectors.joining(",")));
        try {
            calls.call(account, "taobao.tmc.messages.confirm", words);
        } catch (TopFault fault) {
            throw fault.away();
        }
    }
}

package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.connections.Outbound;
import dev.afterflow.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kuaidi100's work orders (its document of the merchant's work order): created under our number in its words, found again only by
 * its own number, answered by clerks in words. A callback is a hint to ask, never an answer.
 */
@Component
@Order(1)
class WorkOrders implements RequestWay {

    private static final int TAKEN = 200;
    private static final int WRONG_SIGN = 30002;

    private final CarrierAccounts accounts;
    private final KuaidiCalls calls;
    private final CarrierHooks hooks;
    private final WorkOrderPictures pictures;
    private final JsonMapper json;

    WorkOrders(CarrierAccounts accounts, KuaidiCalls calls, CarrierHooks hooks, WorkOrderPictures pictures, JsonMapper json) {
        this.accounts = accounts;
        this.calls = calls;
        this.hooks = hooks;
        this.pictures = pictures;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.WORK_ORDER;
    }

    @Override
    public boolean askable() {
        return true;
    }

    @Override
    public boolean leadsTo(String shop, String carrier) {
        return CarrierWords.takesWorkOrders(carrier) && accounts.workOrders(shop);
    }

    @Override
    public String prepare(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        return pictures.upload(accounts.kuaidi(request.shop()).orElseThrow(), circuit(request), request.shop(), papers);
    }

    @Override
    public Outcome send(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        CarrierAccounts.Kuaidi account = accounts.kuaidi(request.shop()).orElseThrow();
        try {
            return request.kind() == Kind.WITHDRAW ? withdrawn(account, request) : created(calls.workOrder(account, circuit(request), "create", null, wanted(account, request, papers)));
        } catch (CarrierCircuits.Closed unsent) {
            return Outcome.of(Result.UNSENT, unsent.getMessage(), null);
        } catch (IOException noAnswer) {
            return Outcome.of(Result.UNKNOWN, "NO_ANSWER", null);
        }
    }

    /** A claim is taken back by a word on its own work order; where we know of none, a person tells the carrier. */
    private Outcome withdrawn(CarrierAccounts.Kuaidi account, JdbcCarrierRequests.Row request) throws IOException {
        if (request.reference() == null) {
            return Outcome.of(Result.REFUSED, "NO_WORK_ORDER", null);
        }
        Outbound.Heard heard = calls.workOrder(account, circuit(request), "reply", "addReply", Map.of("consultId", request.reference(), "content", content(request, List.of())));
        int code = read(heard.body()).path("code").asInt(-1);
        return code == TAKEN ? Outcome.taken(request.reference(), heard.status()) : Outcome.of(code > 0 ? Result.REFUSED : Result.UNKNOWN, code > 0 ? "CODE_" + code : "UNCLEAR", heard.status());
    }

    private Map<String, Object> wanted(CarrierAccounts.Kuaidi account, JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("secondType", account.types().get(request.kind()));
        wanted.put("kuaidinum", request.waybill());
        wanted.put("desc", Map.of("content", content(request, papers), "attach", pictures.attached(request.shop(), papers)));
        Money amount = request.amount();
        if (amount != null) {
            wanted.put("modityValue", BigDecimal.valueOf(amount.minor(), 2).toPlainString());
        }
        hooks.of(request.shop(), "work-order").ifPresent(hook -> {
            wanted.put("callBackUrl", hook.url() + "/" + request.number());
            wanted.put("msgCallBackUrl", hook.url() + "/" + request.number());
        });
        return wanted;
    }

    /** Our number stands in the words too, so that people and statements can match it. */
    private static String content(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        String named = papers.isEmpty() ? "" : "。材料：" + papers.stream().map(paper -> paper.name() + "（SHA-256 " + paper.sha256().substring(0, 12) + "）")
            .collect(Collectors.joining("、"));
        String whole = "【编号 " + request.number() + "】" + request.words() + named;
        return whole.length() <= 1_000 ? whole : whole.substring(0, 1_000);
    }

    private Outcome created(Outbound.Heard heard) {
        JsonNode answer = read(heard.body());
        int code = answer.path("code").asInt(-1);
        String id = answer.path("data").path("id").asString("");
        if (code == TAKEN && !id.isBlank()) {
            return Outcome.taken(id, heard.status());
        }
        if (code == WRONG_SIGN) {
            return Outcome.of(Result.UNSENT, "KEY", heard.status());
        }
        boolean clear = code > 0 && code != TAKEN && answer.has("success") && !answer.path("success").asBoolean(true);
        return Outcome.of(clear ? Result.REFUSED : Result.UNKNOWN, clear ? "CODE_" + code : "UNCLEAR", heard.status());
    }

    /** Whatever stands there and is not ours, the carrier wrote. */
    @Override
    public Heard ask(JdbcCarrierRequests.Row request) {
        CarrierAccounts.Kuaidi account = accounts.kuaidi(request.shop()).orElseThrow();
        try {
            Outbound.Heard heard = calls.workOrder(account, circuit(request), "reply", "queryReply", Map.of("consultId", request.reference()));
            JsonNode answer = read(heard.body());
            if (answer.path("code").asInt(-1) != TAKEN) {
                return new Heard(List.of(), "CODE_" + answer.path("code").asInt(-1), heard.status());
            }
            List<String> words = new ArrayList<>();
            answer.path("data").forEach(reply -> words.add(reply.path("content").asString("")));
            return new Heard(words.stream().filter(each -> !each.isBlank() && !each.contains(request.number())).toList(), null, heard.status());
        } catch (IOException noAnswer) {
            return Heard.nothing(noAnswer instanceof CarrierCircuits.Closed ? noAnswer.getMessage() : "NO_ANSWER");
        }
    }

    /** Whether the work order with this number is the one that was made for the request; empty when the carrier does not say so now. */
    Optional<Boolean> isOf(JdbcCarrierRequests.Row request, String id) {
        CarrierAccounts.Kuaidi account = accounts.kuaidi(request.shop()).orElseThrow();
        try {
            JsonNode data = read(calls.workOrder(account, circuit(request), "status", null, Map.of("consultId", id)).body()).path("data");
            return Optional.of(request.waybill().equals(data.path("kuaidinum").asString("")) && data.path("content").asString("").contains(request.number()));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private static String circuit(JdbcCarrierRequests.Row request) {
        return "work-order/" + request.carrier() + "/" + request.shop();
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    /** The numbers an account's console shows for the kinds of work orders, such as {@code CHASE=1,INTERCEPT=2,CLAIM=3,APPEAL=4}; empty when one is missing. */
    static Map<Kind, Integer> types(String written) {
        Map<Kind, Integer> types = new LinkedHashMap<>();
        for (String pair : written.split(",")) {
            String[] parts = pair.split("=");
            types.put(Kind.valueOf(parts[0].strip()), Integer.valueOf(parts[1].strip()));
        }
        return Arrays.stream(Kind.values()).filter(Kind::isAnswered).allMatch(types::containsKey) ? Map.copyOf(types) : Map.of();
    }
}

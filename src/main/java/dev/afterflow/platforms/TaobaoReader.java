package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a refund as {@code taobao.refund.get} tells it. What TOP's document does not name is refused with the word. */
class TaobaoReader {

    static final String CURRENCY = "CNY";
    private static final Map<Sort, String[]> KINDS = Map.of(Sort.REFUND, new String[] {"REFUND_ONLY", "REFUND"}, Sort.RETURN, new String[] {"RETURN_REFUND", "RETURN_REFUND"},
        Sort.EXCHANGE, new String[] {"EXCHANGE", "EXCHANGE"}, Sort.REPAIR, new String[] {"REPAIR", "REPAIR"}, Sort.RESHIP, new String[] {"RESHIP", "RESHIP"});
    private static final Set<String> RECEIVED = Set.of("BUYER_RECEIVED", "BUYER_RETURNED_GOODS");

    private final JsonMapper json;

    TaobaoReader(JsonMapper json) {
        this.json = json;
    }

    Told refund(String shop, JsonNode refund, List<Ground> grounds) {
        String status = refund.path("status").asString("");
        Optional<State> state = TaobaoStates.refund(status);
        Optional<Sort> sort = TaobaoStates.sort(refund.path("dispute_type").asString(""), refund.path("has_good_return").asBoolean(false));
        Optional<Step> step = TaobaoStates.step(refund.path("cs_status").asInt(1));
        if (state.isEmpty() || sort.isEmpty() || step.isEmpty()) {
            return Told.refused(state.isEmpty() ? "UNKNOWN_STATUS " + status : sort.isEmpty() ? "UNKNOWN_TYPE " + refund.path("dispute_type").asString("")
                : "UNKNOWN_CS_STATUS " + refund.path("cs_status").asInt());
        }
        try {
            PlatformMatter matter = matter(shop, refund, sort.get(), state.get(), step.get());
            return new Told(matter, grounds, slips(matter, refund), null, Map.of("phase", refund.path("refund_phase").asString(""),
                "version", refund.path("refund_version").asString("0"), "operation", refund.path("operation_contraint").asString("")));
        } catch (DateTimeParseException | IllegalArgumentException | JacksonException unreadable) {
            return Told.refused("UNREADABLE " + unreadable.getMessage());
        }
    }

    private static PlatformMatter matter(String shop, JsonNode refund, Sort sort, State state, Step step) {
        Instant modified = time(refund.path("modified").asString());
        String version = refund.path("refund_version").asString("0");
        JsonNode timeout = refund.path("refund_remind_timeout");
        boolean ends = timeout.path("exist_timeout").asBoolean(false) && !timeout.path("timeout").asString("").isEmpty();
        String[] mayNot = mayNot(refund, state);
        String reason = refund.path("reason").asString("");
        String desc = refund.path("desc").asString("");
        return new PlatformMatter(shop, TaobaoAccounts.WORD, sort, refund.path("refund_id").asString(), refund.path("tid").asString(), line(refund), state, step,
            refund.path("status").asString(), version.equals("0") ? String.valueOf(modified.toEpochMilli()) : version,
            Money.parse(refund.path("refund_fee").asString(), CURRENCY), TaobaoStates.reason(reason), desc.isEmpty() ? reason : reason + "：" + desc,
            ends && isOurs(state, step) ? time(timeout.path("timeout").asString()) : null, allows(sort, state, step, refund.path("status").asString()),
            mayNot == null ? null : mayNot[0], mayNot == null ? null : mayNot[1], modified);
    }

    private static boolean isOurs(State state, Step step) {
        return state == State.ASKED || state == State.GOODS_BACK || state == State.WAITS_FOR_SHIPMENT || step == Step.EVIDENCE;
    }

    /** A trade of one line has its own number for the line. */
    private static String line(JsonNode refund) {
        String oid = refund.path("oid").asString("");
        return oid.isEmpty() || oid.equals(refund.path("tid").asString()) ? null : oid;
    }

    /** {@code cannot_refuse}, and the cases in which TOP's document of {@code taobao.refund.refuse} says that it does not work. */
    private static String[] mayNot(JsonNode refund, State state) {
        if (refund.path("operation_contraint").asString("").contains("cannot_refuse")) {
            return new String[] {"平台不允许拒绝这笔退款（cannot_refuse）", "The marketplace does not allow this refund to be refused (cannot_refuse)"};
        }
        if (state == State.ASKED && refund.path("order_status").asString("").equals("WAIT_SELLER_SEND_GOODS")) {
            return new String[] {"尚未发货的退款不能拒绝：请退款，或发货后退款自动关闭", "A refund before shipping cannot be refused: give it, or ship and it closes"};
        }
        if (state == State.ASKED && TaobaoStates.reason(refund.path("reason").asString("")).equals("NO_REASON")) {
            return new String[] {"七天无理由退货不能拒绝", "A return without reason within its days cannot be refused"};
        }
        return null;
    }

    static Set<Kind> allows(Sort sort, State state, Step step, String status) {
        Set<Kind> allows = EnumSet.noneOf(Kind.class);
        if (state != State.DONE && state != State.CLOSED) {
            allows.add(Kind.MESSAGE);
        }
        if (state == State.ASKED) {
            allows.add(status.equals("WAIT_SELLER_CONFIRM_RETURN_ADDRESS") ? Kind.GIVE_ADDRESS : sort == Sort.REFUND || status.equals("14") ? Kind.AGREE_REFUND : Kind.AGREE_RETURN);
            allows.add(Kind.REFUSE);
        } else if (state == State.GOODS_BACK) {
            allows.add(sort == Sort.RETURN || sort == Sort.REFUND ? Kind.AGREE_REFUND : Kind.CONFIRM_GOODS);
            allows.add(Kind.REFUSE_GOODS);
        } else if (status.equals("SELLER_REFUSE_BUYER")) {
            allows.add(sort == Sort.RETURN ? Kind.AGREE_RETURN : Kind.AGREE_REFUND);
        } else if (state == State.WAITS_FOR_SHIPMENT) {
            allows.add(Kind.SEND_REPLACEMENT);
        }
        if (step == Step.EVIDENCE || step == Step.STEPPED_IN || step == Step.APPEAL) {
            allows.add(Kind.SUBMIT_EVIDENCE);
        }
        return allows;
    }

    private List<Slip> slips(PlatformMatter matter, JsonNode refund) {
        List<Slip> slips = new ArrayList<>();
        slips.add(new Slip("requests", request(matter, refund.path("good_status").asString(""), refund.path("num").asLong(0), refund.path("created").asString()), true));
        parcel(matter, refund.path("company_name").asString(""), refund.path("sid").asString(""), refund.path("good_return_time").asString(refund.path("modified").asString()))
            .ifPresent(slips::add);
        return slips;
    }

    /** What only TOP knows of the buyer's wish; the rest is the matter's own. */
    ObjectNode request(PlatformMatter matter, String goods, long pieces, String created) {
        ObjectNode row = json.createObjectNode();
        String[] kind = KINDS.get(matter.sort());
        row.put("kind", kind[0]).put("askedRemedy", kind[1]).put("reasonCode", matter.reasonCode()).put("createdAt", time(created).toString())
            .put("goodsReceived", RECEIVED.contains(goods));
        if (matter.reasonText() != null && !matter.reasonText().isBlank()) {
            row.put("reasonText", matter.reasonText());
        }
        if (matter.lineId() != null && pieces > 0) {
            row.putArray("lines").addObject().put("lineId", matter.lineId()).put("quantity", pieces);
        }
        if (matter.amount() != null && (matter.sort() == Sort.REFUND || matter.sort() == Sort.RETURN)) {
            MarketLetters.money(row.putObject("askedAmount"), matter.amount());
        }
        return row;
    }

    /** The buyer's parcel back, once it has a waybill. */
    Optional<Slip> parcel(PlatformMatter matter, String company, String waybill, String at) {
        if (waybill.isBlank() || matter.state() != State.GOODS_BACK) {
            return Optional.empty();
        }
        ObjectNode row = json.createObjectNode().put("parcelId", matter.id() + "/" + waybill.strip()).put("orderId", matter.orderId()).put("waybill", waybill.strip())
            .put("sentAt", time(at).toString());
        if (!company.isBlank()) {
            row.put("carrier", company);
        }
        return Optional.of(new Slip("parcels", row, false));
    }

    /** TOP's clock stands in China. */
    static Instant time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.ofHours(8));
    }
}

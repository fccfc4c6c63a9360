package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Plays the clerks who answer work orders: in words, as carriers do, with a callback that only says that there is something to read. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WorkOrderDesk {

    enum Outcome { AGREE, PART, DENY, ASK, CHASED, FAIL }

    private static final Map<String, String> WORDS = Map.of("yuantong", "yto", "shentong", "sto", "jtexpress", "jt", "debangkuaidi", "deppon");
    private static final Map<String, String> VERDICTS = Map.of("AGREE", "AGREED", "PART", "PART", "DENY", "DENIED", "ASK", "ASKS_MORE", "CHASED", "AGREED", "FAIL", "FAILED");

    private final WorkOrderBooks books;
    private final HouseDoor house;
    private final CarrierNews news;
    private final JsonMapper json;

    WorkOrderDesk(WorkOrderBooks books, HouseDoor house, CarrierNews news, JsonMapper json) {
        this.books = books;
        this.house = house;
        this.news = news;
        this.json = json;
    }

    /** Answers one; {@code minor} is what is given for PART, else the value that was claimed. */
    WorkOrderBooks.Order answer(long id, Outcome outcome, Long minor) {
        return answer(id, outcome, minor, null);
    }

    /** The same in a clerk's own words; what is given is transferred at once. */
    WorkOrderBooks.Order answer(long id, Outcome outcome, Long minor, String own) {
        WorkOrderBooks.Order order = says(id, outcome, minor, own);
        if (outcome != Outcome.ASK && order.paidMinor() != null && order.paidMinor() > 0) {
            books.pay(order, 1, null, order.paidMinor());
        }
        return order;
    }

    /** Says it, and transfers nothing. */
    WorkOrderBooks.Order says(long id, Outcome outcome, Long minor, String own) {
        WorkOrderBooks.Order order = books.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such work order"));
        Long paid = switch (outcome) {
            case AGREE -> order.valueMinor();
            case PART -> minor == null ? order.valueMinor() == null ? null : order.valueMinor() / 2 : minor;
            default -> null;
        };
        books.say(id, false, own == null ? words(outcome, paid) : own, outcome.name(), paid);
        if (outcome != Outcome.ASK) {
            books.decide(order, outcome.name(), paid);
        }
        tell(order, outcome == Outcome.ASK ? order.msgCallback() : order.callback());
        return books.find(id).orElseThrow();
    }

    /** A claim that came as a letter or through the carrier's own page: it is worked like any other, and its answer goes back as a letter. */
    WorkOrderBooks.Order letter(String com, String waybill, String number, Long minor, String text) {
        return books.find(books.create(new WorkOrderBooks.Order(0, waybill, com, 0, minor, text == null ? "" : text, number, 0, null, null, null, null), List.of())).orElseThrow();
    }

    /** The letters the carriers wrote back about these numbers, as a seller's mail room hands them in. */
    List<Map<String, Object>> letters(List<String> numbers) {
        return books.under(numbers).stream().filter(order -> order.callback() == null)
            .flatMap(order -> books.replies(order.id()).stream().filter(reply -> reply.outcome() != null).map(reply -> letter(order, reply))).toList();
    }

    private static Map<String, Object> letter(WorkOrderBooks.Order order, WorkOrderBooks.Reply reply) {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("answerId", "REPLY-" + order.id() + "-" + reply.n());
        letter.put("number", order.reference());
        letter.put("verdict", VERDICTS.get(reply.outcome()));
        letter.put("reference", String.valueOf(order.id()));
        letter.put("text", reply.content());
        letter.put("at", reply.at().toString());
        if (reply.minor() != null && reply.minor() > 0) {
            letter.put("amount", Map.of("minor", reply.minor(), "currency", "CNY"));
        }
        return letter;
    }

    /** Answers every open one as the seed has it: half in full, a fifth in part, a fifth not at all, the rest asked or wrong. */
    int answerAll(long seed) {
        int answered = 0;
        for (WorkOrderBooks.Order order : books.open()) {
            answer(order.id(), bySeed(order, seed), null);
            answered++;
        }
        return answered;
    }

    /** Sends the settlement statement to the shop: a line each transfer, known by its number however often it is sent. */
    Map<String, Object> settle(String shop, String com) {
        return house.deliver(shop, "settlements", books.payments(com).stream().map(WorkOrderDesk::line).toList());
    }

    /** The lines of the statement about these numbers. */
    List<Map<String, Object>> lines(List<String> numbers) {
        return books.payments(numbers).stream().map(WorkOrderDesk::line).toList();
    }

    private static Map<String, Object> line(WorkOrderBooks.Payment paid) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("carrier", WORDS.getOrDefault(paid.com(), paid.com()));
        line.put("lineId", lineId(paid.claimNo(), paid.n()));
        if (paid.reverses() != null) {
            line.put("reverses", lineId(paid.claimNo(), paid.reverses()));
        }
        line.put("claimNo", paid.reference());
        line.put("reference", String.valueOf(paid.claimNo()));
        line.put("amount", Map.of("minor", paid.amountMinor(), "currency", paid.currency()));
        line.put("paidAt", paid.paidAt().toString());
        return line;
    }

    private static String lineId(long claimNo, int n) {
        return "SETTLED-" + claimNo + (n == 1 ? "" : "-" + n);
    }

    private static Outcome bySeed(WorkOrderBooks.Order order, long seed) {
        if (order.valueMinor() == null) {
            return Outcome.CHASED;
        }
        int roll = Math.floorMod((order.reference() + seed).hashCode(), 10);
        return roll < 5 ? Outcome.AGREE : roll < 7 ? Outcome.PART : roll < 9 ? Outcome.DENY : Outcome.FAIL;
    }

    private static String words(Outcome outcome, Long paid) {
        return switch (outcome) {
            case AGREE, PART -> "您好，经核实属我司责任，同意赔付" + yuan(paid) + "元，款项将在月结账单中冲抵。";
            case DENY -> "您好，经核实该件签收时外包装完好，不予赔付。";
            case ASK -> "您好，请补充商品价值证明和外包装照片。";
            case CHASED -> "您好，已联系网点加急处理，请留意物流轨迹。";
            case FAIL -> "您好，该运单号非我司快件，请核对。";
        };
    }

    private static String yuan(Long minor) {
        return BigDecimal.valueOf(minor == null ? 0 : minor, 2).toPlainString();
    }

    private void tell(WorkOrderBooks.Order order, String callback) {
        if (callback != null) {
            news.post(callback, "application/json", json.writeValueAsString(Map.of("id", order.id(), "kuaidinum", order.waybill(),
                "type", order.outcome() == null ? "msg" : "result")));
        }
    }
}

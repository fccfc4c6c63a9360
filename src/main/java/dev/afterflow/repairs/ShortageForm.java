package dev.afterflow.repairs;

import dev.afterflow.orders.Order;
import dev.afterflow.repairs.DecidingShortage.Typed;
import dev.afterflow.repairs.Shortage.Party;
import dev.afterflow.repairs.Shortage.Remedy;
import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What both forms about a shortage show and take: the lines of the order, our records, and the answer. */
@Component
class ShortageForm {

    private final JdbcShortages store;
    private final Matters matters;

    ShortageForm(JdbcShortages store, Matters matters) {
        this.store = store;
        this.matters = matters;
    }

    Map<String, Object> open(String caseNumber) {
        Shortage known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
        Matter matter = matters.of(caseNumber);
        Weighing weighing = matters.weighing(matter.order());
        boolean chinese = Vocabulary.chinese();
        Map<String, Object> form = new HashMap<>();
        form.put("claim", Words.of("claim" + known.claim(), chinese));
        form.put("files", (long) matter.files());
        form.put("buyerWords", matter.words());
        form.put("packing", weighing.packingWords(chinese));
        form.put("weights", weighing.weightWords(chinese));
        form.put("basis", known.found() == null ? "" : Words.of(known.found().party().name(), chinese) + (chinese ? "：" : ": ") + Vocabulary.half(known.found().basis(), chinese));
        form.put("why", known.why() == null ? Words.of("whyNotPaid", chinese) : Words.of("why" + known.why(), chinese));
        Map<String, Integer> pieces = known.pieces().isEmpty() ? proposed(known, matter, weighing) : known.pieces();
        form.put("lines", matter.order().items().stream().map(item -> row(item, weighing, pieces)).toList());
        form.put("party", known.found() == null ? null : known.found().party().name());
        form.put("amount", pieces.isEmpty() ? "" : Words.plain(matter.price(pieces).min(matter.left())));
        return form;
    }

    /** What the packing record misses; without one, or for wrong goods, what the buyer named. */
    private static Map<String, Integer> proposed(Shortage known, Matter matter, Weighing weighing) {
        Map<String, Integer> missing = new HashMap<>();
        if (weighing.packed().equals("SHORT") && known.claim() == Shortage.Claim.SHORT) {
            matter.order().items().stream().filter(item -> weighing.packed(item.lineId()) < item.quantity())
                    .forEach(item -> missing.put(item.lineId(), item.quantity() - weighing.packed(item.lineId())));
        } else {
            matter.asked().pieces().forEach(missing::put);
        }
        if (missing.isEmpty() && known.claim() == Shortage.Claim.EMPTY) {
            matter.order().items().forEach(item -> missing.put(item.lineId(), item.quantity()));
        }
        return missing;
    }

    private static Map<String, Object> row(Order.Item item, Weighing weighing, Map<String, Integer> pieces) {
        Map<String, Object> row = new HashMap<>();
        row.put("title", item.title());
        row.put("sku", item.sku());
        row.put("ordered", item.quantity());
        row.put("packed", weighing.packed(item.lineId()));
        row.put("missing", pieces.getOrDefault(item.lineId(), 0));
        return row;
    }

    Typed read(String caseNumber, Map<String, Object> input, boolean withParty) {
        return new Typed(withParty ? Rows.choice(Party.class, input, "party") : null, Rows.choice(Remedy.class, input, "remedy"),
                pieces(matters.of(caseNumber).order(), input), Rows.text(input, "amount"), Rows.text(input, "words"), Rows.text(input, "note"),
                Rows.texts(input, "evidence"));
    }

    private static Map<String, Integer> pieces(Order order, Map<String, Object> input) {
        List<?> rows = input.get("lines") instanceof List<?> list ? list : new ArrayList<>();
        if (rows.size() != order.items().size()) {
            throw Problem.invalid("lines", "count", "行数与订单不符，请重新打开任务", "The rows do not match the order; open the task again");
        }
        Map<String, Integer> pieces = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            int missing = Rows.number((Map<?, ?>) rows.get(at), "missing");
            if (missing > 0) {
                pieces.put(order.items().get(at).lineId(), missing);
            }
        }
        return pieces;
    }

    /** Answers of the diagram: the remedy, and what is sent out for. */
    static Map<String, Object> answers(Shortage decided) {
        Map<String, Object> answers = new HashMap<>(Map.of("remedy", Rows.word(decided.remedy())));
        if (decided.remedy() == Remedy.RESHIP || decided.remedy() == Remedy.EXCHANGE) {
            answers.put("purpose", Rows.word(decided.remedy()));
        }
        return answers;
    }
}

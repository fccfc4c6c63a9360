package dev.afterflow.logistics;

import dev.afterflow.logistics.GoodsReturn.Count;
import dev.afterflow.logistics.GoodsReturn.Line;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of receiveParcel: who stands at the door counts, weighs and takes pictures. */
@Component
class ReceiveParcelDesk implements DeskWork {

    private final TakingIn takingIn;
    private final Clock clock;

    ReceiveParcelDesk(TakingIn takingIn, Clock clock) {
        this.takingIn = takingIn;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "receiveParcel";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        GoodsReturn known = takingIn.find(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("returnNo", known.returnNo());
        form.put("waybill", known.way().waybill());
        form.put("warning", warning(known.count()));
        form.put("packedWeight", known.count().packedGrams() == null ? null : known.count().packedGrams() + " g");
        form.put("weightGrams", known.count().weightGrams());
        form.put("otherGoods", known.count().otherGoods());
        form.put("lines", known.lines().stream().map(ReceiveParcelDesk::row).toList());
        return form;
    }

    private static String warning(Count count) {
        if (!count.light()) {
            return null;
        }
        return Vocabulary.chinese() ? "包裹偏轻：" + count.weightGrams() + " g，发出时 " + count.packedGrams() + " g。请先拍照再拆"
                : "The box is light: " + count.weightGrams() + " g, it left with " + count.packedGrams() + " g. Take pictures before opening it";
    }

    private static Map<String, Object> row(Line line) {
        Map<String, Object> row = new HashMap<>();
        row.put("sku", line.sku());
        row.put("title", line.title());
        row.put("expected", line.quantity());
        row.put("counted", line.toldQuantity());
        row.put("grade", line.toldGrade());
        return row;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        GoodsReturn known = takingIn.find(caseNumber);
        List<String> pictures = Rows.texts(input, "evidence");
        Count count = new Count(known.count().packedGrams(), Rows.number(input, "weightGrams"),
                Boolean.TRUE.equals(input.get("otherGoods")), clock.instant(), who.login(), pictures, Rows.text(input, "note"));
        GoodsReturn counted = known.counted(count, lines(known, input));
        if (pictures.isEmpty() && unusual(counted)) {
            throw Problem.invalid("evidence", "required", "数量、重量或成色与应退的不符，请拍照留证",
                    "Number, weight or state is not what was expected: take pictures");
        }
        return Map.of("counted", takingIn.received(counted, who) ? "something" : "nothing");
    }

    private static boolean unusual(GoodsReturn counted) {
        return counted.counted() != counted.expected() || counted.count().otherGoods() || counted.count().light()
                || counted.lines().stream().anyMatch(line -> List.of("C", "D").contains(line.grade() == null ? "" : line.grade()));
    }

    private static List<Line> lines(GoodsReturn known, Map<String, Object> input) {
        List<Map<?, ?>> rows = Rows.of(input, "lines", known.lines().size());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Line line = known.lines().get(i);
            Integer counted = Rows.number(rows.get(i), "counted");
            String grade = Rows.text(rows.get(i), "grade");
            if (counted == null) {
                throw Problem.invalid("lines[" + i + "].counted", "required", "请清点件数，没有就填 0", "Count the pieces; write 0 if there are none");
            }
            if (counted > 0 && grade == null) {
                throw Problem.invalid("lines[" + i + "].grade", "required", "请选择成色", "Choose the grade");
            }
            lines.add(new Line(line.lineId(), line.productId(), line.sku(), line.title(), line.quantity(), counted,
                    counted == 0 ? null : grade, line.toldQuantity(), line.toldGrade()));
        }
        return lines;
    }
}

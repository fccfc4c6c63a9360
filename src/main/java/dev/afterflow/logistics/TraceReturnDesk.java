package dev.afterflow.logistics;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of traceReturn: somebody asks the carrier and says whether to wait, or what became of the parcel. */
@Component
class TraceReturnDesk implements DeskWork {

    private final TakingIn takingIn;
    private final Underway underway;
    private final Terms terms;
    private final Shops shops;

    TraceReturnDesk(TakingIn takingIn, Underway underway, Terms terms, Shops shops) {
        this.takingIn = takingIn;
        this.underway = underway;
        this.terms = terms;
        this.shops = shops;
    }

    @Override
    public String task() {
        return "traceReturn";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        GoodsReturn known = takingIn.find(caseNumber);
        Shop shop = shops.find(known.shop()).orElseThrow();
        Map<String, Object> form = new HashMap<>();
        form.put("returnNo", known.returnNo());
        form.put("carrier", Carriers.named(known.way().carrier(), Vocabulary.chinese()));
        form.put("waybill", known.way().waybill());
        form.put("sentAt", day(known.way().sentAt(), shop));
        form.put("lastScan", Words.of(known.way().lastScan()));
        return form;
    }

    private static String day(Instant at, Shop shop) {
        return at == null ? null : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(shop.timeZone())).format(at);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String trace = Rows.text(input, "trace");
        String note = Rows.text(input, "note");
        return switch (trace == null ? "" : trace) {
            case "waitOn" -> Map.of("trace", trace, "arrivalBy", Date.from(underway.waitOn(caseNumber, note, who)));
            case "lost" -> {
                underway.traced(caseNumber, note, who);
                yield Map.of("trace", trace);
            }
            case "arrived" -> {
                Map<String, Object> answers = new HashMap<>(terms.counting(underway.here(caseNumber, who)));
                answers.put("trace", trace);
                yield answers;
            }
            default -> throw Problem.invalid("trace", "values", "请选择查找结果", "Choose what became of it");
        };
    }
}

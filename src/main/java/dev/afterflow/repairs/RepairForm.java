package dev.afterflow.repairs;

import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every form about a repair opens with. */
@Component
class RepairForm {

    private final JdbcRepairs store;
    private final Matters matters;
    private final Repairs repairs;
    private final Spares spares;

    RepairForm(JdbcRepairs store, Matters matters, Repairs repairs, Spares spares) {
        this.store = store;
        this.matters = matters;
        this.repairs = repairs;
        this.spares = spares;
    }

    Map<String, Object> open(String caseNumber) {
        Repair known = repairs.find(caseNumber);
        Matter matter = matters.of(caseNumber);
        boolean chinese = Vocabulary.chinese();
        Long days = repairs.days(known, matter);
        Map<String, Object> form = new HashMap<>();
        form.put("asked", matter.order().items().stream().filter(item -> matter.asked().pieces().isEmpty() || matter.asked().pieces().containsKey(item.lineId()))
                .map(item -> item.title() == null ? item.sku() : item.title()).findFirst().orElse(""));
        form.put("cover", Words.of(known.cover(), chinese));
        form.put("coverBasis", Vocabulary.half(known.coverBasis(), chinese));
        form.put("rightBasis", Vocabulary.half(known.claimBasis(), chinese));
        form.put("buyerWords", matter.words());
        form.put("why", known.why() == null ? null : Words.of("why" + known.why(), chinese));
        form.put("days", days == null ? Words.of("unknown", chinese) : days.toString());
        form.put("earlier", (long) known.repairs() + store.earlier(known).repairs());
        form.put("faultWords", known.bench().faultWords());
        form.put("serialKnown", known.bench().serialIn());
        form.put("price", known.quote() == null ? null : Words.plain(known.quote().price()));
        return form;
    }

    /** The same, with the device that was lent. */
    Map<String, Object> openWithSpare(String caseNumber) {
        Spare spare = spares.find(caseNumber);
        Map<String, Object> form = open(caseNumber);
        form.put("spare", spare.serial());
        form.put("reminders", spare.reminders());
        return form;
    }

    /** A day as it was written, null when nothing was. */
    static LocalDate day(Map<String, Object> input, String key) {
        String typed = Rows.text(input, key);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(key, "date", "请写成 2026-11-30", "Write it as 2026-11-30");
        }
    }
}

package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.repairs.JdbcRepairs.Cost;
import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Found;
import dev.afterflow.repairs.Repair.Quote;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the workshop finds and does; parts and labour are booked on the case, and the device that goes back is the one that came. */
@Component
@Transactional
class Working {

    private final JdbcRepairs store;
    private final JdbcSpares spares;
    private final JdbcAnswers answers;
    private final Matters matters;
    private final Promises promises;
    private final Timeline timeline;
    private final Audit audit;

    Working(JdbcRepairs store, JdbcSpares spares, JdbcAnswers answers, Matters matters, Promises promises, Timeline timeline, Audit audit) {
        this.store = store;
        this.spares = spares;
        this.answers = answers;
        this.matters = matters;
        this.promises = promises;
        this.timeline = timeline;
        this.audit = audit;
    }

    enum Outcome { REPAIRED, WAIT_PART, NO_PART, IRREPARABLE }

    /** Only the same fault counts as coming back. */
    void diagnosed(String caseNumber, Found found, Map<String, Object> input, Who who) {
        Repair known = locked(caseNumber);
        List<String> evidence = Rows.texts(input, "evidence");
        String serial = serial(known, Rows.text(input, "serialIn"));
        boolean same = Boolean.TRUE.equals(input.get("sameFault"));
        int before = Math.max(known.failures(), store.earlier(known).repairs());
        String words = found == Found.NONE ? known.bench().faultWords() : Rows.text(input, "faultWords");
        store.save(Changed.from(known).failures(same ? before : 0).because(null).bench(new Bench(found, found == Found.ABUSE && !evidence.isEmpty(),
                Boolean.TRUE.equals(input.get("mainPart")), words, true, false, false, false, serial, known.bench().serialOut(),
                Rows.text(input, "spareSerial") == null ? known.bench().spareSerial() : Rows.text(input, "spareSerial"))).now());
        if (Rows.text(input, "spareSerial") != null) {
            spares.lent(caseNumber);
        }
        keep(known, "diagnoseGoods", found.name(), input, who);
        timeline.add(caseNumber, "DECISION", "检测：" + Words.of("found" + found, true) + (words == null ? "" : "，" + words),
                "Diagnosis: " + Words.of("found" + found, false) + (words == null ? "" : ", " + words), Map.of("found", found.name()));
    }

    private static String serial(Repair known, String read) {
        String at = known.bench().serialIn();
        if (at != null && read != null && !at.equalsIgnoreCase(read)) {
            throw Problem.invalid("serialIn", "otherDevice", "不是收货时登记的 " + at, "Not the " + at + " that was received");
        }
        return read == null ? at : read;
    }

    Repair worked(String caseNumber, Outcome outcome, Map<String, Object> input, Who who) {
        Repair known = locked(caseNumber);
        Bench was = known.bench();
        Instant now = matters.of(caseNumber).now();
        boolean waits = outcome == Outcome.WAIT_PART;
        Instant came = known.cameAt() == null ? now : known.cameAt();
        Instant by = waits ? promises.of(known.shop(), "repairParts", came) : known.repairBy() == null ? known.answerBy() : known.repairBy();
        if (waits) {
            demandLater(input, now);
            promises.repairing(caseNumber, known.shop(), by);
        }
        String out = outcome != Outcome.REPAIRED ? was.serialOut() : Rows.text(input, "serialOut") == null ? was.serialIn() : Rows.text(input, "serialOut");
        Changed next = Changed.from(known).term(came, by).because(waits ? "WAITS_PART" : null).bench(new Bench(was.found(), was.abuseProved(), was.mainPart(),
                was.faultWords(), outcome == Outcome.REPAIRED || waits, waits, was.late(), was.partsLate(), was.serialIn(), out, was.spareSerial()));
        Repair saved = (outcome == Outcome.REPAIRED ? next.fixed(true) : next).now();
        store.save(saved);
        book(known, outcome, input, who, now);
        keep(known, "repairGoods", outcome.name(), input, who);
        timeline.add(caseNumber, "DECISION", "维修：" + Words.of("work" + outcome, true), "Repair: " + Words.of("work" + outcome, false), Map.of("outcome", outcome.name()));
        return saved;
    }

    private static void demandLater(Map<String, Object> input, Instant now) {
        if (RepairForm.day(input, "partUntil") == null || RepairForm.day(input, "partUntil").isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw Problem.invalid("partUntil", "future", "请填写今天之后的日期", "Give a day that is still to come");
        }
    }

    private void book(Repair known, Outcome outcome, Map<String, Object> input, Who who, Instant now) {
        spend(known, "PARTS", Rows.text(input, "partsWords"), Rows.money(input, "partsCost", known.currency()), who, now);
        spend(known, "LABOUR", null, Rows.money(input, "labourCost", known.currency()), who, now);
        boolean paid = known.quote() != null && known.quote().state() == Quote.State.PAID;
        if (paid && (outcome == Outcome.NO_PART || outcome == Outcome.IRREPARABLE)) {
            spend(known, "FEE_BACK", null, known.quote().price(), who, now);
        }
    }

    private void spend(Repair known, String kind, String words, Money amount, Who who, Instant now) {
        if (amount != null && amount.isPositive()) {
            store.spent(known, new Cost(kind, words, amount), who.login(), now);
            timeline.add(known.caseNumber(), "MONEY", Words.of("cost" + kind, true) + " " + Words.inChinese(amount) + (words == null ? "" : "（" + words + "）"),
                    Words.of("cost" + kind, false) + " " + Words.inEnglish(amount) + (words == null ? "" : " (" + words + ")"), Map.of("kind", kind, "amount", amount.minor()));
        }
    }

    private void keep(Repair known, String task, String answer, Map<String, Object> input, Who who) {
        answers.add(known.caseNumber(), known.shop(), task, answer, input, Rows.texts(input, "evidence"), who);
        audit.record(known.shop(), "REPAIR_" + (task.equals("repairGoods") ? "WORKED" : "DIAGNOSED"), "case", known.caseNumber(), Map.of("by", who.login(), "answer", answer));
    }

    private Repair locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
    }
}

package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.money.Money;
import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Owed;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.repairs.Repair.Wish;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An exchange or the money instead of a repair, or a little more patience where that can still help; at most what was paid. */
@Component("repairInstead")
@Transactional
class Instead {

    private static final int FAILED_TOO_OFTEN = 2;

    private final JdbcRepairs store;
    private final JdbcAnswers answers;
    private final Matters matters;
    private final Promises promises;
    private final Replacements replacements;
    private final Timeline timeline;
    private final Audit audit;

    Instead(JdbcRepairs store, JdbcAnswers answers, Matters matters, Promises promises, Replacements replacements, Timeline timeline, Audit audit) {
        this.store = store;
        this.answers = answers;
        this.matters = matters;
        this.promises = promises;
        this.replacements = replacements;
        this.timeline = timeline;
        this.audit = audit;
    }

    Map<String, Object> open(String caseNumber, Map<String, Object> form) {
        Repair known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
        Matter matter = matters.of(caseNumber);
        form.put("amount", Words.plain(most(matter)));
        form.put("instead", known.wish() == Wish.EXCHANGE || known.wish() == Wish.REFUND ? Rows.word(known.wish()) : null);
        return form;
    }

    private static Map<String, Integer> pieces(Matter matter) {
        Map<String, Integer> asked = matter.asked().pieces();
        return asked.isEmpty() ? matter.order().items().stream().collect(Collectors.toMap(item -> item.lineId(), item -> item.quantity())) : asked;
    }

    private static Money most(Matter matter) {
        return matter.price(pieces(matter)).min(matter.left());
    }

    void choose(String caseNumber, Repair.Instead chosen, Map<String, Object> input, Who who) {
        Repair known = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
        Matter matter = matters.of(caseNumber);
        Changed next = Changed.from(known).instead(chosen).because(null);
        switch (chosen) {
            case EXCHANGE -> replacements.pieces(caseNumber, pieces(matter));
            case REFUND -> store.owed(caseNumber, owed(matter, input, who));
            default -> wait(known, matter, next);
        }
        store.save(next.now());
        answers.add(caseNumber, known.shop(), "chooseInstead", Rows.word(chosen), input, Rows.texts(input, "evidence"), who);
        timeline.add(caseNumber, "DECISION", "买家选择：" + Words.of("instead" + chosen, true), "The buyer chooses: " + Words.of("instead" + chosen, false), Map.of("instead", chosen.name()));
        audit.record(known.shop(), "REPAIR_INSTEAD", "case", caseNumber, Map.of("by", who.login(), "chosen", chosen.name()));
    }

    private Owed owed(Matter matter, Map<String, Object> input, Who who) {
        Money amount = Rows.money(input, "amount", matter.order().currency());
        Money most = most(matter);
        if (amount == null || !amount.isPositive() || amount.compareTo(most) > 0) {
            throw Problem.invalid("amount", "range", "金额须大于零，且不超过 " + Words.plain(most), "More than nothing and at most " + Words.plain(most));
        }
        return new Owed(amount, Rows.text(input, "words"), Rows.text(input, "note"), who.login(), Rows.joined(who.roles()));
    }

    /** Waiting helps only a repair that is late; the thirty days begin anew by the buyer's own consent. */
    private void wait(Repair known, Matter matter, Changed next) {
        Bench was = known.bench();
        boolean helps = known.place() == Place.HERE && known.wish() == Wish.REPAIR && was.repairable() && known.failures() < FAILED_TOO_OFTEN;
        if (!helps) {
            throw Problem.invalid("instead", "nothingToWaitFor", "等待已无意义，请选换货或退款", "Waiting would not help: choose an exchange or the money");
        }
        Instant by = promises.of(known.shop(), was.waitsPart() ? "repairParts" : "repair", matter.now());
        next.term(known.cameAt(), by).bench(new Bench(was.found(), was.abuseProved(), was.mainPart(), was.faultWords(), true, was.waitsPart(), false, false,
                was.serialIn(), was.serialOut(), was.spareSerial()));
    }
}

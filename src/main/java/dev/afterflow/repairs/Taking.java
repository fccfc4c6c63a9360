package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.repairs.Repair.Wish;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a repair in: what the law and the warranty leave to the buyer's choice is the buyer's choice, and no more is promised. */
@Component
@Transactional
class Taking {

    private static final Set<String> MAY_EXCHANGE = Set.of("anyRemedy", "exchangeOrRepair");

    private final JdbcRepairs store;
    private final Repairs repairs;
    private final Decisions decisions;
    private final JdbcAnswers answers;
    private final Matters matters;
    private final Promises promises;
    private final Timeline timeline;
    private final Audit audit;

    Taking(JdbcRepairs store, Repairs repairs, Decisions decisions, JdbcAnswers answers, Matters matters, Promises promises, Timeline timeline, Audit audit) {
        this.store = store;
        this.repairs = repairs;
        this.decisions = decisions;
        this.answers = answers;
        this.matters = matters;
        this.promises = promises;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Takes it in; answers who bears the way to us. Installation moves the beginning of the warranty, so it is judged again. */
    String take(String caseNumber, Wish wish, Map<String, Object> input, Who who) {
        Repair asked = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
        LocalDate installed = RepairForm.day(input, "installedOn");
        checkDay(asked, installed);
        store.save(Changed.from(asked).wish(asked.wish(), installed).now());
        Decided judged = decisions.decide("warranty-cover", repairs.facts(caseNumber));
        Repair known = Changed.from(asked).judged(judged.text("cover"), judged.text("coverBasis"), asked.claim(), asked.claimBasis()).now();
        check(known, wish, input);
        store.save(Changed.from(known).wish(wish, installed).place(Repair.Place.AT_BUYER).because(null).now());
        promises.answered(caseNumber);
        answers.add(caseNumber, known.shop(), "reviewRepair", Rows.word(wish), Map.of("proof", String.valueOf(input.get("proof")),
                "note", String.valueOf(input.get("note"))), Rows.texts(input, "evidence"), who);
        timeline.add(caseNumber, "DECISION", "维修已受理：" + Words.of("wish" + wish, true), "Repair taken in: " + Words.of("wish" + wish, false), Map.of("wish", wish.name()));
        audit.record(known.shop(), "REPAIR_TAKEN_IN", "case", caseNumber, Map.of("by", who.login(), "wish", wish.name(), "proof", String.valueOf(input.get("proof"))));
        return known.covered() ? "seller" : "buyer";
    }

    private static void check(Repair known, Wish wish, Map<String, Object> input) {
        boolean due = switch (wish) {
            case REFUND -> "anyRemedy".equals(known.cover());
            case EXCHANGE -> MAY_EXCHANGE.contains(String.valueOf(known.cover()));
            default -> true;
        };
        if (!due) {
            throw Problem.invalid("wish", "notDue", "按保修判定，现在可以维修；换货限十五天内、退款限七天内", "By the warranty it is a repair now; an exchange within fifteen days, the money within seven");
        }
        if ("missing".equals(input.get("proof")) && Rows.text(input, "note") == null) {
            throw Problem.invalid("note", "required", "没有购买凭证时请写明为什么受理", "Without proof of purchase say why it is taken in");
        }
    }

    private void checkDay(Repair known, LocalDate installed) {
        Matter matter = matters.of(known.caseNumber());
        ZoneId zone = ZoneId.of(matter.shop().timeZone());
        if (installed != null && (installed.isAfter(LocalDate.ofInstant(matter.now(), zone)) || installed.isBefore(LocalDate.ofInstant(matter.order().createdAt(), zone)))) {
            throw Problem.invalid("installedOn", "range", "安装日期须在下单之后、今天之前", "Installed after the order and not after today");
        }
    }
}

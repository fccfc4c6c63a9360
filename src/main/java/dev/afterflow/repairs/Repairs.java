package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.orders.Product;
import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Deadlines.Deadline;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a repair: what the tables are asked, what they said, and how the case ends. */
@Component
@Transactional
class Repairs {

    private static final Bench EMPTY = new Bench(null, false, false, null, true, false, false, false, null, null, null);

    private final JdbcRepairs store;
    private final Matters matters;
    private final WarrantyTerms terms;
    private final Promises promises;
    private final Replacements replacements;
    private final Letter letter;
    private final Cases cases;
    private final Timeline timeline;
    private final Tasks tasks;
    private final Spares spares;

    Repairs(JdbcRepairs store, Matters matters, WarrantyTerms terms, Promises promises, Replacements replacements, Letter letter, Cases cases,
            Timeline timeline, Tasks tasks, Spares spares) {
        this.store = store;
        this.matters = matters;
        this.terms = terms;
        this.promises = promises;
        this.replacements = replacements;
        this.letter = letter;
        this.cases = cases;
        this.timeline = timeline;
        this.tasks = tasks;
        this.spares = spares;
    }

    /** Keeps what is asked, starts the clocks, and tells the buyer at once that we have it. */
    void open(String caseNumber) {
        Matter asked = matters.of(caseNumber);
        Deadline answer = promises.begin(asked);
        store.insert(new Repair(caseNumber, asked.shop().id(), asked.order().orderId(), asked.order().currency(), Place.AT_BUYER, answer.due(),
                answer.escalateAt(), null, null, null, null, null, null, null, null, EMPTY, 0, 0, false, 0, null, null, null, null, null, null));
        letter.tell(asked, "requestReceived", Map.of(), "received");
    }

    /** What {@code warranty-cover} and {@code repair-right} ask. */
    Map<String, Object> facts(String caseNumber) {
        Repair known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        Bench bench = known.bench();
        Long days = days(known, matter);
        cases.state(caseNumber, Case.State.OPEN);
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", matter.shop().jurisdiction());
        facts.put("found", bench.found() == null ? "" : bench.found().name());
        facts.put("abuseProved", bench.abuseProved());
        facts.put("durable", matter.products().stream().anyMatch(Product::durable));
        facts.put("days", days);
        facts.put("failedRepair", known.failures() > 0);
        facts.put("promised", covers(days, shortest(matter, product -> product.warrantyDays() == null ? 0 : product.warrantyDays())));
        facts.put("inTerm", covers(days, shortest(matter, product -> terms.of(product).wholeDays())));
        facts.put("mainPart", bench.mainPart());
        facts.put("mainPartInTerm", covers(days, shortest(matter, product -> terms.of(product).mainPartDays())));
        facts.put("failures", (long) known.failures());
        facts.put("late", bench.late());
        facts.put("partsLate", bench.partsLate());
        facts.put("repairable", bench.repairable());
        facts.put("goodsLost", known.place() == Place.LOST);
        return facts;
    }

    private static boolean covers(Long days, int term) {
        return days != null && term > 0 && days <= term;
    }

    private static int shortest(Matter matter, ToIntFunction<Product> term) {
        return matter.products().stream().mapToInt(term).min().orElse(0);
    }

    /**
     * Days from delivery, or from finished installation where the warranty counts from it, to the request; the time earlier
     * repairs took is left out (Implementing Regulation of the Consumer Protection Law, article 18). Null before delivery.
     */
    Long days(Repair known, Matter matter) {
        boolean installed = matter.products().stream().anyMatch(product -> product.warrantyFrom() == Product.WarrantyFrom.INSTALLATION);
        Optional<Instant> from = installed && known.installedOn() != null
                ? Optional.of(known.installedOn().atStartOfDay(ZoneId.of(matter.shop().timeZone())).toInstant()) : matter.order().deliveredAt();
        long repairing = store.earlier(known).days();
        return from.map(at -> Math.max(0, Duration.between(at, matter.asked().openedAt()).toDays() - repairing)).orElse(null);
    }

    /** What follows, as the diagram asks it; purpose is what is sent out for, null if nothing is. */
    record Step(String next, String purpose, String freightPayer, Repair known) {

        Map<String, Object> answers() {
            Map<String, Object> answers = new HashMap<>(Map.of("nextStep", next, "freightPayer", freightPayer, "reasonType", "QUALITY",
                    "answerBy", Date.from(known.answerBy()), "escalateAt", Date.from(known.escalateAt()),
                    "repairBy", Date.from(known.repairBy() == null ? known.answerBy() : known.repairBy())));
            if (purpose != null) {
                answers.putAll(Map.of("purpose", purpose, "repairOutcome", "none"));
            }
            return answers;
        }
    }

    /** Keeps what the tables said and says what comes next. */
    Step note(String caseNumber, String cover, String coverBasis, String claim, String claimBasis, String refundOutcome) {
        Repair was = locked(caseNumber);
        if (!Objects.equals(cover, was.cover()) || !Objects.equals(claim, was.claim())) {
            Who.SYSTEM.acting(() -> {
                timeline.add(caseNumber, "DECISION", "保修：" + Vocabulary.half(coverBasis, true) + "；" + Vocabulary.half(claimBasis, true),
                        "Warranty: " + Vocabulary.half(coverBasis, false) + "; " + Vocabulary.half(claimBasis, false), Map.of("cover", cover, "right", claim));
                return null;
            });
        }
        Repair judged = NextStep.ended(Changed.from(was).judged(cover, coverBasis, claim, claimBasis).now(), replacements.of(caseNumber), refundOutcome);
        store.save(judged);
        String next = NextStep.of(judged);
        return new Step(next, next.equals("sendBack") ? "sendBack" : null, judged.covered() ? "seller" : "buyer", judged);
    }

    void escalate(String caseNumber) {
        List.of("reviewRepair", "chooseInstead").forEach(task -> tasks.escalate(caseNumber, task));
        timeline.add(caseNumber, "TASK", "维修临近答复期限，已升级", "The answer about the repair is nearly due; escalated", Map.of());
    }

    /**
     * The buyer takes it back, or the marketplace ends it; what is with us goes back. True if the process has to look anew. A
     * parcel on its way to us is waited for first, and what has been sent, replaced or refunded stays as it is.
     */
    boolean turn(String caseNumber, String outcome, boolean onTheWay) {
        Optional<Repair> held = store.lock(caseNumber).filter(known -> known.ended() == null);
        if (held.isEmpty()) {
            return false;
        }
        boolean settled = held.get().place() == Place.SENT_BACK || held.get().instead() == Repair.Instead.REFUND && held.get().refund() != null;
        if (settled) {
            timeline.add(caseNumber, "REQUEST", "货品已寄还或退款在途，买家或平台的变化请人工核对", "The goods went back or the money is on its way; look at what buyer or marketplace said", Map.of());
            return false;
        }
        store.save(Changed.from(held.get()).ended(outcome).now());
        return !onTheWay;
    }

    /** Closes the case with how it ended, after a device that was lent is settled; what was reserved and did not leave is free again. */
    void close(String caseNumber) {
        Repair known = locked(caseNumber);
        replacements.free(caseNumber);
        if ("WITHDRAWN".equals(known.ended())) {
            letter.tell(matters.of(caseNumber), "withdrawnClosed", Map.of(), "withdrawn");
        }
        cases.state(caseNumber, Case.State.OPEN);
        String sentBack = known.fixed() ? "REPAIRED" : "NOT_REPAIRED";
        String outcome = known.ended() != null ? known.ended() : known.place() == Place.SENT_BACK ? sentBack : "NOTHING_TO_DO";
        store.save(Changed.from(known).ended(outcome).now());
        if (!spares.keepsOpen(caseNumber, outcome)) {
            cases.close(caseNumber, outcome);
        }
    }

    Repair find(String caseNumber) {
        return store.find(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
    }

    private Repair locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
    }
}

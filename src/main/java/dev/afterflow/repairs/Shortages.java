package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.repairs.Shortage.Claim;
import dev.afterflow.repairs.Shortage.Found;
import dev.afterflow.repairs.Shortage.Party;
import dev.afterflow.repairs.Shortage.State;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Deadlines.Deadline;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Missing pieces, empty parcels and wrong goods, from being told to what our records say; nobody is blamed on the way. */
@Component
@Transactional
class Shortages {

    private static final Pattern EMPTY = Pattern.compile("空(包|盒|箱|的)|empty", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEALED = Pattern.compile("(原厂|原装|未拆封?|封箱|密封).{0,12}(少|缺|没有)|sealed.{0,30}(missing|short)", Pattern.CASE_INSENSITIVE);
    private static final Duration WORTH_WAITING = Duration.ofHours(1);

    private final JdbcShortages store;
    private final Matters matters;
    private final Promises promises;
    private final Letter letter;
    private final Cases cases;
    private final Timeline timeline;
    private final Tasks tasks;

    Shortages(JdbcShortages store, Matters matters, Promises promises, Letter letter, Cases cases, Timeline timeline, Tasks tasks) {
        this.store = store;
        this.matters = matters;
        this.promises = promises;
        this.letter = letter;
        this.cases = cases;
        this.timeline = timeline;
        this.tasks = tasks;
    }

    /** Keeps what was told, starts the clocks, and tells the buyer at once that we have it. */
    Shortage open(String caseNumber) {
        Matter told = matters.of(caseNumber);
        Deadline answer = promises.begin(told);
        store.insert(new Shortage(caseNumber, told.shop().id(), told.order().orderId(), told.order().currency(), State.LOOKING, claim(told),
                answer.due(), answer.escalateAt(), null, null, null, null, null, Map.of(), null, null, null));
        letter.tell(told, "requestReceived", Map.of(), "received");
        return find(caseNumber);
    }

    private static Claim claim(Matter told) {
        if (told.asked().kind() == Case.Kind.WRONG_ITEM) {
            return Claim.WRONG;
        }
        String said = told.words() + " " + (told.asked().reasonCode() == null ? "" : told.asked().reasonCode());
        return EMPTY.matcher(said).find() ? Claim.EMPTY : Claim.SHORT;
    }

    /** What {@code short-liability} asks. */
    Map<String, Object> facts(String caseNumber) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        Weighing weighing = matters.weighing(matter.order());
        cases.state(caseNumber, Case.State.OPEN);
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", matter.shop().jurisdiction());
        facts.put("claim", known.claim().name());
        facts.put("packed", weighing.packed());
        facts.put("outWeight", weighing.outWeight());
        facts.put("onTheWay", weighing.onTheWay());
        facts.put("sealedBox", SEALED.matcher(matter.words()).find());
        facts.put("shown", matter.shown());
        return facts;
    }

    /** What follows: whether the buyer is asked for pictures and until when, and our own terms. */
    record Noted(boolean asks, Instant until, Instant answerBy, Instant escalateAt) {
    }

    /** Keeps what the table found. The buyer is asked once, only where the table lets us, and never so long that our answer comes late. */
    Noted note(String caseNumber, String party, boolean mayAsk, String basis) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        store.save(known.found(new Found(Party.valueOf(party), basis)));
        Instant day = promises.of(known.shop(), "buyerEvidence", matter.now());
        Instant until = day.isBefore(known.escalateAt()) ? day : known.escalateAt();
        boolean asks = mayAsk && !matter.shown() && known.askedAt() == null && until.isAfter(matter.now().plus(WORTH_WAITING));
        Who.SYSTEM.acting(() -> {
            timeline.add(caseNumber, "DECISION", "责任初判：" + Vocabulary.half(basis, true), "Liability as the records tell: " + Vocabulary.half(basis, false),
                    Map.of("party", party));
            return null;
        });
        return new Noted(asks, until, known.answerBy(), known.escalateAt());
    }

    void ask(String caseNumber, Instant until) {
        Shortage known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        store.save(known.asked(matter.now(), until));
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        letter.tell(matter, "evidenceWanted", Map.of("wanted", Words.of("wanted" + known.claim(), Letter.chinese(matter)),
                "until", Letter.until(matter, until)), "shortage");
    }

    boolean awaitsPictures(String caseNumber) {
        return store.find(caseNumber).filter(known -> known.state() == State.ASKED).isPresent();
    }

    void escalate(String caseNumber) {
        tasks.escalate(caseNumber, "decideShortage");
        timeline.add(caseNumber, "TASK", "少发错发临近答复期限，已升级", "The answer about the shortage is nearly due; escalated", Map.of());
    }

    /** Takes the matter back while nobody has decided; afterwards it is noted for a person. True if the process has to end. */
    boolean end(String caseNumber, State how) {
        Optional<Shortage> held = store.lock(caseNumber);
        if (held.isEmpty() || !held.get().state().isOpen() && held.get().state() != State.DECIDED) {
            return false;
        }
        if (held.get().state() == State.DECIDED) {
            timeline.add(caseNumber, "REQUEST", "补救已在进行，买家或平台的变化请人工核对", "The remedy is under way already; look at what buyer or marketplace said", Map.of());
            return false;
        }
        store.save(held.get().to(how));
        return true;
    }

    Shortage find(String caseNumber) {
        return store.find(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
    }

    private Shortage locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
    }
}

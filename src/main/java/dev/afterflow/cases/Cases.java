package dev.afterflow.cases;

import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, finds, moves and closes cases; a case outside the asker's fence does not exist here (404). */
@Service
@Transactional
public class Cases {

    private final Opening opening;
    private final JdbcCases store;
    private final JdbcCaseSearch search;
    private final JdbcRequests requests;
    private final JdbcInterventions interventions;
    private final JdbcHeard heard;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Audit audit;
    private final LiveNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(Opening opening, JdbcCases store, JdbcCaseSearch search, JdbcRequests requests, JdbcInterventions interventions, JdbcHeard heard, Timeline timeline,
          Clocks clocks, Audit audit, LiveNews news, ApplicationEventPublisher events, Clock clock) {
        this.opening = opening;
        this.store = store;
        this.search = search;
        this.requests = requests;
        this.interventions = interventions;
        this.heard = heard;
        this.timeline = timeline;
        this.clocks = clocks;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody wishes, to be opened as a case.
     *
     * @param source who tells it: a sender of the intake, or {@code hand:login}
     * @param externalId the teller's own id of it, told again without doubling anything
     * @param version the teller's version; the same id with another one is refused by {@link Cases#open}
     * @param orderId null for a question about no order
     * @param askedAmount null if no amount was asked
     */
    public record NewCase(String shop, String source, String externalId, String version, Case.Kind kind, String orderId,
                          String buyerId, String askedRemedy, String reasonCode, String reasonText, Money askedAmount,
                          List<Case.Line> lines, boolean goodsReceived, Instant platformDeadline) {

        /** Those whose buyer's bank or wallet decides by itself, whatever a platform does meanwhile. */
        private static final Set<String> BANKS = Set.of("CHARGEBACK", "INQUIRY", "PAYPAL");

        public NewCase {
            lines = List.copyOf(lines);
        }

        /** What is never open twice for an order; each dispute of a bank is one of its own. */
        String matter() {
            return kind == Case.Kind.DISPUTE && askedRemedy != null && BANKS.contains(askedRemedy.toUpperCase(Locale.ROOT)) ? kind.matter() + "/" + externalId : kind.matter();
        }
    }

    /** The buyer wrote in a case; told after commit, again until every listener has taken it. */
    public record BuyerWrote(String caseNumber, String shop, String messageId, String text, Instant at) {
    }

    /**
     * The marketplace's stepping into a case; {@code forBuyer} is null until it decided.
     *
     * @param deadline until when the seller may answer, null if it did not say
     * @param paid what the marketplace gave back to the buyer itself, null unless it decided for the buyer
     */
    public record Intervention(Instant deadline, Boolean forBuyer, Money paid, String words) {
    }

    /** What a marketplace gave the buyer of itself in a case, under its own name of what it decided; {@code over} where that ended one of several requests. */
    public record Given(String source, String externalId, Money paid, boolean over) {
    }

    /** What the marketplace gave of itself in this case, request by request, the earliest told first; empty where it gave nothing. */
    @Transactional(readOnly = true)
    public List<Given> given(String number) {
        return interventions.given(number);
    }

    /** How the marketplace stepped into this case; empty if it did not. */
    @Transactional(readOnly = true)
    public Optional<Intervention> intervention(String number) {
        return interventions.find(number);
    }

    /**
     * Opens a case and starts its process, or joins the open case of the same order and matter; the same external id
     * answers with its case again. Throws if nobody starts the process that {@code case-triage} names.
     */
    public Case open(NewCase asked) {
        return opening.open(asked);
    }

    /** Opens a matter that a room of the house raises itself, such as a difference in the books, and starts the room's process. */
    public Case raise(NewCase asked, String process, String team, int priority) {
        return opening.raise(asked, new Triage.Verdict(process, team, priority, null, List.of(), "house"));
    }

    /** The case of this number; 404 outside the fence. */
    @Transactional(readOnly = true)
    public Case find(String number) {
        return store.find(number).orElseThrow(() -> Problem.notFound("case"));
    }

    /** The cases about an order, the newest first, at most 20. */
    @Transactional(readOnly = true)
    public List<Case> about(String shop, String orderId) {
        return store.about(shop, orderId);
    }

    /** Did the buyer, in any case about an order, ask for money and hold a review over the seller in one breath? */
    @Transactional(readOnly = true)
    public boolean pressed(String shop, String orderId) {
        return Pressure.in(about(shop, orderId).stream().flatMap(each -> buyerWords(each.number()).stream()).toList());
    }

    /** Who told of a case's requests that still count, and under which names of their own; the earliest first. */
    @Transactional(readOnly = true)
    public List<Told> told(String number) {
        return store.told(number);
    }

    /** Who told of a case, whatever became of their requests. */
    @Transactional(readOnly = true)
    public List<String> tellers(String number) {
        return store.tellers(number);
    }

    /** A request as its sender names it. */
    public record Told(String source, String externalId, String version) {
    }

    /** The case of this number, for those who may meet other numbers too. */
    @Transactional(readOnly = true)
    public Optional<Case> look(String number) {
        return store.find(number);
    }

    /** What senders asked in a case and did not take back, each under its sender's own name of it, the earliest first. */
    @Transactional(readOnly = true)
    public List<NewCase> asked(String number) {
        return requests.live(number).stream().map(Request::asked).toList();
    }

    /** What the buyer wrote in a case, newest first; the reason of the request is not among it. */
    @Transactional(readOnly = true)
    public List<String> buyerWords(String number) {
        return heard.of(number).stream().filter(message -> message.from() == MessageRecipient.From.BUYER).map(JdbcHeard.Heard::text).toList();
    }

    /**
     * How many cases of these shops a narrowing leaves, counted no further than {@code most}.
     *
     * @param narrowing words of the case list's address, such as {@code state} and {@code kind}; others are left out
     */
    @Transactional(readOnly = true)
    public int count(Collection<String> shops, Map<String, String> narrowing, int most) {
        return search.count(shops, CaseFilter.of(narrowing), most);
    }

    /** Moves an open case between OPEN and WAITING_BUYER; staying is no move, an impossible one is 409. */
    public void state(String number, Case.State next) {
        Case now = store.lock(number).orElseThrow(() -> Problem.notFound("case"));
        if (now.state() == next && now.open()) {
            return;
        }
        if (next == Case.State.CLOSED || !now.state().mayBecome(next)) {
            throw impossible(now, next);
        }
        store.state(number, next);
        boolean waiting = next == Case.State.WAITING_BUYER;
        timeline.add(number, "STATE", waiting ? "等待买家" : "继续处理", waiting ? "Waiting for the buyer" : "Work goes on", Map.of());
        audit.record(now.shop(), "CASE_MOVED", "case", number, Map.of("from", now.state().name(), "to", next.name()));
        news.changed(now.shop(), number, "state");
    }

    /** Closes an open case for ever with an outcome in capitals such as REFUNDED; a closed one is 409. */
    public void close(String number, String outcome) {
        Case now = store.lock(number).orElseThrow(() -> Problem.notFound("case"));
        if (!now.state().mayBecome(Case.State.CLOSED)) {
            throw impossible(now, Case.State.CLOSED);
        }
        store.close(number, outcome, clock.instant());
        clocks.stopAll(number);
        timeline.add(number, "CLOSED", "工单已结案：" + Outcomes.chinese(outcome), "Case closed: " + Outcomes.english(outcome),
                Map.of("outcome", outcome));
        audit.record(now.shop(), "CASE_CLOSED", "case", number, Map.of("from", now.state().name(), "outcome", outcome));
        news.changed(now.shop(), number, "closed");
        events.publishEvent(new CaseClosed(number, now.shop(), outcome));
    }

    /** What people call a task. */
    public record Title(String zh, String en) {
    }

    /** Files the submission of a task that no room of ours knows; it is never changed afterwards. */
    public void file(String number, String task, Title title, Map<String, Object> input, Who who) {
        Case filed = find(number);
        store.file(filed, task, input, who, clock.instant());
        timeline.add(number, "TASK", "已提交“" + title.zh() + "”", "“" + title.en() + "” handed in", Map.of("task", task));
        audit.record(filed.shop(), "FORM_FILED", "case", number, Map.of("task", task));
    }

    private static Problem impossible(Case now, Case.State next) {
        return Problem.conflict("cases.impossibleMove", "工单状态为 " + now.state() + "，不能变为 " + next,
                "The case is " + now.state() + " and cannot become " + next);
    }
}

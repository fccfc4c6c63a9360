package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.repairs.Repair.Quote;
import dev.afterflow.repairs.Repair.Quote.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A price for a repair outside the warranty: named by a person, answered by the buyer, paid when a person says so; silence is no consent. */
@Component
@Transactional
class Quotes {

    static final int MOST_REMINDERS = 2;
    private static final Pattern YES = Pattern.compile("(同意|接受|同意维修|yes|agree|1)[。.!！]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("(不同意|不接受|不修了?|拒绝|no|refuse|2)[。.!！]?", Pattern.CASE_INSENSITIVE);

    private final JdbcRepairs store;
    private final Matters matters;
    private final Promises promises;
    private final Letter letter;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;

    Quotes(JdbcRepairs store, Matters matters, Promises promises, Letter letter, Cases cases, Timeline timeline, Audit audit) {
        this.store = store;
        this.matters = matters;
        this.promises = promises;
        this.letter = letter;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** When the buyer is reminded next, and until when the answer is waited for. */
    record Plan(Instant remindAt, Instant until) {
    }

    Plan offer(String caseNumber, Money price, String words, Who who) {
        Repair known = locked(caseNumber);
        Instant now = matters.of(caseNumber).now();
        Quote quote = new Quote(price, words, State.OPEN, promises.of(known.shop(), "quoteAnswer", now), 0);
        store.quoted(caseNumber, quote);
        timeline.add(caseNumber, "MONEY", "维修报价 " + Words.inChinese(price), "Quote for the repair: " + Words.inEnglish(price), Map.of("price", price.minor()));
        audit.record(known.shop(), "REPAIR_QUOTED", "case", caseNumber, Map.of("by", who.login(), "price", price.minor()));
        return new Plan(remindAt(known, quote, now), quote.until());
    }

    /** After the second reminder, or with the end near, behind that end: never. */
    private Instant remindAt(Repair known, Quote quote, Instant now) {
        Instant next = promises.of(known.shop(), "remindQuote", now);
        return quote.reminders() < MOST_REMINDERS && next.isBefore(quote.until()) ? next : quote.until().plus(Duration.ofDays(1));
    }

    void tell(String caseNumber) {
        told(caseNumber, "repairQuoted", "quote");
        cases.state(caseNumber, Case.State.WAITING_BUYER);
    }

    Instant remind(String caseNumber) {
        Repair known = locked(caseNumber);
        Quote was = known.quote();
        Quote reminded = new Quote(was.price(), was.words(), was.state(), was.until(), was.reminders() + 1);
        store.quoted(caseNumber, reminded);
        told(caseNumber, "repairQuoteReminder", "quote-" + reminded.reminders());
        return remindAt(known, reminded, matters.of(caseNumber).now());
    }

    private void told(String caseNumber, String template, String key) {
        Matter matter = matters.of(caseNumber);
        Quote quote = store.find(caseNumber).orElseThrow().quote();
        letter.tell(matter, template, Map.of("amount", Letter.amount(matter, quote.price()), "words", quote.words(),
                "until", Letter.until(matter, quote.until())), key);
    }

    /** Silence, a refusal or a payment that never came: nothing is repaired. */
    void lapse(String caseNumber) {
        Repair known = locked(caseNumber);
        if (!known.quote().isOver()) {
            state(known, State.LAPSED);
        }
        timeline.add(caseNumber, "REQUEST", "报价未成，不修寄还", "The quote came to nothing; it goes back unrepaired", Map.of());
    }

    /** Reads an answer out of a buyer's message if it is exactly one. */
    Optional<Boolean> heard(String caseNumber, String text) {
        boolean open = store.find(caseNumber).map(Repair::quote).filter(quote -> quote.state() == State.OPEN).isPresent();
        String said = text == null ? "" : text.strip();
        return !open ? Optional.empty() : YES.matcher(said).matches() ? Optional.of(true) : NO.matcher(said).matches() ? Optional.of(false) : Optional.empty();
    }

    /** Takes the answer, once; 409 if no quote is open. */
    void answer(String caseNumber, boolean accepted, String note, Who who) {
        Repair known = locked(caseNumber);
        if (known.quote() == null || known.quote().state() != State.OPEN) {
            throw Problem.conflict("repairs.noQuote", "没有等待答复的报价", "No quote waits for an answer");
        }
        state(known, accepted ? State.ACCEPTED : State.REFUSED);
        cases.state(caseNumber, Case.State.OPEN);
        timeline.add(caseNumber, "REQUEST", (accepted ? "买家同意报价" : "买家不同意报价") + (note == null ? "" : "：" + note),
                (accepted ? "The buyer agrees to the quote" : "The buyer refuses the quote") + (note == null ? "" : ": " + note), Map.of("by", who.login()));
        audit.record(known.shop(), accepted ? "REPAIR_QUOTE_ACCEPTED" : "REPAIR_QUOTE_REFUSED", "case", caseNumber, Map.of("by", who.login()));
    }

    /** A person confirms that the money came, by its reference. */
    void paid(String caseNumber, String reference, Who who) {
        Repair known = locked(caseNumber);
        if (known.quote() == null || known.quote().state() != State.ACCEPTED) {
            throw Problem.conflict("repairs.notAccepted", "买家还没有同意报价", "The buyer has not agreed to the quote");
        }
        store.paid(caseNumber, reference, who.login());
        timeline.add(caseNumber, "MONEY", "已确认收到维修费 " + Words.inChinese(known.quote().price()) + "，流水号 " + reference,
                "The payment for the repair is confirmed: " + Words.inEnglish(known.quote().price()) + ", reference " + reference, Map.of("reference", reference));
        audit.record(known.shop(), "REPAIR_PAID", "case", caseNumber, Map.of("by", who.login(), "price", known.quote().price().minor(), "reference", reference));
    }

    private void state(Repair known, State next) {
        Quote was = known.quote();
        store.quoted(known.caseNumber(), new Quote(was.price(), was.words(), next, was.until(), was.reminders()));
    }

    private Repair locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
    }
}

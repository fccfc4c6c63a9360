package dev.afterflow.returns;

import dev.afterflow.sla.Clocks;
import dev.afterflow.sla.Deadlines;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Until when the buyer must have an answer or their money; the platform's own deadline wins over the table, and a supervisor
 * is asked a margin before it.
 */
@Component
class AnswerTerms {

    static final String ANSWER = "answer";
    static final String REFUND = "refund";
    /** The law's outer limit for settling a rightful demand. */
    static final String DEMAND = "demand";
    private static final String BY_LAW = "UNLAWFUL";

    private final Deadlines deadlines;
    private final Clocks clocks;

    AnswerTerms(Deadlines deadlines, Clocks clocks) {
        this.deadlines = deadlines;
        this.clocks = clocks;
    }

    /** The term for an answer: the first from the request's opening, a later one from now. */
    Return.Term answer(Return known, Facts facts) {
        boolean first = known.term().answerBy() == null;
        Instant told = facts.asked().platformDeadline();
        Instant platform = told != null && (first || told.isAfter(facts.now())) ? told : null;
        Deadlines.Deadline deadline = deadlines.of(known.shop(), facts.unshipped() ? "answerUnshipped" : "answerShipped",
                platform, first ? facts.asked().openedAt() : facts.now());
        return new Return.Term(deadline.due(), deadline.escalateAt());
    }

    /** The term for the money once goods are back: seven days by law in China (Consumer Protection Law 25), or what the platform told for it. */
    Return.Term refund(Return known, Facts facts, Instant receivedAt) {
        Instant told = facts.asked().platformDeadline();
        boolean forIt = told != null && told.isAfter(receivedAt) && told.isAfter(facts.now());
        Deadlines.Deadline deadline = deadlines.of(known.shop(), "refundAfterReturn", forIt ? told : null, receivedAt);
        return new Return.Term(deadline.due(), deadline.escalateAt());
    }

    /**
     * The law's own clock from the buyer's demand to its settlement, where the shop's law knows one: in China 15 days (Penalty
     * Measures, articles 8 and 9). It runs beside all others until the case ends or a person refuses on a lawful ground.
     */
    void startDemand(Facts facts) {
        Deadlines.Deadline law = deadlines.of(facts.shop().id(), "anyDemand", null, facts.asked().openedAt());
        if (BY_LAW.equals(law.onExpiry())) {
            clocks.startOnce(facts.asked().number(), facts.shop().id(), DEMAND, law.due());
        }
    }

    void start(Return known, String clock, Return.Term term) {
        clocks.start(known.caseNumber(), known.shop(), clock, term.answerBy());
    }

    void stop(String caseNumber, String clock) {
        clocks.stop(caseNumber, clock);
    }

    /** Until when the buyer is waited for, never past the moment a supervisor is asked. */
    Instant forBuyer(Return known, String step, Instant now) {
        Instant until = deadlines.of(known.shop(), step, null, now).due();
        Instant ours = known.term().escalateAt();
        return ours != null && ours.isAfter(now) && until.isAfter(ours) ? ours : until;
    }

    /** Until when a refused buyer may react. */
    Instant afterRefusal(Return known, Instant now) {
        return deadlines.of(known.shop(), "buyerAfterRefusal", null, now).due();
    }

    /** Until when the platform wants to hear from us. */
    Instant answerPlatform(Return known, Instant told, Instant now) {
        return deadlines.of(known.shop(), "platformEvidence", told, now).due();
    }
}

package dev.afterflow.disputes;

import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided, why, and where the money goes; an appeal is open only after a loss, and once. */
@Component
@Transactional
class DisputeVerdicts {

    private final JdbcDisputes store;
    private final DisputeBooks books;
    private final DisputeGiven given;
    private final DisputeCards cards;
    private final DisputeTerms terms;
    private final DisputeLog log;
    private final Cases cases;
    private final Clock clock;

    DisputeVerdicts(JdbcDisputes store, DisputeBooks books, DisputeGiven given, DisputeCards cards, DisputeTerms terms, DisputeLog log, Cases cases, Clock clock) {
        this.store = store;
        this.books = books;
        this.given = given;
        this.cards = cards;
        this.terms = terms;
        this.log = log;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps and books a verdict; false for one that is known already, or after the end. {@code bears}: what we bear, null unless in part. */
    boolean told(String caseNumber, String verdict, Money bears, String words) {
        Dispute of = lock(caseNumber);
        cards.refuseByHand(of);
        return told(of, verdict, words, () -> lost(of, verdict, bears), true);
    }

    /** A card provider's verdict: its money is booked with the provider's, and there is no appeal. */
    boolean toldByCard(String caseNumber, String verdict, String words) {
        Dispute of = lock(caseNumber);
        return told(of, verdict, words, () -> verdict.equals("LOST") ? of.money().amount() : Money.zero(of.currency()), false);
    }

    private boolean told(Dispute of, String verdict, String words, Supplier<Money> bears, boolean here) {
        boolean known = of.verdict() != null && of.state() == Dispute.State.DECIDED && of.verdict().verdict().equals(verdict);
        if (of.ended() || known) {
            return false;
        }
        Money lost = bears.get();
        Instant appealBy = here && verdict.equals("LOST") && of.round() == 1 ? terms.until(of.shop(), "appealDispute") : null;
        store.decided(of.caseNumber(), new Dispute.Decided(verdict, words), clock.instant(), appealBy);
        settle(of, lost, "verdict", here);
        log.told(of, "DISPUTE_DECIDED", "判定：" + DisputeWords.of(verdict, true) + "，我方承担 " + lost.display(true) + "。" + (words == null ? "" : words),
                "Verdict: " + DisputeWords.of(verdict, false).toLowerCase(Locale.ROOT) + ", we bear " + lost.display(false) + ". " + (words == null ? "" : words),
                Map.of("verdict", verdict, "lost", lost.minor(), "round", of.round()));
        return true;
    }

    private static Money lost(Dispute of, String verdict, Money bears) {
        Money most = of.money().withheld().isPositive() ? of.money().withheld() : of.money().amount();
        return switch (verdict) {
            case "WON" -> Money.zero(of.currency());
            case "PART" -> {
                if (bears == null || !bears.currency().equals(of.currency()) || bears.compareTo(most) > 0) {
                    throw Problem.invalid("paid", "range", "请填写我方承担的金额，不超过争议金额", "Give what we bear, at most what is disputed");
                }
                yield bears;
            }
            default -> most;
        };
    }

    private void settle(Dispute of, Money lost, String kind) {
        settle(of, lost, kind, !cards.has(of));
    }

    /** What is lost is lost, the rest of what was withheld came back; not {@code here} where a card provider's money tells it. */
    private void settle(Dispute of, Money lost, String kind, boolean here) {
        if (!here) {
            return;
        }
        Money withheld = of.money().withheld().compareTo(lost) < 0 ? lost : of.money().withheld();
        Money returned = new Money(withheld.minor() - lost.minor(), of.currency());
        books.move(of, of.money().with(withheld, returned, lost), kind, of.round() + "-" + books.of(of.caseNumber()).size());
        given.book(of, lost);
    }

    /** Answers what the process asks after a verdict. */
    Map<String, Object> next(String caseNumber) {
        Dispute of = lock(caseNumber);
        boolean appealable = of.times().appealBy() != null && clock.instant().isBefore(of.times().appealBy());
        boolean toDo = of.kind() == Dispute.Kind.PLATFORM && !of.verdict().verdict().equals("WON");
        Map<String, Object> answers = new HashMap<>(Map.of("appealable", appealable, "appeal", false, "toDo", toDo));
        if (appealable) {
            answers.put("appealBy", Date.from(of.times().appealBy()));
        }
        if (toDo) {
            answers.put("actBy", Date.from(terms.until(of.shop(), "executeVerdict")));
        }
        return answers;
    }

    /** New facts: the next round begins, until the appeal's term ends. */
    Map<String, Object> appeal(String caseNumber, boolean appeal, String note, Who who) {
        Dispute of = lock(caseNumber);
        store.answer(of, "decideAppeal", appeal ? "yes" : "no", note, who.login(), clock.instant());
        log.told(of, appeal ? "DISPUTE_APPEALED" : "DISPUTE_NOT_APPEALED", appeal ? "申诉：" + note : "不申诉：" + note, appeal ? "Appeal: " + note : "No appeal: " + note, Map.of("by", who.login()));
        if (!appeal) {
            return Map.of("appeal", false);
        }
        store.appeals(caseNumber, of.round() + 1);
        Dispute.Times times = DisputeTerms.times(clock.instant(), of.times().appealBy(), of.times().told());
        store.due(caseNumber, times);
        return Map.of("appeal", true, "answerBy", Date.from(times.dueAt()), "warnAt", Date.from(times.warnAt()), "alarmAt", Date.from(times.alarmAt()));
    }

    void defaulted(String caseNumber) {
        Dispute of = lock(caseNumber);
        if (of.waitsForAnswer()) {
            store.state(caseNumber, Dispute.State.DEFAULTED);
            log.told(of, "DISPUTE_DEFAULTED", "期限已过，没有答复：平台按已有材料判定", "The deadline passed unanswered: it is decided on the file", Map.of("dueAt", of.times().dueAt().toString()));
        }
    }

    /** The buyer withdrew it, or the platform closed it: what was withheld is back. */
    void withdrawn(String caseNumber) {
        Dispute of = lock(caseNumber);
        settle(of, Money.zero(of.currency()), "withdrawn");
        end(of, "WITHDRAWN");
    }

    void close(String caseNumber) {
        Dispute of = lock(caseNumber);
        if (of.accepted() && of.verdict() == null) {
            settle(of, of.money().withheld().isPositive() ? of.money().withheld() : of.money().amount(), "accepted");
            end(of, "ACCEPTED");
        } else {
            end(of, of.verdict() == null ? "LOST" : of.verdict().verdict());
        }
    }

    private void end(Dispute of, String outcome) {
        store.ended(of.caseNumber(), outcome, clock.instant());
        log.told(of, "DISPUTE_ENDED", "争议了结", "The dispute is closed", Map.of("outcome", outcome));
        cases.close(of.caseNumber(), outcome);
    }

    /** Finance corrects what was withheld, came back, was lost or cost a fee, by what the provider's statement says. */
    void correct(String caseNumber, Dispute.Sheet told, String note, Who who) {
        Dispute of = lock(caseNumber);
        cards.refuseByHand(of);
        boolean fits = Stream.of(told.withheld(), told.returned(), told.lost(), told.fee()).allMatch(each -> each.currency().equals(of.currency()) && each.minor() >= 0)
                && told.returned().minor() + told.lost().minor() <= told.withheld().minor();
        if (!fits) {
            throw Problem.invalid("money", "range", "退回与损失之和不超过被扣金额，且用争议的币种", "What came back and what was lost are at most what was withheld, in the dispute's currency");
        }
        int n = store.answers(caseNumber).size();
        store.answer(of, "correctMoney", "corrected", note, who.login(), clock.instant());
        books.move(of, told, "corrected", String.valueOf(n));
        given.book(of, told.lost());
        log.told(of, "DISPUTE_MONEY", "财务更正：被扣 " + told.withheld().display(true) + "，退回 " + told.returned().display(true) + "，损失 " + told.lost().display(true) + "，手续费 " + told.fee().display(true),
                "Corrected by finance: withheld " + told.withheld().display(false) + ", returned " + told.returned().display(false) + ", lost " + told.lost().display(false) + ", fee " + told.fee().display(false),
                Map.of("by", who.login()));
    }

    private Dispute lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
    }
}

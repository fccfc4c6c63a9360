package dev.afterflow.disputes;

import dev.afterflow.disputes.DisputeNews.Turn;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.providers.CardDisputes.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a card provider's news mean to a dispute: judged by how it stands now, so that late, double and overtaken ones do no harm. */
@Component
@Transactional
class CardNews {

    private final JdbcDisputes store;
    private final JdbcDisputeAnswers answers;
    private final DisputeCards cards;
    private final DisputeBooks books;
    private final DisputeVerdicts verdicts;
    private final DisputeTerms terms;
    private final DisputeLog log;

    CardNews(JdbcDisputes store, JdbcDisputeAnswers answers, DisputeCards cards, DisputeBooks books, DisputeVerdicts verdicts, DisputeTerms terms, DisputeLog log) {
        this.store = store;
        this.answers = answers;
        this.cards = cards;
        this.books = books;
        this.verdicts = verdicts;
        this.terms = terms;
        this.log = log;
    }

    /** A case was opened of what is over already; told once its process is there. */
    record OverBefore(String caseNumber) {
    }

    boolean isOver(String caseNumber) {
        return store.find(caseNumber).flatMap(cards::of).filter(now -> now.status().over()).isPresent();
    }

    /** The cases it concerns; one that is being opened is waited for. */
    List<String> concerned(Chargeback about) {
        cards.alone(about.provider(), about.id());
        return store.openOf(about.shop(), about.provider(), about.id());
    }

    /** What the process hears; {@code before} is how it stood, null where that is not known. */
    Turn heard(String caseNumber, Chargeback before) {
        return store.lock(caseNumber).filter(of -> !of.ended()).flatMap(of -> cards.of(of).map(now -> heard(of, now, before))).orElse(Turn.NOTHING);
    }

    private Turn heard(Dispute of, Chargeback now, Chargeback before) {
        books.move(of, Dispute.Sheet.of(of.money().amount()), "handedOver", now.id());
        if (of.kind() == Dispute.Kind.INQUIRY && now.status() == Status.NEEDS_RESPONSE) {
            store.kind(of.caseNumber(), Dispute.Kind.CHARGEBACK);
            log.told(of, "DISPUTE_ESCALATED", "问询变成了拒付，钱已被扣住", "The inquiry became a chargeback, the money is withheld", Map.of("status", now.word()));
        }
        if (now.status().over()) {
            return over(of, now);
        }
        return now.dueBy() == null || !now.status().ours() ? Turn.NOTHING : of.waitsForAnswer() ? deadline(of, now.dueBy()) : again(of, now, before);
    }

    /** An acceptance on its way is a loss we asked for: its own receipt ends it. */
    private Turn over(Dispute of, Chargeback now) {
        return switch (now.status()) {
            case WON -> verdicts.toldByCard(of.caseNumber(), "WON", DisputeCards.verdict(now)) ? Turn.VERDICT : Turn.NOTHING;
            case LOST -> !accepting(of) && verdicts.toldByCard(of.caseNumber(), "LOST", DisputeCards.verdict(now)) ? Turn.VERDICT : Turn.NOTHING;
            default -> Turn.WITHDRAWN;
        };
    }

    private boolean accepting(Dispute of) {
        return of.accepted() && answers.of(of.caseNumber()).stream().anyMatch(sent -> sent.round() == of.round() && sent.state().equals("SENT"));
    }

    private Turn deadline(Dispute of, Instant due) {
        if (due.equals(of.times().dueAt())) {
            return Turn.NOTHING;
        }
        store.due(of.caseNumber(), DisputeTerms.times(of.times().openedAt(), due, true));
        log.told(of, "DISPUTE_DEADLINE", "银行更改了期限", "The bank moved its deadline", Map.of("dueAt", due.toString(), "before", of.times().dueAt().toString()));
        return Turn.DEADLINE;
    }

    /** It was answered, or nobody did, and the bank asks anew: another round until its new deadline. */
    private Turn again(Dispute of, Chargeback now, Chargeback before) {
        boolean asks = before != null && (!before.status().ours() || before.status() == Status.INQUIRY && now.status() == Status.NEEDS_RESPONSE);
        boolean answered = of.state() == Dispute.State.ANSWERED || of.state() == Dispute.State.DEFAULTED;
        if (!asks || !answered || !terms.now().isBefore(now.dueBy())) {
            return Turn.NOTHING;
        }
        store.appeals(of.caseNumber(), of.round() + 1);
        store.due(of.caseNumber(), DisputeTerms.times(terms.now(), now.dueBy(), true));
        log.told(of, "DISPUTE_ASKED_AGAIN", "银行再次要求举证", "The bank asks for evidence again", Map.of("round", of.round() + 1, "dueAt", now.dueBy().toString()));
        return Turn.AGAIN;
    }
}

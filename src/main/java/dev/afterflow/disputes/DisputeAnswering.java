package dev.afterflow.disputes;

import dev.afterflow.payments.Chargebacks;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries acceptance, evidence or appeal to whoever decides: in one transaction with its record, under a stable number, once a round. */
@Component
@Transactional
class DisputeAnswering {

    private final JdbcDisputes store;
    private final JdbcDisputeAnswers answers;
    private final DisputePacks packs;
    private final DisputeTerms terms;
    private final DisputeLog log;
    private final Platforms platforms;
    private final DisputeCards cards;

    DisputeAnswering(JdbcDisputes store, JdbcDisputeAnswers answers, DisputePacks packs, DisputeTerms terms, DisputeLog log, Platforms platforms, DisputeCards cards) {
        this.store = store;
        this.answers = answers;
        this.packs = packs;
        this.terms = terms;
        this.log = log;
        this.platforms = platforms;
        this.cards = cards;
    }

    /** Hands what was decided to the platform; answers its number. A second pass of the token sends nothing. */
    String send(String caseNumber) {
        Dispute of = lock(caseNumber);
        Optional<JdbcDisputeAnswers.Sent> before = open(of);
        if (before.isPresent()) {
            return before.get().number();
        }
        demandSecond(of);
        JdbcDisputeAnswers.Sent sent = next(of, false, "SENT", null, null);
        answers.insert(of.shop(), sent);
        boolean bank = cards.has(of);
        if (bank) {
            cards.send(of, sent.number());
        } else {
            platforms.send(new PlatformRequest(sent.number(), caseNumber, of.shop(), verb(sent.what()), of.matter(), null, null, null,
                    of.accepted() ? null : of.statement().words(), Map.of()));
        }
        log.told(of, "DISPUTE_SENT", DisputeWords.of(sent.what(), true) + (bank ? "已提交银行" : "已提交平台"),
                DisputeWords.of(sent.what(), false) + (bank ? " handed to the bank" : " handed to the platform"), Map.of("number", sent.number()));
        return sent.number();
    }

    /** What is to be done by a person: number, what, and the pack. */
    JdbcDisputeAnswers.Sent draft(Dispute of) {
        return open(of).orElseGet(() -> next(of, true, "DONE", null, null));
    }

    /** A person handed it in at the platform; that it was taken may be known from elsewhere by then, and what a bank answered meanwhile stays. */
    void byHand(String caseNumber, String reference, String note, Who who) {
        Dispute of = lock(caseNumber);
        takenByHand(of, reference, note);
        store.answer(of, "submitByHand", String.valueOf(reference), note, who.login(), terms.now());
        store.state(caseNumber, Dispute.State.ANSWERED);
        log.told(of, "DISPUTE_SUBMITTED", "已人工提交：" + (reference == null ? "" : reference), "Submitted by hand: " + (reference == null ? "" : reference), Map.of("by", who.login()));
    }

    private void takenByHand(Dispute of, String reference, String note) {
        JdbcDisputeAnswers.Sent round = open(of).orElse(null);
        boolean bank = cards.has(of);
        if (round == null) {
            demandSecond(of);
            answers.insert(of.shop(), next(of, true, "DONE", reference, note));
            return;
        }
        if (round.state().equals("SENT") && !bank) {
            throw Problem.conflict("disputes.sent", "这一轮已提交过，只能提交一次", "This round was handed in already; it goes once");
        }
        if (round.state().equals("NEEDS_PERSON") && !bank) {
            platforms.byHand(round.number(), true, note == null ? "" : note);
        }
        if (!round.state().equals("SENT")) {
            answers.settled(round.number(), "DONE", reference, note, terms.now());
        }
    }

    /** However a model is drawn: nothing leaves the house that nobody else looked at in this round. */
    private void demandSecond(Dispute of) {
        boolean looked = of.position().secondBy() != null || of.accepted() && DisputeDeciding.isSmall(of.money().amount());
        if (!looked || !of.accepted() && packs.latest(of).isEmpty()) {
            throw Problem.conflict("disputes.notApproved", "这一轮的答复还没有别人复核过", "Nobody else has looked at the answer of this round");
        }
    }

    /** The platform's word about an answer of ours; what the process hears, empty for what is no answer of ours, or known by hand, or changes nothing. */
    Optional<String> answered(PlatformAnswered said) {
        Optional<JdbcDisputeAnswers.Sent> sent = answers.find(said.number()).filter(known -> !known.state().equals("DONE"));
        if (sent.isEmpty() || said.verdict() == PlatformAnswered.Verdict.NEEDS_CODE) {
            return Optional.empty();
        }
        Dispute of = lock(sent.get().caseNumber());
        answers.settled(said.number(), said.verdict().name(), said.reference(), said.words().zh() + " / " + said.words().en(), terms.now());
        if (said.verdict() == PlatformAnswered.Verdict.DONE) {
            return taken(of, said.number(), "平台已收下", "The platform has taken it", Map.of("number", said.number(), "reference", String.valueOf(said.reference())));
        }
        log.told(of, "DISPUTE_NOT_TAKEN", "平台没有收下：" + said.words().zh(), "The platform did not take it: " + said.words().en(), Map.of("number", said.number(), "verdict", said.verdict().name()));
        return said.verdict() == PlatformAnswered.Verdict.NEEDS_PERSON ? Optional.of("NEEDS_PERSON") : changed(of, said.words().zh() + " / " + said.words().en());
    }

    /** A bank's word about an answer of ours, as above; what a person handed in meanwhile stays handed in. */
    Optional<String> answered(Chargebacks.Answered said) {
        Optional<JdbcDisputeAnswers.Sent> sent = answers.find(said.number()).filter(known -> !known.state().equals("DONE"));
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Dispute of = lock(sent.get().caseNumber());
        CardWord word = CardWord.of(said);
        answers.settled(said.number(), said.verdict().name(), null, word.both(), terms.now());
        if (word.taken()) {
            return taken(of, said.number(), word.zh(), word.en(), Map.of("number", said.number()));
        }
        log.told(of, "DISPUTE_NOT_TAKEN", word.zh(), word.en(), Map.of("number", said.number(), "verdict", said.verdict().name(), "code", String.valueOf(said.code())));
        return said.verdict() == Chargebacks.Verdict.NEEDS_PERSON ? Optional.of("NEEDS_PERSON") : word.over() ? Optional.empty() : changed(of, word.both());
    }

    private Optional<String> taken(Dispute of, String number, String zh, String en, Map<String, String> details) {
        if (of.waitsForAnswer() || of.state() == Dispute.State.DEFAULTED) {
            store.state(of.caseNumber(), Dispute.State.ANSWERED);
        }
        log.told(of, "DISPUTE_RECEIVED", zh, en, details);
        return Optional.of("DONE");
    }

    /** Decided anew, unless the time for it is over. */
    private Optional<String> changed(Dispute of, String words) {
        if (!of.waitsForAnswer()) {
            return Optional.empty();
        }
        Dispute.Position before = of.position();
        store.position(of.caseNumber(), new Dispute.Position(before.what(), before.note(), before.by(), null, words));
        return Optional.of("CHANGED");
    }

    private Optional<JdbcDisputeAnswers.Sent> open(Dispute of) {
        return answers.of(of.caseNumber()).stream().filter(sent -> sent.round() == of.round() && Set.of("SENT", "DONE", "NEEDS_PERSON").contains(sent.state())).findFirst();
    }

    private JdbcDisputeAnswers.Sent next(Dispute of, boolean byHand, String state, String reference, String said) {
        String what = of.accepted() ? "ACCEPT" : of.round() > 1 && !cards.has(of) ? "APPEAL" : "EVIDENCE";
        String pack = of.accepted() ? null : packs.latest(of).map(DisputePacks.Pack::number).orElse(null);
        return new JdbcDisputeAnswers.Sent("DA-" + of.caseNumber() + "-" + (answers.of(of.caseNumber()).size() + 1), of.caseNumber(), of.round(), what, pack, byHand,
                of.position().secondBy(), state, reference, said, terms.now());
    }

    private static PlatformRequest.Kind verb(String what) {
        return switch (what) {
            case "ACCEPT" -> PlatformRequest.Kind.ACCEPT;
            case "APPEAL" -> PlatformRequest.Kind.APPEAL;
            default -> PlatformRequest.Kind.SUBMIT_EVIDENCE;
        };
    }

    private Dispute lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
    }
}

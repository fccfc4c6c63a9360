package dev.afterflow.disputes;

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

    DisputeAnswering(JdbcDisputes store, JdbcDisputeAnswers answers, DisputePacks packs, DisputeTerms terms, DisputeLog log, Platforms platforms) {
        this.store = store;
        this.answers = answers;
        this.packs = packs;
        this.terms = terms;
        this.log = log;
        this.platforms = platforms;
    }

    /** Hands what was decided to the platform; answers its number. A second pass of the token sends nothing. */
    String send(String caseNumber) {
        Dispute of = lock(caseNumber);
        Optional<JdbcDisputeAnswers.Sent> before = open(of);
        if (before.isPresent()) {
            return before.get().number();
        }
        JdbcDisputeAnswers.Sent sent = next(of, false, "SENT", null, null);
        answers.insert(of.shop(), sent);
        platforms.send(new PlatformRequest(sent.number(), caseNumber, of.shop(), verb(sent.what()), of.matter(), null, null, null,
                of.accepted() ? null : of.statement().words(), Map.of()));
        log.told(of, "DISPUTE_SENT", DisputeWords.of(sent.what(), true) + "已提交平台", DisputeWords.of(sent.what(), false) + " handed to the platform", Map.of("number", sent.number()));
        return sent.number();
    }

    /** What is to be done by a person: number, what, and the pack. */
    JdbcDisputeAnswers.Sent draft(Dispute of) {
        return open(of).orElseGet(() -> next(of, true, "DONE", null, null));
    }

    /** A person handed it in at the platform. */
    void byHand(String caseNumber, String reference, String note, Who who) {
        Dispute of = lock(caseNumber);
        Optional<JdbcDisputeAnswers.Sent> asked = open(of).filter(sent -> sent.state().equals("NEEDS_PERSON"));
        if (asked.isPresent()) {
            platforms.byHand(asked.get().number(), true, note == null ? "" : note);
            answers.settled(asked.get().number(), "DONE", reference, note, terms.now());
        } else if (open(of).isEmpty()) {
            answers.insert(of.shop(), next(of, true, "DONE", reference, note));
        } else {
            throw Problem.conflict("disputes.sent", "这一轮已提交过，只能提交一次", "This round was handed in already; it goes once");
        }
        store.answer(of, "submitByHand", String.valueOf(reference), note, who.login(), terms.now());
        store.state(caseNumber, Dispute.State.ANSWERED);
        log.told(of, "DISPUTE_SUBMITTED", "已人工提交：" + (reference == null ? "" : reference), "Submitted by hand: " + (reference == null ? "" : reference), Map.of("by", who.login()));
    }

    /** The platform's word about an answer of ours; what the process hears, empty for what is no answer of ours or changes nothing. */
    Optional<String> answered(PlatformAnswered said) {
        Optional<JdbcDisputeAnswers.Sent> sent = answers.find(said.number());
        if (sent.isEmpty() || said.verdict() == PlatformAnswered.Verdict.NEEDS_CODE) {
            return Optional.empty();
        }
        Dispute of = lock(sent.get().caseNumber());
        answers.settled(said.number(), said.verdict().name(), said.reference(), said.words().zh() + " / " + said.words().en(), terms.now());
        if (said.verdict() == PlatformAnswered.Verdict.DONE) {
            store.state(of.caseNumber(), Dispute.State.ANSWERED);
            log.told(of, "DISPUTE_RECEIVED", "平台已收下", "The platform has taken it", Map.of("number", said.number(), "reference", String.valueOf(said.reference())));
            return Optional.of("DONE");
        }
        log.told(of, "DISPUTE_NOT_TAKEN", "平台没有收下：" + said.words().zh(), "The platform did not take it: " + said.words().en(), Map.of("number", said.number(), "verdict", said.verdict().name()));
        if (said.verdict() == PlatformAnswered.Verdict.NEEDS_PERSON) {
            return Optional.of("NEEDS_PERSON");
        }
        Dispute.Position before = of.position();
        store.position(of.caseNumber(), new Dispute.Position(before.what(), before.note(), before.by(), null, said.words().zh() + " / " + said.words().en()));
        return Optional.of("CHANGED");
    }

    private Optional<JdbcDisputeAnswers.Sent> open(Dispute of) {
        return answers.of(of.caseNumber()).stream().filter(sent -> sent.round() == of.round() && Set.of("SENT", "DONE", "NEEDS_PERSON").contains(sent.state())).findFirst();
    }

    private JdbcDisputeAnswers.Sent next(Dispute of, boolean byHand, String state, String reference, String said) {
        String what = of.accepted() ? "ACCEPT" : of.round() > 1 ? "APPEAL" : "EVIDENCE";
        String pack = of.accepted() ? null : packs.latest(of.caseNumber()).map(DisputePacks.Pack::number).orElse(null);
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

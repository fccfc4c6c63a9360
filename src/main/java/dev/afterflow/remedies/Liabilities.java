package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.remedies.Liability.Finding;
import dev.afterflow.remedies.Liability.Freight;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is liable in each case, from the first facts to who bears the freights; people settle what the table cannot. */
@Service
@Transactional
public class Liabilities {

    static final String NOBODY = "none";
    private static final Set<String> NOTHING_TO_FIND = Set.of("NO_REASON", "BUYER_CANCEL");
    private static final Set<String> FAULTS = Set.of("QUALITY", "NOT_AS_DESCRIBED", "DAMAGED", "WRONG_ITEM", "SHORT", "COUNTERFEIT");

    private final JdbcLiabilities store;
    private final Inquiry inquiry;
    private final Cases cases;
    private final EvidenceWish wish;
    private final Recourses recourses;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Liabilities(JdbcLiabilities store, Inquiry inquiry, Cases cases, EvidenceWish wish, Recourses recourses, Timeline timeline, Audit audit,
                Clock clock) {
        this.store = store;
        this.inquiry = inquiry;
        this.cases = cases;
        this.wish = wish;
        this.recourses = recourses;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is liable in a case; empty before anybody asked, or outside the fence. */
    @Transactional(readOnly = true)
    public Optional<Liability> of(String caseNumber) {
        return store.find(caseNumber);
    }

    /**
     * Begins a weighing, or takes it up again with what came meanwhile; answers the facts and whether the buyer has to show
     * something first. Holds the case, so that evidence is either seen here or heard by who waits.
     */
    Weighed weigh(String caseNumber, String reasonType) {
        cases.state(caseNumber, Case.State.OPEN);
        Circumstances known = inquiry.into(caseNumber);
        Optional<Liability> before = store.lock(caseNumber).filter(last -> last.reasonType().equals(reasonType));
        Liability begun = Liability.weighed(known, reasonType, before.map(Liability::evidenceAskedAt).orElse(null));
        store.save(begun);
        return wish.weigh(begun, known, FAULTS.contains(reasonType));
    }

    /** Asks the buyer, in words that blame nobody, to show what is needed. */
    void askEvidence(String caseNumber, Instant until) {
        Liability weighed = locked(caseNumber);
        store.save(weighed.awaiting(clock.instant()));
        wish.tell(weighed, inquiry.into(caseNumber), until);
        timeline.add(caseNumber, "TASK", "请买家补充凭证", "The buyer is asked for evidence", Map.of());
    }

    /** Is somebody waiting for the buyer's evidence? Nobody is in a closed case. */
    boolean awaitsEvidence(String caseNumber) {
        return cases.look(caseNumber).filter(Case::open).flatMap(open -> store.lock(caseNumber))
                .filter(known -> known.state() == Liability.State.AWAITING_EVIDENCE).isPresent();
    }

    /** Keeps what the table found; answers the team that has to look at it, or {@link #NOBODY}. */
    String note(String caseNumber, Party party, String basis) {
        Liability weighed = locked(caseNumber);
        boolean counterfeit = weighed.reasonType().equals("COUNTERFEIT");
        boolean open = counterfeit || party == Party.UNCLEAR && !NOTHING_TO_FIND.contains(weighed.reasonType())
                && inquiry.into(caseNumber).order().isShipped();
        Finding finding = new Finding(party, Vocabulary.half(basis, true), Vocabulary.half(basis, false), "rule", null);
        found(weighed.found(finding, open, clock.instant()), null, List.of(), Who.SYSTEM);
        return open ? counterfeit ? "legal" : "returns-desk" : NOBODY;
    }

    /** A person's finding; that the buyer answers for a fault of the goods needs proof attached, else 422. */
    void settle(String caseNumber, Party party, String note, List<String> evidence, Who who) {
        if (who.kind() != Who.Kind.PERSON) {
            throw Problem.forbidden("remedies.personNeeded", "只有人可以定责", "Only a person may settle liability");
        }
        Liability unclear = locked(caseNumber);
        if (unclear.state() != Liability.State.UNCLEAR) {
            throw Problem.conflict("remedies.notUnclear", "责任已经判定，无需再定", "Liability is not waiting for anybody");
        }
        if (party == Party.BUYER && FAULTS.contains(unclear.reasonType()) && evidence.isEmpty()) {
            throw Problem.invalid("evidence", "proofNeeded", "由买家承担须附上证明（如鉴定报告、称重或装箱记录）",
                    "That the buyer answers for it needs proof attached, such as an expert's report or a packing record");
        }
        Finding finding = new Finding(party, note, note, who.login(), who.name());
        found(unclear.found(finding, false, clock.instant()), note, evidence, who);
    }

    private void found(Liability now, String note, List<String> evidence, Who who) {
        store.save(now);
        store.remember(now, note, evidence, who);
        timeline.add(now.caseNumber(), "DECISION", "定责：" + Words.of(now.party().name(), true) + "（" + now.basisZh() + "）",
                "Liability: " + Words.of(now.party().name(), false) + " (" + now.basisEn() + ")", Map.of("party", now.party().name()));
        audit.record(now.shop(), "LIABILITY_FOUND", "case", now.caseNumber(), Map.of("party", now.party().name(), "by", who.login()));
    }

    /** What the freight tables ask. */
    Map<String, Object> freightFacts(String caseNumber) {
        return FreightRule.facts(inquiry.into(caseNumber), locked(caseNumber).party());
    }

    /** Keeps who bears the freights and what may be claimed from others; ends the weighing. */
    Liability conclude(String caseNumber, Freight base, List<Map<String, Object>> adjustments) {
        Liability settled = locked(caseNumber).settled(FreightRule.adjusted(base, adjustments), clock.instant());
        store.save(settled);
        recourses.drop(caseNumber);
        if (Recourses.isOfOthers(settled.party())) {
            recourses.open(settled, inquiry.into(caseNumber));
        }
        return settled;
    }

    /** The request was taken back; what was settled stays known. */
    void withdraw(String caseNumber) {
        store.lock(caseNumber).filter(known -> !known.settled()).ifPresent(known -> store.save(known.withdrawn(clock.instant())));
    }

    private Liability locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("liability"));
    }
}

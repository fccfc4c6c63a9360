package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a parcel that shows as signed was delivered: the proof, the buyer who sees it, and the buyer who denies it. */
@Component
@Transactional
class ComplaintProof {

    private final JdbcComplaints store;
    private final ComplaintNews news;
    private final ComplaintTerms terms;
    private final Remedies remedies;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintProof(JdbcComplaints store, ComplaintNews news, ComplaintTerms terms, Remedies remedies, Cases cases, Timeline timeline, Audit audit) {
        this.store = store;
        this.news = news;
        this.terms = terms;
        this.remedies = remedies;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** A person files the proof, or says there is none; a proof without a file is none (422). */
    void file(String caseNumber, boolean found, JdbcComplaints.Said said, Who who) {
        Complaint known = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("complaint"));
        if (found && said.evidence().isEmpty()) {
            throw Problem.invalid("evidence", "proofNeeded", "请附上签收底单、照片或红章证明", "Attach the signed receipt, a photo or the sealed certificate");
        }
        store.answer(known, "getProof", said, who.login(), terms.now());
        audit.record(known.shop(), found ? "DELIVERY_PROVED" : "DELIVERY_NOT_PROVED", "case", caseNumber, Map.of("by", who.login()));
        if (found) {
            store.proof(caseNumber, "PROVED", State.PROVING);
        }
    }

    /** Shows the buyer the proof; answers until when they may deny it. */
    Instant tell(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        Instant until = terms.of(known.shop(), ComplaintTerms.OBJECTION);
        store.proof(caseNumber, "PROVED", State.SHOWN);
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        news.tell(known, "deliveryProved", "proof-" + known.chases(), Map.of("until", news.day(known, until)));
        timeline.add(caseNumber, "PARCEL", "已向买家出示签收凭证", "The buyer was shown the proof of delivery", Map.of());
        return until;
    }

    /** Nobody proved it within the term: it was not delivered. */
    void none(String caseNumber) {
        store.proof(caseNumber, "NONE", State.PROVING);
        timeline.add(caseNumber, "PARCEL", "没有签收凭证，按未交付处理", "No proof of delivery: it counts as not delivered", Map.of());
    }

    /** The parcel was signed while its remedy was being settled: the offer is taken back, the buyer asked; answers until when. */
    Instant signedMeanwhile(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        Instant until = terms.of(known.shop(), ComplaintTerms.OBJECTION);
        remedies.withdraw(caseNumber);
        store.state(caseNumber, State.ARRIVED);
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        news.tell(known, "parcelArrived", "arrived-" + known.chases(), Map.of("until", news.day(known, until)));
        timeline.add(caseNumber, "PARCEL", "处理期间包裹已签收，已请买家核对", "The parcel was signed meanwhile; the buyer is asked", Map.of());
        return until;
    }

    /** The buyer denies it: a person decides from here. */
    void denied(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        cases.state(caseNumber, Case.State.OPEN);
        store.said(caseNumber, "NOT_RECEIVED");
        if (known.state() == State.SHOWN) {
            store.proof(caseNumber, "OBJECTED", State.OPEN);
        } else {
            Complaint.Found seen = known.found();
            store.found(caseNumber, new Complaint.Found("SIGNED", seen.traceCode(), seen.lastScanAt(), seen.carrierSays(), "FALSE_SIGNATURE",
                    "买家否认签收 / the buyer denies the signature", "buyer"));
            store.way(caseNumber, new Complaint.Way("person", "none", "买家否认签收，由人决定 / the buyer denies the signature, a person decides"), State.REMEDY);
        }
        timeline.add(caseNumber, "PARCEL", "买家否认收到包裹", "The buyer denies having the parcel", Map.of());
    }
}

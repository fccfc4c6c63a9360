package dev.afterflow.complaints;

import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people read off three addresses, and what they find out about a parcel no trace is known of. */
@Component
@Transactional
class ComplaintAddress {

    private static final Map<String, String[]> VERDICTS = Map.of(
            "SAME", new String[] {"三处地址一致", "The three addresses agree"},
            "BUYER_WRONG", new String[] {"订单地址是买家填错的", "The buyer gave a wrong address in the order"},
            "LABEL_WRONG", new String[] {"面单地址与订单不一致", "The label differs from the order"},
            "UNKNOWN", new String[] {"买家没有回答地址，先往下查", "The buyer did not answer about the address; it goes on"});
    private static final Set<String> SAID = Set.of("NOT_RECEIVED", "LATE", "DAMAGED", "SHORT", "LEFT_WITHOUT_CONSENT", "SEIZED", "OTHER");
    private static final Map<String, String> READINGS = Map.of("number", "", "moving", "MOVING", "signed", "SIGNED", "returned", "RETURNED", "lost", "LOST",
            "seized", "SEIZED");

    private final JdbcComplaints store;
    private final ComplaintTerms terms;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintAddress(JdbcComplaints store, ComplaintTerms terms, Timeline timeline, Audit audit) {
        this.store = store;
        this.terms = terms;
        this.timeline = timeline;
        this.audit = audit;
    }

    void compared(String caseNumber, String said, Complaint.Address read, JdbcComplaints.Said answer, Who who) {
        String[] words = VERDICTS.get(read.verdict());
        if (words == null || !SAID.contains(said)) {
            throw Problem.invalid(words == null ? "verdict" : "said", "values", "请选择", "Choose one");
        }
        Complaint known = locked(caseNumber);
        store.address(caseNumber, read);
        store.said(caseNumber, said);
        store.answer(known, "checkAddress", answer, who.login(), terms.now());
        timeline.add(caseNumber, "PARCEL", words[0], words[1], Map.of("verdict", read.verdict()));
        audit.record(known.shop(), "ADDRESS_COMPARED", "case", caseNumber, Map.of("by", who.login(), "verdict", read.verdict()));
    }

    /** What somebody found out by asking; a corrected number is traced under its new name. */
    void clarified(String caseNumber, String reading, String carrier, String waybill, JdbcComplaints.Said answer, Who who) {
        if (!READINGS.containsKey(reading)) {
            throw Problem.invalid("reading", "values", "请选择查清的结果", "Choose what was found out");
        }
        if (reading.equals("number") && (carrier == null || waybill == null)) {
            throw Problem.invalid(carrier == null ? "carrier" : "waybill", "required", "请填写更正后的承运商和运单号", "Give the corrected carrier and waybill");
        }
        Complaint known = locked(caseNumber);
        if (carrier != null && waybill != null) {
            store.parcel(caseNumber, carrier, waybill);
        }
        Complaint.Found seen = known.found();
        store.found(caseNumber, new Complaint.Found(seen.traceState(), seen.traceCode(), seen.lastScanAt(), READINGS.get(reading), seen.type(), seen.ground(), seen.by()));
        store.answer(known, "clarifyTrace", answer, who.login(), terms.now());
        timeline.add(caseNumber, "PARCEL", "已查清包裹：" + answer.note(), "Found out about the parcel: " + answer.note(), Map.of("reading", reading));
        audit.record(known.shop(), "PARCEL_CLARIFIED", "case", caseNumber, Map.of("by", who.login(), "reading", reading));
    }

    private Complaint locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("complaint"));
    }
}

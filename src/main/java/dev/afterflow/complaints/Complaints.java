package dev.afterflow.complaints;

import dev.afterflow.cases.Cases;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.security.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How complaints about parcels stand and end. */
@Service
@Transactional
public class Complaints {

    private final JdbcComplaints store;
    private final ComplaintCarrier carrier;
    private final ComplaintNews news;
    private final ComplaintMoney money;
    private final Cases cases;

    Complaints(JdbcComplaints store, ComplaintCarrier carrier, ComplaintNews news, ComplaintMoney money, Cases cases) {
        this.store = store;
        this.carrier = carrier;
        this.news = news;
        this.money = money;
        this.cases = cases;
    }

    /** How a case's parcel stands; empty if the case is about none or lies outside the fence. */
    @Transactional(readOnly = true)
    public Optional<Complaint> find(String caseNumber) {
        return store.find(caseNumber);
    }

    /** The buyer has what was agreed, and hears of money that is back; the parcel that is still on its way shall come back. */
    void remedied(String caseNumber, String refundOutcome) {
        Complaint known = locked(caseNumber);
        boolean paid = "refund".equals(known.remedy()) && "paid".equals(refundOutcome);
        if (paid) {
            money.paid(known);
        }
        store.ended(caseNumber, switch (String.valueOf(known.remedy())) {
            case "refund" -> paid ? "REFUNDED" : "OTHERWISE";
            case "reship" -> "REPLACED";
            case "none" -> "REFUSED";
            default -> "SOLVED";
        });
        if ("refund".equals(known.remedy()) || "reship".equals(known.remedy())) {
            carrier.callBack(known);
        }
    }

    /** Closes the case with how it ended; a buyer who withdrew, or whose parcel came, is told so. */
    void close(String caseNumber) {
        Complaint known = locked(caseNumber);
        String outcome = known.outcome() == null ? "SOLVED" : known.outcome();
        store.ended(caseNumber, outcome);
        store.state(caseNumber, State.ENDED);
        if (outcome.equals("WITHDRAWN")) {
            news.tell(known, "withdrawnClosed", "withdrawn", Map.of());
        } else if (outcome.equals("SOLVED")) {
            news.tell(known, "parcelSolved", "solved", Map.of());
        }
        cases.close(caseNumber, outcome);
    }

    private Complaint locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("complaint"));
    }
}

package dev.afterflow.complaints;

import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.carriers.Carriers;
import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The carrier's side, begun before anything is promised to the buyer: look for it, prove it, bring it back, pay for it. */
@Component
@Transactional
class ComplaintCarrier {

    private static final Set<String> LOOKED_FOR = Set.of("DELAY", "NOT_PICKED", "DELAY_TOTAL", "UNAUTHORISED_DROP", "CUSTOMS", "REFUSED", "RETURNED", "SECURITY_SEIZED");
    private static final Set<String> MAY_TURN_UP = Set.of("DELAY", "NOT_PICKED", "DELAY_TOTAL");

    private final JdbcComplaints store;
    private final Carriers carriers;
    private final ComplaintTerms terms;
    private final ComplaintNews news;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintCarrier(JdbcComplaints store, Carriers carriers, ComplaintTerms terms, ComplaintNews news, Timeline timeline, Audit audit) {
        this.store = store;
        this.carriers = carriers;
        this.terms = terms;
        this.news = news;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Keeps the way, asks the carrier, and tells a buyer who has to wait why and until when. */
    Complaint start(String caseNumber, Complaint.Way way) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        store.way(caseNumber, way, state(way.way()));
        timeline.add(caseNumber, "DECISION", "补救办法：" + Words.of(way.way(), true) + "（" + Vocabulary.half(way.ground(), true) + "）",
                "How it is made good: " + Words.of(way.way(), false) + " (" + Vocabulary.half(way.ground(), false) + ")", Map.of("way", way.way()));
        audit.record(known.shop(), "COMPLAINT_WAY_FOUND", "case", caseNumber, Map.of("type", known.found().type(), "way", way.way()));
        if (LOOKED_FOR.contains(known.found().type())) {
            ask(known, Kind.CHASE, "请查找并催派，" + Words.of(known.found().type(), true) + " / Please look for it and deliver: " + Words.of(known.found().type(), false));
        }
        if (way.way().equals("wait")) {
            news.tell(known, "parcelLate", "late-" + known.chases(), Map.of("until", news.day(known, terms.of(known.shop(), ComplaintTerms.NEWS))));
        }
        return store.find(caseNumber).orElseThrow();
    }

    private static Complaint.State state(String way) {
        return switch (way) {
            case "wait" -> Complaint.State.WAITING;
            case "proof" -> Complaint.State.PROVING;
            default -> Complaint.State.REMEDY;
        };
    }

    /** Asks for the proof of delivery. */
    void askForProof(String caseNumber) {
        ask(store.lock(caseNumber).orElseThrow(), Kind.CHASE, "收件人否认签收，请提供签收底单或照片 / The receiver denies the signature, please send the proof of delivery");
    }

    /** What was refunded or sent again and is still on its way shall come back to us. */
    void callBack(Complaint known) {
        if (MAY_TURN_UP.contains(String.valueOf(known.found().type()))) {
            ask(known, Kind.INTERCEPT, "已另行补救买家，找到后请退回寄件人 / The buyer was made whole, please send it back to the sender");
        }
    }

    private void ask(Complaint known, Kind kind, String words) {
        if (known.carrier() == null || known.waybill() == null) {
            return;
        }
        String number = known.caseNumber() + "-Q" + store.chase(known.caseNumber());
        carriers.send(new CarrierRequest(number, known.caseNumber(), known.shop(), known.carrier(), known.waybill(), kind, null, words));
        timeline.add(known.caseNumber(), "PARCEL", (kind == Kind.CHASE ? "已请承运商查件" : "已请承运商拦截退回") + "，编号 " + number,
                (kind == Kind.CHASE ? "The carrier is asked to look for it, number " : "The carrier is asked to send it back, number ") + number, Map.of("number", number));
    }
}

package dev.afterflow.complaints;

import dev.afterflow.cases.Cases;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All this room knows of a case's parcel, at once. */
@Component
class ComplaintFolder {

    private static final int MOST_SCANS = 100;

    private final Cases cases;
    private final JdbcComplaints store;
    private final Traces traces;
    private final ComplaintScene scene;

    ComplaintFolder(Cases cases, JdbcComplaints store, Traces traces, ComplaintScene scene) {
        this.cases = cases;
        this.store = store;
        this.traces = traces;
        this.scene = scene;
    }

    /** {@code complaint} is null when the case is not about a parcel; scans are newest first. */
    record View(Shown complaint, List<Scan> scans) {
    }

    /** The complaint as a screen shows it: no address of anybody stands in it. */
    record Shown(String carrier, String waybill, String state, String said, boolean byHouse, String address, String traceState, Instant lastScanAt,
                 String carrierSays, String type, String typeGroundZh, String typeGroundEn, String way, String compensation, String wayGroundZh,
                 String wayGroundEn, String proof, String claimNo, int chases, String remedy, String outcome, long daysLate) {
    }

    /** One thing the carrier did, where, and in its own words. */
    record Scan(Instant at, String place, String words, String code) {
    }

    /** 404 outside the fence; looking asks the carrier anew where its limit allows. */
    @Transactional
    View open(String caseNumber) {
        String number = cases.find(caseNumber).number();
        return store.find(number).map(this::view).orElse(new View(null, List.of()));
    }

    private View view(Complaint of) {
        Complaint.Found found = of.found();
        Complaint.Way way = of.way() == null ? new Complaint.Way(null, null, null) : of.way();
        return new View(new Shown(of.carrier(), of.waybill(), of.state().name(), of.said(), of.byHouse(), of.address().verdict(), found.traceState(),
                found.lastScanAt(), found.carrierSays(), found.type(), Vocabulary.half(found.ground(), true), Vocabulary.half(found.ground(), false), way.way(),
                way.compensation(), Vocabulary.half(way.ground(), true), Vocabulary.half(way.ground(), false), of.proof(), of.claimNo(), of.chases(), of.remedy(),
                of.outcome(), scene.of(of.caseNumber()).daysLate(of.waybill())), scans(of));
    }

    private List<Scan> scans(Complaint of) {
        return traces.of(of.shop(), of.carrier(), of.waybill(), null).scans().stream().limit(MOST_SCANS)
                .map(scan -> new Scan(scan.at(), scan.place(), scan.words(), scan.code())).toList();
    }
}

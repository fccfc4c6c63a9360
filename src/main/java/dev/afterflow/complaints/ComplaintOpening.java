package dev.afterflow.complaints;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.cases.Timeline;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Audit;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first moment of a complaint: calm and record, follow the parcel, and see whether the three addresses are in question. */
@Component
@Transactional
class ComplaintOpening {

    /** Whose goods came, or who was told by us, is not asked where they live. */
    private static final Set<String> ADDRESS_IS_PLAIN = Set.of("DAMAGED", "SHORT", "SEIZED");

    private final JdbcComplaints store;
    private final Stalls stalls;
    private final ComplaintScene scene;
    private final ComplaintNews news;
    private final Carriers carriers;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintOpening(JdbcComplaints store, Stalls stalls, ComplaintScene scene, ComplaintNews news, Carriers carriers, Timeline timeline, Audit audit) {
        this.store = store;
        this.stalls = stalls;
        this.scene = scene;
        this.news = news;
        this.carriers = carriers;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Opens the complaint and tells the buyer it is looked after; answers whether the addresses have to be compared. */
    boolean begin(String caseNumber) {
        ComplaintScene.Now now = scene.of(caseNumber);
        Order.Shipment parcel = stalls.waybill(caseNumber).flatMap(now::parcel).or(now::parcel).orElse(null);
        boolean found = Stalls.FOUND.equals(now.asked().reasonCode());
        boolean byHouse = found || Stalls.REASON.equals(now.asked().reasonCode());
        String said = byHouse ? "" : Statement.of(now.asked());
        store.insert(caseNumber, now.shop().id(), now.order().orderId(), parcel == null ? null : parcel.carrier(),
                parcel == null ? null : parcel.waybill(), said, byHouse);
        Complaint opened = store.find(caseNumber).orElseThrow();
        if (opened.carrier() != null && opened.waybill() != null) {
            carriers.follow(opened.shop(), opened.carrier(), opened.waybill(), phoneTail(now.order().buyer()));
        }
        if (!found) {
            news.tell(opened, byHouse ? "parcelStalledReminder" : "complaintReceived", "received", Map.of());
        }
        timeline.add(caseNumber, "PARCEL", recorded(opened, true), recorded(opened, false), Map.of("said", said));
        audit.record(opened.shop(), "COMPLAINT_OPENED", "case", caseNumber, Map.of("said", said, "byHouse", byHouse));
        return !byHouse && !ADDRESS_IS_PLAIN.contains(said);
    }

    private static String recorded(Complaint opened, boolean chinese) {
        String parcel = opened.waybill() == null ? "" : (chinese ? "，运单 " : ", waybill ") + opened.waybill();
        if (opened.byHouse()) {
            return (chinese ? "买家来问之前已主动查询" : "Looked into before the buyer asked") + parcel;
        }
        return (chinese ? "物流投诉已记录：" : "Complaint about the parcel recorded: ") + Words.of(opened.said(), chinese) + parcel;
    }

    private static String phoneTail(Order.Buyer buyer) {
        String digits = buyer == null || buyer.phone() == null ? "" : buyer.phone().replaceAll("\\D", "");
        return digits.length() < 4 ? null : digits.substring(digits.length() - 4);
    }
}

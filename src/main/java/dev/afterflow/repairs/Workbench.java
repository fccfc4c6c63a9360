package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.logistics.ReturnedGoods;
import dev.afterflow.remedies.Dues;
import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Owed;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.security.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods on their way in and out of the workshop: arrived, late, sent back, failed again, refunded instead. */
@Component
@Transactional
class Workbench {

    private static final Set<String> OURS = Set.of("intact", "deduct", "notIntact", "part");
    private static final Set<String> UNDER_WAY = Set.of("SENT", "ARRIVED", "RECEIVED");

    private final JdbcRepairs store;
    private final Matters matters;
    private final Promises promises;
    private final ReturnedGoods goods;
    private final Dues dues;
    private final Timeline timeline;
    private final Spares spares;

    Workbench(JdbcRepairs store, Matters matters, Promises promises, ReturnedGoods goods, Dues dues, Timeline timeline, Spares spares) {
        this.store = store;
        this.matters = matters;
        this.promises = promises;
        this.goods = goods;
        this.dues = dues;
        this.timeline = timeline;
        this.spares = spares;
    }

    /** What came; a repair has thirty days from now. True if it can be diagnosed. */
    boolean arrived(String caseNumber) {
        Repair known = locked(caseNumber);
        Matter matter = matters.of(caseNumber);
        String outcome = goods.of(caseNumber).map(GoodsReturn::inspection).map(GoodsReturn.Inspection::outcome).orElse("");
        Place place = OURS.contains(outcome) ? Place.HERE : switch (outcome) {
            case "lost" -> Place.LOST;
            case "nothingSent" -> Place.NOT_SENT;
            default -> Place.WRONG;
        };
        Changed now = Changed.from(known).place(place);
        if (place == Place.HERE) {
            String serial = goods.of(caseNumber).map(GoodsReturn::inspection).map(GoodsReturn.Inspection::serial).orElse(null);
            Instant due = promises.of(known.shop(), "repair", matter.now());
            promises.repairing(caseNumber, known.shop(), due);
            now.term(matter.now(), due).bench(fresh(known.bench(), serial)).fixed(false);
        }
        store.save(place == Place.WRONG ? now.wish(null, known.installedOn()).because("WRONG_GOODS").now() : now.now());
        return place == Place.HERE && known.ended() == null && known.wish() == Repair.Wish.REPAIR;
    }

    private static Bench fresh(Bench was, String serial) {
        return new Bench(null, false, false, was.faultWords(), true, false, false, false, serial == null ? was.serialIn() : serial, was.serialOut(), was.spareSerial());
    }

    Instant repairBy(String caseNumber) {
        Repair known = store.find(caseNumber).orElseThrow();
        return known.repairBy() == null ? known.answerBy() : known.repairBy();
    }

    /** The term of the law is over: thirty days of ours, or ninety without a part. */
    void termOver(String caseNumber) {
        Repair known = locked(caseNumber);
        Bench was = known.bench();
        store.save(Changed.from(known).bench(new Bench(was.found(), was.abuseProved(), was.mainPart(), was.faultWords(), was.repairable(), was.waitsPart(),
                !was.waitsPart(), was.waitsPart(), was.serialIn(), was.serialOut(), was.spareSerial())).because(was.waitsPart() ? "PARTS_LATE" : "LATE").now());
        timeline.add(caseNumber, "CLOCK", was.waitsPart() ? "缺件已超过九十天" : "维修已超过三十天",
                was.waitsPart() ? "More than ninety days without a part" : "More than thirty days in repair", Map.of());
    }

    /** It is on its way to the buyer; answers until when what was repaired is vouched for. */
    Instant sentBack(String caseNumber) {
        Repair known = locked(caseNumber);
        Instant now = matters.of(caseNumber).now();
        Instant provedBy = promises.of(known.shop(), "repairProof", now);
        promises.repaired(caseNumber);
        int days = known.cameAt() == null ? 0 : (int) Duration.between(known.cameAt(), now).toDays();
        store.save(Changed.from(known).place(Place.SENT_BACK).daysMore(days).provedBy(known.fixed() ? provedBy : null).now());
        spares.due(caseNumber);
        return provedBy;
    }

    /** Whether what was repaired is still vouched for. */
    boolean isProving(String caseNumber) {
        return store.find(caseNumber).filter(known -> known.place() == Place.SENT_BACK && known.fixed() && known.ended() == null).isPresent();
    }

    /** The buyer says it does not work again: it comes in once more, and only diagnosis says whether it is the same fault. */
    void failed(String caseNumber) {
        Repair known = locked(caseNumber);
        store.save(Changed.from(known).place(Place.AT_BUYER).failures(known.failures() + 1).fixed(false).provedBy(null).because("FAILED_AGAIN").now());
        timeline.add(caseNumber, "REQUEST", "修后又坏（第 " + (known.failures() + 1) + " 次）", "It failed again after the repair, time " + (known.failures() + 1),
                Map.of("failures", known.failures() + 1));
    }

    /** Hands what was agreed to the settlement of refunds. */
    void owe(String caseNumber) {
        Repair known = locked(caseNumber);
        Owed owed = known.refund();
        dues.owe(new Dues.Due(caseNumber, owed.amount(), "QUALITY", known.place() == Place.HERE, owed.words() == null ? "" : owed.words(), owed.note(),
                owed.by(), Rows.roles(owed.roles())));
    }

    /** Whether the buyer's parcel is on its way to us, so that it has to be taken in before it can go back. */
    boolean isOnTheWay(String caseNumber) {
        return goods.of(caseNumber).filter(open -> UNDER_WAY.contains(open.state().name())).isPresent();
    }

    private Repair locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("repair"));
    }
}

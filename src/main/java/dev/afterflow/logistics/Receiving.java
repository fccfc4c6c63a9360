package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.JdbcArrivals.Unknown;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** At the door: which task a scanned parcel belongs to, and where one goes that nobody expected. */
@Service
@Transactional
class Receiving {

    private static final List<String> OURS = List.of("receiveParcel", "inspectGoods", "traceReturn");
    private static final int MOST = 200;

    private final JdbcGoodsReturns store;
    private final JdbcArrivals arrivals;
    private final Underway underway;
    private final Tasks tasks;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Receiving(JdbcGoodsReturns store, JdbcArrivals arrivals, Underway underway, Tasks tasks, Cases cases, Timeline timeline,
              Audit audit, Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.underway = underway;
        this.tasks = tasks;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known about a scanned parcel; task and taskId are null while there is nothing to do with it. */
    record Found(String caseNumber, String shop, String returnNo, String waybill, GoodsReturn.State state, String task, String taskId,
                 String team, Instant arrivedAt, Instant receivedAt, List<Expected> expected) {
    }

    /** What should lie in it. */
    record Expected(String lineId, String sku, String title, int quantity) {
    }

    /** Parcels nobody expected, and the number after which the next page begins; null on the last. */
    record Page(List<Unknown> items, Long next) {
    }

    @Transactional(readOnly = true)
    public Found find(String written) {
        return found(theOne(written));
    }

    private GoodsReturn theOne(String written) {
        List<GoodsReturn> known = store.everywhere(waybill(written));
        return known.stream().filter(each -> !each.state().isEnd()).findFirst().or(() -> known.stream().findFirst())
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "logistics.unknownWaybill",
                        "没有在等这个包裹，请登记为无主包裹", "Nobody expects this parcel; record it as unexpected"));
    }

    private Found found(GoodsReturn known) {
        Optional<Tasks.Open> open = tasks.openOf(known.caseNumber()).stream().filter(task -> OURS.contains(task.task())).findFirst();
        return new Found(known.caseNumber(), known.shop(), known.returnNo(), known.way().waybill(), known.state(),
                open.map(Tasks.Open::task).orElse(null), open.map(Tasks.Open::taskId).orElse(null), open.map(Tasks.Open::team).orElse(null),
                known.way().arrivedAt(), known.count().receivedAt(), known.lines().stream()
                        .map(line -> new Expected(line.lineId(), line.sku(), line.title(), line.quantity())).toList());
    }

    /** Somebody scans a parcel that stands here now, whatever carriers said; one that came after its end is kept as unexpected. */
    Found arrived(String written, Who who) {
        GoodsReturn known = theOne(written);
        if (!known.state().isEnd()) {
            underway.arrive(known, clock.instant());
        } else if (known.state() != GoodsReturn.State.INSPECTED) {
            arrivals.unknown(known.shop(), waybill(written), "工单 " + known.caseNumber(), who.login());
            timeline.add(known.caseNumber(), "PARCEL", "退货结束后包裹才到仓，已登记待处理",
                    "The parcel came after the return had ended; it is kept for a person", Map.of("waybill", waybill(written)));
        }
        return found(theOne(written));
    }

    /** Keeps a parcel nobody expected; the same one again is the same record. */
    Unknown unexpected(String written, String shop, String note, Who who) {
        String waybill = waybill(written);
        String at = shop != null ? shop : who.shops().stream().sorted().findFirst().orElseThrow(() -> Problem.notFound("shop"));
        if (!who.shops().contains(at)) {
            throw Problem.notFound("shop");
        }
        Unknown kept = arrivals.unknown(at, waybill, note == null || note.isBlank() ? null : note.strip(), who.login());
        audit.record(at, "UNEXPECTED_PARCEL", "parcel", waybill, Map.of("by", who.login()));
        return kept;
    }

    @Transactional(readOnly = true)
    public Page unexpected(Long after, int limit) {
        int size = Math.min(Math.max(limit, 1), MOST);
        List<Unknown> found = arrivals.unattached(after == null ? Long.MAX_VALUE : after, size + 1);
        boolean more = found.size() > size;
        List<Unknown> shown = more ? found.subList(0, size) : found;
        return new Page(shown, more ? shown.get(size - 1).id() : null);
    }

    /** A person says which case it belongs to; if that case waits for a parcel this one has arrived, else it waits for the case. */
    Unknown attach(long id, String caseNumber, Who who) {
        Unknown found = arrivals.lock(id).orElseThrow(() -> Problem.notFound("parcel"));
        Case of = cases.find(caseNumber);
        if (found.caseNumber() != null) {
            throw Problem.conflict("logistics.attached", "该包裹已归到工单 " + found.caseNumber(), "It belongs to case " + found.caseNumber() + " already");
        }
        arrivals.attach(id, of.shop(), caseNumber, who.login());
        timeline.add(caseNumber, "PARCEL", "无主包裹 " + found.waybill() + " 归到本工单", "The unexpected parcel " + found.waybill() + " belongs to this case",
                Map.of("waybill", found.waybill(), "by", who.login()));
        audit.record(of.shop(), "PARCEL_ATTACHED", "case", caseNumber, Map.of("by", who.login(), "waybill", found.waybill()));
        underway.told(new SentParcel(of.shop(), "unknown-" + id, of.orderId(), caseNumber, null, found.waybill(), found.at(), null));
        return arrivals.lock(id).orElseThrow();
    }

    private static String waybill(String written) {
        String clean = written == null ? "" : SentParcel.waybill(written);
        if (clean.isEmpty() || clean.length() > 64) {
            throw Problem.malformed("waybill", "required", "请扫描或填写运单号", "Scan or write the waybill");
        }
        return clean;
    }
}

package dev.afterflow.care;

import dev.afterflow.care.RemarkFlag.Colour;
import dev.afterflow.care.RemarkFlag.Flag;
import dev.afterflow.cases.Timeline;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 红旗备注 at the marketplace: why an order was changed, by which staff number and when, so that people and machines look first. */
@Component
@Transactional
class Flags {

    private static final int LONGEST = 500;

    private final JdbcFlags store;
    private final JdbcMatters matters;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Flags(JdbcFlags store, JdbcMatters matters, Outbox outbox, Timeline timeline, Audit audit, Clock clock) {
        this.store = store;
        this.matters = matters;
        this.outbox = outbox;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the remark down for sending, in the engine's own transaction; a second pass finds the first one's number. */
    String raise(String caseNumber) {
        Matter matter = matters.find(caseNumber);
        String number = "FLAG-" + caseNumber;
        String memo = memo(matter);
        if (store.write(new Flag(number, matter.shop(), caseNumber, matter.orderId(), Colour.RED, memo), clock.instant())) {
            outbox.put(FlagCourier.KIND, number, matter.shop());
        }
        return number;
    }

    /** Reason, staff number and time stand between bars, so that a machine reads them too. */
    private static String memo(Matter matter) {
        String what = Words.in(matter.fact("what"), true);
        String change = matter.fact("answer").equals("agreed") ? what + "：" + matter.fact("change") : "取消订单并退款";
        String whole = String.join("｜", change, "因：" + matter.fact("reason"), "工号：" + matter.fact("decidedBy"), matter.fact("decidedAt"), matter.caseNumber());
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    JdbcFlags.Stored latest(String caseNumber) {
        return store.latest(caseNumber).orElseThrow(() -> Problem.notFound("flag"));
    }

    void byHand(String caseNumber, String answer, String note, Who who) {
        JdbcFlags.Stored flag = latest(caseNumber);
        store.byHand(flag.flag().number(), clock.instant());
        timeline.add(caseNumber, "REMARK", "人工处理红旗备注：" + note, "The red flag was done by hand: " + note, Map.of("answer", answer, "flag", "RED"));
        audit.record(flag.flag().shop(), "FLAG_BY_HAND", "case", caseNumber, Map.of("by", who.login(), "answer", answer));
    }
}

package dev.afterflow.care;

import dev.afterflow.cases.Timeline;
import dev.afterflow.orders.Order;
import dev.afterflow.words.Vocabulary;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who refused what they ordered, whose doing it was and what it cost; a carrier's fault is never held against a buyer. */
@Component("careRefusals")
class Refusals {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient sql;
    private final Timeline timeline;
    private final Clock clock;

    Refusals(JdbcClient sql, Timeline timeline, Clock clock) {
        this.sql = sql;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What a shop remembers of a buyer for half a year. */
    record Memory(long own, long carriers) {
    }

    Memory of(Order order) {
        if (order.buyer() == null) {
            return new Memory(0, 0);
        }
        return sql.sql("""
                select count(*) filter (where not carriers) as own, count(*) filter (where carriers) as carriers
                  from care.refusal where shop_id = :shop and buyer_id = :buyer and at > :since
                """).param("shop", order.shop()).param("buyer", order.buyer().id())
                .param("since", Timestamp.from(clock.instant().minus(REMEMBERED))).query(Memory.class).single();
    }

    String told(Order order) {
        Memory memory = of(order);
        return Vocabulary.chinese() ? "半年内因自身原因拒收 " + memory.own() + " 次，因快递 " + memory.carriers() + " 次"
                : memory.own() + " of their own and " + memory.carriers() + " for the carrier within half a year";
    }

    /** Written once a case; the timeline carries the note on the buyer. */
    void note(Subject of, String stage, String reason, long freight, String note) {
        boolean carriers = reason.startsWith("CARRIER_");
        Instant now = clock.instant();
        int written = sql.sql("""
                insert into care.refusal (case_number, shop_id, order_id, buyer_id, stage, reason, carriers, freight, note, at)
                values (:case, :shop, :order, :buyer, :stage, :reason, :carriers, :freight, :note, :now) on conflict (case_number) do nothing
                """).param("case", of.caseNumber()).param("shop", of.shop().id()).param("order", of.order().orderId())
                .param("buyer", of.order().buyer() == null ? null : of.order().buyer().id()).param("stage", stage).param("reason", reason)
                .param("carriers", carriers).param("freight", freight).param("note", note).param("now", Timestamp.from(now)).update();
        if (written == 1) {
            Memory memory = of(of.order());
            timeline.add(of.caseNumber(), "REMARK", "拒收：" + Words.in(reason, true) + (carriers ? "（快递原因，不计入买家）" : "，该买家半年内第 " + memory.own() + " 次"),
                    "Refused: " + Words.in(reason, false) + (carriers ? " (the carrier's doing, not the buyer's)" : ", this buyer's number " + memory.own() + " within half a year"),
                    Map.of("stage", stage, "reason", reason, "freight", freight));
        }
    }
}

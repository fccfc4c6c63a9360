package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Flags that make a person look twice, from our own rows; none of them refuses anything by itself. */
@Component
class Risks {

    static final int MANY_REFUNDS = 3;
    static final Duration REFUND_WINDOW = Duration.ofDays(30);
    static final Duration DISPUTE_WINDOW = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    Risks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the shop remembers of a buyer. */
    record Memory(long refunds, long open, long disputes) {
    }

    Memory of(String shop, String buyerId) {
        if (buyerId == null) {
            return new Memory(0, 0, 0);
        }
        return jdbc.sql("""
                select count(*) filter (where kind in ('REFUND_ONLY', 'RETURN_REFUND') and opened_at > :refundsSince) as refunds,
                       count(*) filter (where state <> 'CLOSED') as open,
                       count(*) filter (where kind = 'DISPUTE') as disputes
                  from cases.case_file
                 where shop_id = :shop and buyer_id = :buyer and opened_at > :since""")
                .param("refundsSince", Timestamp.from(clock.instant().minus(REFUND_WINDOW)))
                .param("since", Timestamp.from(clock.instant().minus(DISPUTE_WINDOW)))
                .param("shop", shop).param("buyer", buyerId).query(Memory.class).single();
    }

    List<String> flags(NewCase asked, Order order, Memory memory) {
        List<String> flags = new ArrayList<>();
        flag(flags, memory.refunds() >= MANY_REFUNDS, "MANY_REFUNDS");
        flag(flags, memory.open() > 0, "OTHER_CASE_OPEN");
        flag(flags, memory.disputes() > 0, "PAST_DISPUTE");
        flag(flags, asked.orderId() != null && order == null, "ORDER_UNKNOWN");
        if (order != null) {
            flag(flags, asked.lines().stream().anyMatch(line -> order.item(line.lineId()).isEmpty()), "LINE_UNKNOWN");
            flag(flags, asksMoreThanPaid(asked.askedAmount(), order.paid()), "ASKS_MORE_THAN_PAID");
            flag(flags, asked.kind() == Case.Kind.REFUND_ONLY && !asked.goodsReceived() && order.deliveredAt().isPresent(),
                    "DELIVERED_BUT_DENIED");
        }
        return flags;
    }

    private static boolean asksMoreThanPaid(Money asked, Money paid) {
        return asked != null && asked.currency().equals(paid.currency()) && asked.compareTo(paid) > 0;
    }

    private static void flag(List<String> flags, boolean raised, String flag) {
        if (raised) {
            flags.add(flag);
        }
    }
}

package dev.afterflow.payments;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Fleet;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.Provider;
import dev.afterflow.security.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drives generated cases through the money's real doors: decided, written down, dispatched, sent over HTTP, settled. Most
 * go without the engine, on lanes of the run's own; every twenty-fifth walks the process on the house's own lanes.
 */
@TestComponent
class GeneratedRun {

    private static final int EVERY = 25;

    private final JdbcDecisions decisions;
    private final JdbcRefunds refunds;
    private final Ledger ledger;
    private final Alarms alarms;
    private final Hooks hooks;
    private final Audit audit;
    private final Outbox outbox;
    private final Payments payments;
    private final List<Provider> providers;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;
    private final CrashPoint crash = new CrashPoint();

    GeneratedRun(JdbcDecisions decisions, JdbcRefunds refunds, Ledger ledger, Alarms alarms, Hooks hooks, Audit audit, Outbox outbox,
            Payments payments, List<Provider> providers, ProcessEngine engine, JdbcClient jdbc, TransactionTemplate tx) {
        this.decisions = decisions;
        this.refunds = refunds;
        this.ledger = ledger;
        this.alarms = alarms;
        this.hooks = hooks;
        this.audit = audit;
        this.outbox = outbox;
        this.payments = payments;
        this.providers = providers;
        this.engine = engine;
        this.jdbc = jdbc;
        this.tx = tx;
    }

    /** Cases until they hold this many decisions. */
    static List<GeneratedCase> cases(String run, long seed, int wanted) {
        Random chance = new Random(seed);
        List<GeneratedCase> cases = new ArrayList<>();
        for (int held = 0, n = 0; held < wanted; n++) {
            GeneratedCase drawn = GeneratedCase.drawn(run, n, chance);
            cases.add(drawn);
            held += drawn.amounts().size();
        }
        return cases;
    }

    /** The world outside knows the buyers' payments and how it will behave. */
    void prepare(List<GeneratedCase> cases) {
        List<GeneratedCase.Way> ways = cases.stream().flatMap(each -> each.ways().stream()).toList();
        List<GeneratedCase.Way> alipay = ways.stream().filter(way -> way.through("alipay")).toList();
        tx.executeWithoutResult(status -> {
            jdbc.sql("""
                insert into sandbox.alipay_trade (out_trade_no, trade_no, total)
                select no, '20261122' || lpad(abs(hashtextextended(no, 0))::text, 20, '0'), total
                from unnest(:no::text[], :total::bigint[]) as paid(no, total)""")
                .param("no", alipay.stream().map(way -> way.payment().paymentId()).toArray(String[]::new))
                .param("total", alipay.stream().map(way -> way.payment().captured().minor()).toArray(Long[]::new)).update();
            List<String[]> plans = ways.stream().flatMap(way -> IntStream.range(0, way.faults().size())
                .mapToObj(visit -> new String[] {way.payment().paymentId(), String.valueOf(visit + 1), way.faults().get(visit)})).toList();
            jdbc.sql("insert into sandbox.fault_plan (payment_no, visit, fault) select * from unnest(:no::text[], :visit::int[], :fault::text[])")
                .param("no", column(plans, 0)).param("visit", plans.stream().map(plan -> Integer.valueOf(plan[1])).toArray(Integer[]::new))
                .param("fault", column(plans, 2)).update();
        });
    }

    private static String[] column(List<String[]> rows, int n) {
        return rows.stream().map(row -> row[n]).toArray(String[]::new);
    }

    /** Takes every case's decision of this number through; answers how many were decided. */
    int wave(Payouts shop, List<GeneratedCase> cases, int seq) {
        Providers lanes = new OwnLanes(providers);
        Settling settling = new Settling(refunds, ledger, outbox, alarms, new Heard(), audit, crash, tx);
        RefundCourier courier = new RefundCourier(refunds, lanes, outbox, settling,
            new LostTime(jdbc, refunds, settling, alarms, outbox, tx), alarms, crash, tx);
        Payments doors = new Payments(decisions, refunds, ledger, lanes, outbox, alarms, hooks, audit, crash);
        List<GeneratedCase> due = cases.stream().filter(each -> each.amounts().size() >= seq).toList();
        try (Fleet fleet = new Fleet(outbox, crash, 8, List.of(courier))) {
            IntStream.range(0, due.size()).parallel().forEach(n -> decide(shop, doors, due.get(n), seq, n % EVERY == 0));
            untilQuiet(shop.shop);
        }
        return due.size();
    }

    /** Some are told twice at every door, as a second pass of a token or a repeated submission does. */
    private void decide(Payouts shop, Payments doors, GeneratedCase drawn, int seq, boolean process) {
        RefundDecision decision = shop.decision(drawn.number(), seq, drawn.amount(seq), drawn.payments().toArray(PaidPart[]::new));
        int parts = payments.decide(decision);
        if (drawn.told()) {
            payments.decide(decision);
        }
        for (int part = 0; part < parts; part++) {
            int which = part;
            if (process) {
                shop.start(drawn.number(), seq, part);
            } else {
                for (int pass = 0; pass < (drawn.told() ? 2 : 1); pass++) {
                    tx.executeWithoutResult(status -> doors.issue(drawn.number(), seq, which));
                }
            }
        }
    }

    /** Lets back-offs and settle windows pass, but never a window in which the partner still works; ends when nothing moves any more. */
    private void untilQuiet(String shop) {
        long end = System.nanoTime() + 600_000_000_000L;
        while (open(shop) > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still open after ten minutes: " + open(shop));
            }
            tx.executeWithoutResult(status -> timePasses(shop));
            LockSupport.parkNanos(200_000_000L);
        }
    }

    private long open(String shop) {
        return tx.execute(status -> jdbc.sql("""
            select count(*) from payments.part p left join payments.refund r using (refund_no)
            where p.shop_id = :shop and p.provider <> 'cash' and coalesce(r.state, 'NEW') not in ('SUCCEEDED', 'REJECTED', 'CLOSED')""")
            .param("shop", shop).query(Long.class).single());
    }

    /** Rows somebody works on are left alone: a test that waits for them could stop the house. */
    private void timePasses(String shop) {
        jdbc.sql("""
            with waiting as (
              select id, ref from dispatch.outbox o where kind in ('refund', 'notice') and shop_id = :shop and not done
                and lease_until is null and next_at > now() and lane <> 'five/by-hand'
                and not exists (select 1 from sandbox.refund s where s.refund_no = o.ref and s.due_at is not null)
              for update skip locked),
            hurried as (update dispatch.outbox o set next_at = now() from waiting where o.id = waiting.id),
            sent as (select refund_no from payments.refund where refund_no in (select ref from waiting) for update skip locked)
            update payments.refund r set last_sent = last_sent - interval '61 seconds', first_sent = first_sent - interval '61 seconds'
            from sent where r.refund_no = sent.refund_no""").param("shop", shop).update();
    }

    /** The shop's last notices have been told and taken. */
    boolean silent(String shop) {
        return tx.execute(status -> jdbc.sql("""
            select not exists (select 1 from sandbox.notice n join payments.hook h on n.url like '%' || h.token
                where h.shop_id = :shop and not n.sent and n.tries < 8)
              and not exists (select 1 from dispatch.outbox where shop_id = :shop and kind = 'notice' and not done)""")
            .param("shop", shop).query(Boolean.class).single());
    }

    /** What must have moved in the end by what was drawn, in minor units a currency; counts as people would, from the orders alone. */
    static TreeMap<String, Long> expected(List<GeneratedCase> cases) {
        TreeMap<String, Long> moved = new TreeMap<>();
        for (GeneratedCase drawn : cases) {
            long[] left = drawn.ways().stream().mapToLong(way -> way.payment().captured().minor()).toArray();
            for (long amount : drawn.amounts()) {
                long rest = amount;
                for (int way = 0; way < left.length && rest > 0; way++) {
                    boolean last = way == left.length - 1;
                    long share = last ? rest : Math.min(rest, left[way]);
                    rest -= share;
                    boolean covered = share <= left[way];
                    boolean kept = !drawn.ways().get(way).pays() && !drawn.ways().get(way).through("cash");
                    if (covered && !kept) {
                        left[way] -= share;
                    }
                    if (covered && drawn.ways().get(way).pays()) {
                        moved.merge(drawn.amount(1).currency(), share, Long::sum);
                    }
                }
            }
        }
        return moved;
    }

    private static final class OwnLanes extends Providers {

        private final List<Provider> all;

        OwnLanes(List<Provider> all) {
            super(all);
            this.all = all;
        }

        @Override
        String lane(String code) {
            return super.lane(code).equals(BY_HAND) ? "five/by-hand" : "five/" + code;
        }

        @Override
        List<String> lanes() {
            return Stream.concat(all.stream().map(provider -> lane(provider.code())), Stream.of("five/by-hand")).toList();
        }
    }

    /** Stands where the engine's token would: somebody always waited. */
    private static final class Heard extends RefundPayoutProcess {

        Heard() {
            super(null, null, null, null);
        }

        @Override
        boolean settled(String caseNumber, String refundNo, boolean paid) {
            return true;
        }
    }
}

package dev.afterflow.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold after every fault, for the refunds of one shop; reads the partner's books, never only ours. */
public final class Invariants {

    private final JdbcClient jdbc;
    private final TransactionTemplate tx;
    private final String shop;

    public Invariants(JdbcClient jdbc, TransactionTemplate tx, String shop) {
        this.jdbc = jdbc;
        this.tx = tx;
        this.shop = shop;
    }

    /** Every breach in words; empty when all hold. {@code moved} are the refund numbers in the partner's money log, one a movement. */
    public List<String> breaches(List<String> moved) {
        return tx.execute(status -> {
            List<String> found = new ArrayList<>();
            found.addAll(paidTwice(moved));
            found.addAll(moreThanCaptured(moved));
            found.addAll(ask("I2 more promised than captured: ", """
                select payment_id from payments.paid_order where shop_id = :shop and reserved + refunded > captured"""));
            found.addAll(ask("I2 reservation is not what is open: ", """
                select p.payment_id from payments.paid_order p where p.shop_id = :shop and p.reserved <> coalesce((
                  select sum(r.amount) from payments.refund r where r.shop_id = p.shop_id and r.provider = p.provider
                    and r.payment_id = p.payment_id and r.state in ('REQUESTED','SENT','PROCESSING','ABNORMAL')), 0)"""));
            found.addAll(ask("I3 ledger lines of a paid refund: ", """
                select r.refund_no from payments.refund r where r.shop_id = :shop and r.state in ('SUCCEEDED','RETURNED')
                  and (select count(*) from payments.ledger_entry l where l.ref = r.refund_no and l.kind = 'refund') <> 2"""));
            found.addAll(ask("I3 ledger lines of an unpaid refund: ", """
                select r.refund_no from payments.refund r where r.shop_id = :shop and r.state not in ('SUCCEEDED','RETURNED')
                  and exists (select 1 from payments.ledger_entry l where l.ref = r.refund_no)"""));
            found.addAll(ask("I3 ledger does not sum to zero in ", """
                select currency from payments.ledger_entry where shop_id = :shop group by currency having sum(amount) <> 0"""));
            found.addAll(ask("I4 moved by the partner, unpaid here: ", """
                select r.refund_no from payments.refund r where r.shop_id = :shop
                  and r.state in ('REJECTED','CLOSED') and r.refund_no = any (:moved::text[])""", moved));
            found.addAll(ask("I5 open and nothing moves it: ", """
                select r.refund_no from payments.refund r where r.shop_id = :shop
                  and r.state in ('REQUESTED','SENT','PROCESSING','ABNORMAL')
                  and not exists (select 1 from dispatch.outbox o where o.kind = 'refund' and o.ref = r.refund_no
                    and not o.done and o.next_at < now() + interval '30 minutes')
                  and not exists (select 1 from payments.alarm a where a.refund_no = r.refund_no)"""));
            found.addAll(ask("I5 settled while its token still waits: ", """
                select r.refund_no from payments.refund r
                  join public.act_ru_variable v on v.name_ = 'effectNo' and v.text_ = r.refund_no
                  join public.act_ru_event_subscr s on s.proc_inst_id_ = v.proc_inst_id_ and s.event_name_ = 'payments.refundSettled'
                where r.shop_id = :shop and r.state in ('SUCCEEDED','REJECTED','CLOSED','RETURNED')"""));
            found.addAll(ask("I5 a difference nobody is asked about: ", """
                select i.provider_line from payments.recon_item i where i.shop_id = :shop and i.verdict <> 'MATCH' and i.resolved_by is null
                  and i.case_number is null and not exists (select 1 from dispatch.outbox o
                    where o.kind = 'mismatch' and o.ref = i.id::text and not o.done)"""));
            found.addAll(ask("I3 the clearing account is not what is held on it: ", """
                select a.account from (select account, sum(amount) as balance from payments.ledger_entry
                    where shop_id = :shop and account ~ '^(clearing|claims)/' group by account) a
                where a.balance <> coalesce((select sum(i.held) from payments.recon_item i
                  where i.shop_id = :shop and i.holder || '/' || i.provider = a.account), 0)"""));
            return found;
        });
    }

    /** The played provider's money log for this shop, one refund number a movement. */
    public List<String> sandboxLog() {
        return tx.execute(status -> jdbc.sql("""
                select refund_no from sandbox.money_log where merchant = :shop
                  or refund_no in (select refund_no from payments.refund where shop_id = :shop and provider = 'alipay')""")
            .param("shop", shop).query(String.class).list());
    }

    private List<String> paidTwice(List<String> moved) {
        Map<String, Long> times = moved.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream().filter(each -> each.getValue() > 1)
            .map(each -> "I1 paid " + each.getValue() + " times: " + each.getKey()).toList();
    }

    private List<String> moreThanCaptured(List<String> moved) {
        return ask("I2 the partner moved more than was captured of ", """
            select payment_id from payments.paid_order p join (
              select r.provider, r.payment_id, sum(r.amount) as moved from unnest(:moved::text[]) m(no)
              join payments.refund r on r.refund_no = m.no where r.shop_id = :shop group by r.provider, r.payment_id) gone
              using (provider, payment_id)
            where p.shop_id = :shop and p.captured < gone.moved""", moved);
    }

    private List<String> ask(String breach, String sql) {
        return jdbc.sql(sql).param("shop", shop).query(String.class).list().stream().map(breach::concat).toList();
    }

    private List<String> ask(String breach, String sql, List<String> moved) {
        return jdbc.sql(sql).param("shop", shop).param("moved", moved.toArray(new String[0])).query(String.class).list()
            .stream().map(breach::concat).toList();
    }
}

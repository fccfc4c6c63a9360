package dev.afterflow.faults;

import dev.afterflow.cluster.Sandbox.Moved;
import dev.afterflow.faults.Buyers.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ten invariants, each by plain SQL over the tables and the partner's own log, once everything is quiet. */
final class Checker {

    private static final Duration FIRST_JOB = Duration.ofSeconds(30);

    private final Books books;
    private final List<Asked> asked;
    private final List<Moved> moved;
    private final List<String> noticesHeard;
    private final List<Diary.Ended> ended;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /** {@code checked} things were looked at for this invariant; {@code breaches} are those it does not hold for. */
    record Finding(String promise, long checked, List<String> breaches) {
    }

    Checker(Books books, long seed, List<Asked> asked, List<Moved> moved, List<String> noticesHeard, List<Diary.Ended> ended) {
        this.books = books;
        this.asked = asked;
        this.moved = moved.stream().filter(each -> each.paymentNo().matches("PAY-(F|POISON)" + seed + "-.*")).toList();
        this.noticesHeard = noticesHeard;
        this.ended = ended;
    }

    Map<String, Finding> findings() {
        paidOnce();
        neverMoreThanCaptured();
        ledger();
        nothingAcknowledgedIsLost();
        nothingIsStuck();
        noticesTakeEffectOnce();
        onlyPoisonMakesIncidents();
        tokensAgree();
        auditVerifies();
        firstJobInTime();
        return findings;
    }

    private void paidOnce() {
        Map<String, Long> times = moved.stream().collect(Collectors.groupingBy(Moved::refundNo, Collectors.counting()));
        List<String> twice = times.entrySet().stream().filter(each -> each.getValue() > 1)
                .map(each -> each.getKey() + " was paid " + each.getValue() + " times").toList();
        found("I1", "per refund number the partner moved money at most once", times.size(), twice);
    }

    private void neverMoreThanCaptured() {
        List<String> breaches = new ArrayList<>(overpaid());
        breaches.addAll(books.ask("""
                select payment_id || ': reserved and refunded exceed captured' from payments.paid_order where reserved + refunded > captured"""));
        breaches.addAll(books.ask("""
                select p.payment_id || ': reserved ' || p.reserved || ' is not what is open'
                from payments.paid_order p where p.reserved <> coalesce((select sum(r.amount) from payments.refund r
                  where (r.shop_id, r.provider, r.payment_id) = (p.shop_id, p.provider, p.payment_id)
                    and r.state in ('REQUESTED','SENT','PROCESSING','ABNORMAL')), 0)"""));
        breaches.addAll(books.ask("""
                select p.payment_id || ': refunded ' || p.refunded || ' is not what succeeded'
                from payments.paid_order p where p.refunded <> coalesce((select sum(r.amount) from payments.refund r
                  where (r.shop_id, r.provider, r.payment_id) = (p.shop_id, p.provider, p.payment_id) and r.state = 'SUCCEEDED'), 0)"""));
        found("I2", "per order reserved + refunded ≤ captured, and the partner moved no more", payments().size(), breaches);
    }

    private List<String> overpaid() {
        Map<String, Long> captured = payments();
        Map<String, Long> back = moved.stream().collect(Collectors.groupingBy(Moved::paymentNo, Collectors.summingLong(Moved::amount)));
        return back.entrySet().stream().filter(each -> each.getValue() > captured.getOrDefault(each.getKey(), Long.MAX_VALUE))
                .map(each -> each.getKey() + ": the partner moved " + each.getValue() + " of " + captured.get(each.getKey())).toList();
    }

    private Map<String, Long> payments() {
        Map<String, Long> captured = new HashMap<>();
        for (Asked each : asked) {
            for (int part = 0; part < each.parts().size(); part++) {
                captured.put("PAY-" + each.order() + "-" + part, each.parts().get(part));
            }
        }
        return captured;
    }

    private void ledger() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select r.refund_no || ' is ' || r.state || ' with ' || count(l.seq) || ' ledger lines'
                from payments.refund r left join payments.ledger_entry l on l.ref = r.refund_no and l.kind = 'refund'
                group by r.refund_no, r.state having count(l.seq) <> case when r.state = 'SUCCEEDED' then 2 else 0 end"""));
        breaches.addAll(books.ask("""
                select 'the ledger sums to ' || sum(amount) || ' ' || currency from payments.ledger_entry group by currency having sum(amount) <> 0"""));
        long ours = books.count("""
                select coalesce(sum(amount), 0) from payments.ledger_entry where kind = 'refund' and amount > 0
                  and ref in (select refund_no from payments.refund where payment_id ~ '^PAY-(F|POISON)[0-9]+-')""");
        long theirs = moved.stream().mapToLong(Moved::amount).sum();
        if (ours != theirs) {
            breaches.add("our ledger says " + ours + ", the partner moved " + theirs);
        }
        found("I3", "each paid refund has exactly its ledger lines; the ledger sums to zero and equals the partner's log",
                books.count("select count(*) from payments.ledger_entry"), breaches);
    }

    private void nothingAcknowledgedIsLost() {
        List<String> requests = asked.stream().map(Asked::request).toList();
        List<String> breaches = new ArrayList<>(books.ask("""
                select a || ': cases ' || count(r.case_number) from unnest(?::text[]) a left join cases.request r on r.request_id = a
                group by a having count(distinct r.case_number) <> 1""", requests));
        breaches.addAll(books.ask("""
                select c.order_id || ' has ' || count(*) || ' cases' from cases.case_file c
                where c.order_id = any (?::text[]) group by c.order_id having count(*) <> 1""", asked.stream().map(Asked::order).toList()));
        breaches.addAll(books.ask("""
                select 'notice ' || a || ' is not in the inbox' from unnest(?::text[]) a
                where not exists (select 1 from payments.inbox i where i.event_id = a)""", noticesHeard));
        List<String> paid = books.ask("select refund_no from payments.refund where state = 'SUCCEEDED'");
        moved.stream().map(Moved::refundNo).filter(number -> !paid.contains(number)).distinct()
                .forEach(number -> breaches.add("the partner paid " + number + ", we do not say so"));
        found("I4", "nothing acknowledged is lost: requests, notices, money moved", requests.size() + noticesHeard.size(), breaches);
    }

    private void nothingIsStuck() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select r.refund_no || ' is ' || r.state || ' and nothing moves it' from payments.refund r
                where r.state in ('REQUESTED','SENT','PROCESSING','ABNORMAL')
                  and not exists (select 1 from dispatch.outbox o where o.kind = 'refund' and o.ref = r.refund_no and not o.done
                    and o.next_at < now() + interval '30 minutes')
                  and not exists (select 1 from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                    where e.business_key_ = r.case_number)"""));
        breaches.addAll(books.ask("""
                select r.refund_no || ' is settled and its token waits' from payments.refund r
                  join public.act_ru_variable v on v.name_ = 'effectNo' and v.text_ = r.refund_no
                  join public.act_ru_event_subscr s on s.proc_inst_id_ = v.proc_inst_id_ and s.event_name_ = 'payments.refundSettled'
                where r.state in ('SUCCEEDED','REJECTED','CLOSED','RETURNED') and r.settled_at < now() - interval '60 seconds'"""));
        breaches.addAll(books.ask("""
                select c.number || ' of ' || c.order_id || ' is still open' from cases.case_file c
                where c.order_id like 'F%' and c.order_id = any (?::text[]) and c.state <> 'CLOSED'""",
                asked.stream().map(Asked::order).toList()));
        breaches.addAll(books.ask("""
                select 'letter ' || external_id || ' is ' || state from intake.message where state = 'PARKED' and external_id not like '%POISON%'"""));
        breaches.addAll(books.ask("""
                select 'event for ' || listener_id || ' was not delivered' from dispatch.event_publication
                where publication_date < now() - interval '5 minutes'"""));
        found("I5", "nothing is stuck: every open refund moves or has a person, every settled one has let its token go",
                books.count("select count(*) from payments.refund"), breaches);
    }

    private void noticesTakeEffectOnce() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select 'notice ' || event_id || ' is ' || state from payments.inbox where state = 'NEW'"""));
        breaches.addAll(books.ask("""
                select object_id || ' was settled ' || count(*) || ' times' from security.audit
                where action = 'REFUND_SUCCEEDED' group by object_id having count(*) > 1"""));
        breaches.addAll(books.ask("""
                select txn_id || ' is booked twice' from payments.ledger_entry group by txn_id, account having count(*) > 1"""));
        found("I6", "each notice takes effect once, and finally does", books.count("select count(*) from payments.inbox"), breaches);
    }

    private void onlyPoisonMakesIncidents() {
        List<String> breaches = books.ask("""
                select 'incident at ' || i.activity_id_ || ' of ' || coalesce(c.order_id, '?')
                from public.act_ru_incident i join public.act_ru_execution e on e.id_ = i.proc_inst_id_
                  left join cases.case_file c on c.number = e.business_key_
                where i.incident_type_ = 'failedJob' and i.id_ = i.root_cause_incident_id_ and coalesce(c.order_id, '') not like 'POISON%'""");
        found("I7", "a transient fault makes no incident, a poison message only its own case's",
                books.count("select count(*) from public.act_ru_incident where id_ = root_cause_incident_id_"), breaches);
    }

    private void tokensAgree() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select r.refund_no || ' is ' || r.state || ' and no token waits' from payments.refund r
                where r.state in ('REQUESTED','SENT','PROCESSING') and not exists (
                  select 1 from public.act_ru_variable v where v.name_ = 'effectNo' and v.text_ = r.refund_no)"""));
        breaches.addAll(books.ask("""
                select c.number || ' is closed and its process goes on' from cases.case_file c
                  join public.act_ru_execution e on e.business_key_ = c.number where c.state = 'CLOSED' and c.order_id like 'F%'"""));
        breaches.addAll(books.ask("""
                select c.number || ' is closed as ' || c.outcome || ' with unpaid parts' from cases.case_file c
                where c.state = 'CLOSED' and c.order_id like 'F%' and (c.outcome <> 'REFUNDED' or exists (
                  select 1 from payments.part p where p.case_number = c.number and not exists (
                    select 1 from payments.refund r where r.refund_no = p.refund_no and r.state = 'SUCCEEDED')))"""));
        found("I8", "the token's place agrees with the refund's state and the case's",
                books.count("select count(*) from cases.case_file where order_id ~ '^(F|POISON)[0-9]'"), breaches);
    }

    private void auditVerifies() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select 'audit line ' || seq || ' of ' || shop_id || ' breaks the chain' from (
                  select s.seq, s.shop_id, s.place, row_number() over chain as counted, s.hash,
                    sha256(coalesce(lag(s.hash) over chain, decode(repeat('00', 32), 'hex')) || convert_to(
                      jsonb_build_object('seq', a.seq, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                        'shop', a.shop_id, 'action', a.action, 'kind', a.object_kind, 'object', a.object_id, 'whoId', a.who_id,
                        'who', a.who, 'whoKind', a.who_kind, 'roles', a.roles, 'request', a.request_id, 'address', a.address,
                        'details', a.details)::text, 'UTF8')) as due
                  from security.audit_seal s left join security.audit a on a.seq = s.seq
                  window chain as (partition by s.shop_id order by s.place)) link
                where hash is distinct from due or place <> counted"""));
        breaches.addAll(books.ask("""
                select 'audit line ' || seq || ' was never sealed' from security.audit a where at < clock_timestamp() - interval '30 seconds'
                  and not exists (select 1 from security.audit_seal s where s.seq = a.seq)"""));
        found("I9", "the audit chain verifies", books.count("select count(*) from security.audit_seal"), breaches);
    }

    private void firstJobInTime() {
        List<String> late = new ArrayList<>();
        for (Diary.Ended fault : ended) {
            List<String> waited = books.ask("""
                    select round(extract(epoch from min(at) - ?::timestamptz)::numeric, 1)::text from engine.flow_event where at > ?::timestamptz""",
                    fault.at().atOffset(ZoneOffset.UTC), fault.at().atOffset(ZoneOffset.UTC));
            String seconds = waited.get(0);
            boolean late30 = seconds != null && Double.parseDouble(seconds) > FIRST_JOB.toSeconds();
            if (late30 || seconds == null && Instant.now().isAfter(fault.at().plus(FIRST_JOB))) {
                late.add("after " + fault.fault() + " the first step took " + seconds + " s");
            }
        }
        found("I10", "the first step runs within 30 s of a fault's end", ended.size(), late);
    }

    private void found(String name, String promise, long checked, List<String> breaches) {
        findings.put(name, new Finding(promise, checked, List.copyOf(breaches)));
    }
}

package dev.afterflow.faults;

import dev.afterflow.faults.Checker.Finding;
import dev.afterflow.faults.Claimants.Claimed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of claims, tracking and mail once everything is quiet: by plain SQL over our tables, the carriers' own books and what came to their mail server. */
final class CarrierChecker {

    private static final String OPEN = "('NEW','SENDING','SENT')";

    private final Books books;
    private final CarrierWorld world;
    private final List<Claimed> claims;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    CarrierChecker(Books books, CarrierWorld world, List<Claimed> claims) {
        this.books = books;
        this.world = world;
        this.claims = claims;
    }

    Map<String, Finding> findings() {
        filedOnce();
        noneLost();
        theBooksAgree();
        scansOnce();
        onlyPeopleAreAsked();
        return findings;
    }

    private void filedOnce() {
        List<String> breaches = new ArrayList<>(world.books.ask("""
                select reference || ' came ' || count(*) || ' times as a work order' from sandbox.work_order where second_type > 0 and reference is not null
                group by reference having count(*) > 1"""));
        world.letters(claims).forEach((claim, times) -> {
            if (times > 1) {
                breaches.add(claim + " came " + times + " times as a letter");
            }
        });
        found("C1", "no claim is filed twice, by work order or by letter", claims.size(), breaches);
    }

    private void noneLost() {
        List<String> numbers = claims.stream().map(Claimed::claimNo).toList();
        List<String> breaches = new ArrayList<>(books.ask("""
                select a || ' was acknowledged and is not filed' from unnest(?::text[]) a where not exists (select 1 from claims.filing f where f.claim_no = a)""", numbers));
        breaches.addAll(books.ask("""
                select r.number || ' is ' || r.state || ' and nothing moves it' from carriers.request r where r.state in %s
                and not (r.channel = 'MAIL' and r.state = 'SENT') and not exists (
                  select 1 from dispatch.outbox o where o.kind = 'carrier' and o.ref = r.number and not o.done and o.next_at < now() + interval '31 minutes')""".formatted(OPEN)));
        List<String> there = world.books.ask("select reference from sandbox.work_order where reference is not null");
        List<String> looked = books.ask("select number from carriers.request where state in ('CHECK', 'BY_HAND')");
        numbers.stream().filter(number -> !there.contains(number) && !looked.contains(number)).forEach(number -> breaches.add(number + " did not reach its carrier and no person sees it"));
        found("C2", "no claim is lost: it is at its carrier, under way, or before a person", numbers.size(), breaches);
    }

    private void theBooksAgree() {
        Map<String, String> theirs = new HashMap<>();
        world.books.ask("""
                select w.reference || ' ' || coalesce(w.paid_minor, least(coalesce(sum(p.amount_minor) filter (where p.reverses is null), 0), w.value_minor)) || ' '
                  || coalesce(sum(case when p.reverses is null then p.amount_minor else -p.amount_minor end), 0)
                from sandbox.work_order w left join sandbox.carrier_payment p on p.claim_no = w.id where w.reference is not null group by w.id""")
                .forEach(line -> theirs.put(line.split(" ")[0], line));
        List<String> breaches = new ArrayList<>();
        books.ask("select claim_no || ' ' || agreed || ' ' || received from claims.claim").forEach(line -> {
            String said = theirs.getOrDefault(line.split(" ")[0], line);
            if (!said.equals(line)) {
                breaches.add("we say " + line + ", the carrier says " + said);
            }
        });
        breaches.addAll(books.ask("select 'the ledger of claims sums to ' || sum(amount) from claims.ledger_entry having sum(amount) <> 0"));
        found("C3", "agreed and paid are what the carriers' own books say, to the cent; the ledger sums to zero", theirs.size(), breaches);
    }

    private void scansOnce() {
        List<String> breaches = new ArrayList<>();
        Map<String, String> told = world.toldScans();
        told.forEach((words, waybill) -> {
            long times = books.count("select count(*) from carriers.scan where words = ?", words);
            if (times != 1) {
                breaches.add(waybill + " " + words + " stands " + times + " times");
            }
        });
        breaches.addAll(books.ask("select 'push ' || id || ' waits' from carriers.push where state = 'NEW'"));
        found("C4", "each scan whose push was acknowledged is known, once; no push waits", told.size(), breaches);
    }

    private void onlyPeopleAreAsked() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select 'incident at ' || activity_id_ from public.act_ru_incident where incident_type_ = 'failedJob' and id_ = root_cause_incident_id_"""));
        breaches.addAll(books.ask("""
                select c.claim_no || ' is ' || c.state || ' and no token waits' from claims.claim c where c.closed_at is null and not exists (
                  select 1 from public.act_ru_variable v where v.name_ = 'effectNo' and v.text_ = c.claim_no)"""));
        breaches.addAll(books.ask("select 'letter ' || external_id || ' is parked' from intake.message where state = 'PARKED'"));
        found("C5", "no fault makes an incident, every open claim has its token, no letter is parked", books.count("select count(*) from claims.claim"), breaches);
    }

    /** Carriers that were well while another was not: how long their claims took from filing to the carrier, at most; one that is not there yet takes until now. */
    double longestToCarrier(List<String> carriers, String since) {
        List<String> waited = books.ask("""
                select coalesce(max(extract(epoch from coalesce(r.sent_at, now()) - f.at)), 0)::text from carriers.request r join claims.filing f on f.number = r.number
                where r.carrier = any (?::text[]) and f.at >= ?::timestamptz""", carriers, since);
        return Double.parseDouble(waited.get(0));
    }

    private void found(String name, String promise, long checked, List<String> breaches) {
        findings.put(name, new Finding(promise, checked, List.copyOf(breaches)));
    }
}

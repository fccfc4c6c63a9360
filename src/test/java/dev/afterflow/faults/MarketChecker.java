package dev.afterflow.faults;

import dev.afterflow.faults.Checker.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of refunds at a marketplace once everything is quiet: by plain SQL over our tables and over the marketplace's own books. */
final class MarketChecker {

    private final Books books;
    private final Books world;
    private final List<String> asked;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /** @param asked the marketplace's numbers of refunds buyers asked for */
    MarketChecker(Books books, Books world, List<String> asked) {
        this.books = books;
        this.world = world;
        this.asked = asked;
    }

    Map<String, Finding> findings() {
        givenOnce();
        noneLost();
        theBooksAgree();
        toldOnce();
        nothingIsStuck();
        onlyPeopleAreAsked();
        return findings;
    }

    private void givenOnce() {
        found("M1", "the marketplace gave each refund at most once by our word", asked.size(), world.ask("""
                select thing || ' was given ' || count(*) || ' times' from sandbox.market_deed where deed = 'GIVEN' group by thing having count(*) > 1"""));
    }

    private void noneLost() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select a || ' was asked for there and is not known here' from unnest(?::text[]) a where not exists (select 1 from platforms.matter m where m.id = a)""", asked));
        breaches.addAll(books.ask("""
                select a || ' is no case' from unnest(?::text[]) a where not exists (
                  select 1 from cases.request r where r.source = 'taobao' and r.request_id = a and r.case_number is not null)""", asked));
        breaches.addAll(books.ask("""
                select a || ' is over and nobody gave it' from unnest(?::text[]) a where a <> all (?::text[])""", asked, given()));
        found("M2", "each refund asked for there is known, is a case, and was given", asked.size(), breaches);
    }

    private List<String> given() {
        return world.ask("select name from sandbox.market_thing where market = 'taobao' and kind = 'refund' and body ->> 'status' = 'SUCCESS'");
    }

    private void theBooksAgree() {
        Map<String, String> theirs = new HashMap<>();
        world.ask("select name || ' ' || round((body ->> 'refund_fee')::numeric * 100)::bigint from sandbox.market_thing where market = 'taobao' and body ->> 'status' = 'SUCCESS'")
                .forEach(line -> theirs.put(line.split(" ")[0], line));
        List<String> ours = books.ask("""
                select q.matter || ' ' || r.amount from payments.refund r join platforms.request q on q.number = r.refund_no where r.provider = 'taobao' and r.state = 'SUCCEEDED'""");
        List<String> breaches = new ArrayList<>();
        ours.stream().filter(line -> !line.equals(theirs.get(line.split(" ")[0]))).forEach(line -> breaches.add("we say " + line + ", the marketplace " + theirs.get(line.split(" ")[0])));
        asked.stream().filter(theirs::containsKey).filter(id -> ours.stream().noneMatch(line -> line.startsWith(id + " "))).forEach(id -> breaches.add(id + " was given and is not booked"));
        breaches.addAll(books.ask("select 'the ledger sums to ' || sum(amount) || ' ' || currency from payments.ledger_entry group by currency having sum(amount) <> 0"));
        breaches.addAll(books.ask("select payment_id || ': reserved and refunded exceed captured' from payments.paid_order where reserved + refunded > captured"));
        breaches.addAll(books.ask("""
                select p.payment_id || ': refunded ' || p.refunded || ' is not what succeeded' from payments.paid_order p where p.provider = 'taobao' and p.refunded <>
                  coalesce((select sum(r.amount) from payments.refund r where (r.shop_id, r.provider, r.payment_id) = (p.shop_id, p.provider, p.payment_id) and r.state = 'SUCCEEDED'), 0)"""));
        found("M3", "what we booked is what the marketplace gave, to the cent; the ledger sums to zero", theirs.size(), breaches);
    }

    private void toldOnce() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select external_id || ' version ' || version || ' came ' || count(*) || ' times' from intake.message where source = 'taobao' and kind = 'requests'
                group by external_id, version having count(*) > 1"""));
        breaches.addAll(books.ask("select 'hint ' || id || ' about ' || matter || ' is ' || state || ' ' || coalesce(reason, '') from platforms.hint where state <> 'DONE'"));
        breaches.addAll(books.ask("select 'letter ' || id || ' about ' || matter || ' is ' || state || ' ' || coalesce(reason, '') from platforms.letter where state <> 'DONE'"));
        found("M4", "each word of the marketplace is followed, and each of its changes is told the letterbox once", books.count("select count(*) from platforms.hint"), breaches);
    }

    private void nothingIsStuck() {
        List<String> breaches = new ArrayList<>(books.ask("select number || ' is ' || state || ' ' || coalesce(code, '') from platforms.request where state <> 'DONE'"));
        breaches.addAll(books.ask("select refund_no || ' is ' || state from payments.refund where provider = 'taobao' and state <> 'SUCCEEDED'"));
        breaches.addAll(books.ask("""
                select c.number || ' is ' || c.state || ' ' || coalesce(c.outcome, '') from cases.case_file c join cases.request r on r.case_number = c.number
                where r.source = 'taobao' and r.request_id = any (?::text[]) and c.outcome is distinct from 'REFUNDED'""", asked));
        found("M5", "each request to the marketplace, each refund and each case has come to its end", asked.size(), breaches);
    }

    private void onlyPeopleAreAsked() {
        List<String> breaches = new ArrayList<>(books.ask("""
                select 'incident at ' || activity_id_ from public.act_ru_incident where incident_type_ = 'failedJob' and id_ = root_cause_incident_id_"""));
        breaches.addAll(books.ask("select 'letter ' || external_id || ' is parked' from intake.message where state = 'PARKED'"));
        found("M6", "no fault makes an incident, no letter is parked", books.count("select count(*) from cases.case_file"), breaches);
    }

    private void found(String name, String promise, long checked, List<String> breaches) {
        findings.put(name, new Finding(promise, checked, List.copyOf(breaches)));
    }
}

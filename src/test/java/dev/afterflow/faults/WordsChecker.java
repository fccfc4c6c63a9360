package dev.afterflow.faults;

import dev.afterflow.faults.Checker.Finding;
import dev.afterflow.faults.Sellers.Said;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of our words at a marketplace once everything is quiet: by plain SQL over our tables and over the marketplace's own books. */
final class WordsChecker {

    private final Books books;
    private final Books world;
    private final List<Said> said;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    WordsChecker(Books books, Books world, List<Said> said) {
        this.books = books;
        this.world = world;
        this.said = said;
    }

    Map<String, Finding> findings() {
        saidOnce();
        noneLost();
        doneIsDoneThere();
        toldOnce();
        return findings;
    }

    private void saidOnce() {
        List<String> breaches = new ArrayList<>(world.ask("""
                select thing || ' was ' || deed || ' ' || count(*) || ' times' from sandbox.market_deed where deed in ('RETURN_AGREED', 'REFUSED', 'ANSWERED')
                group by thing, deed having count(*) > 1"""));
        breaches.addAll(world.ask("""
                select thing || ' was told "' || content || '" ' || count(*) || ' times' from sandbox.market_message where role = 'seller'
                group by thing, content having count(*) > 1"""));
        breaches.addAll(world.ask("select order_no || ' was flagged ' || times || ' times' from sandbox.market_remark where market = 'taobao' and times > 1"));
        found("W1", "each of our words is at the marketplace at most once: agreements, refusals, answers, messages, papers, flags", said.size(), breaches);
    }

    private void noneLost() {
        List<String> numbers = said.stream().map(Said::number).toList();
        List<String> breaches = new ArrayList<>(books.ask("""
                select a || ' was acknowledged and is not written down' from unnest(?::text[]) a where not exists (select 1 from platforms.request r where r.number = a)""", numbers));
        breaches.addAll(books.ask("""
                select number || ' ' || kind || ' is ' || state || ' ' || coalesce(code, '') || ' ' || coalesce(said_en, '') from platforms.request
                where number = any (?::text[]) and state <> 'DONE'""", numbers));
        found("W2", "no word is lost: what was acknowledged was taken by the marketplace", said.size(), breaches);
    }

    private void doneIsDoneThere() {
        Set<String> there = there();
        List<String> done = books.ask("select number from platforms.request where state = 'DONE' and number = any (?::text[])", said.stream().map(Said::number).toList());
        List<String> breaches = new ArrayList<>();
        for (Said each : said) {
            boolean stands = shapes(each).allMatch(there::contains);
            boolean weSaySo = done.contains(each.number());
            if (weSaySo && !stands) {
                breaches.add(each.number() + " " + each.kind() + " is done by our books, and is not there");
            } else if (stands && !weSaySo) {
                breaches.add(each.number() + " " + each.kind() + " is there, and we do not say so");
            }
        }
        Set<String> asked = said.stream().flatMap(WordsChecker::shapes).collect(Collectors.toSet());
        world.ask("select 'said ' || thing || ' ' || content from sandbox.market_message where role = 'seller'").stream()
                .filter(each -> !asked.contains(each) && !asked.contains(each.replaceFirst("said", "pictured")))
                .forEach(each -> breaches.add("nobody asked that it be " + each));
        found("W3", "what is done by our books stands in the marketplace's, word for word, and the other way round; nothing else was said", done.size(), breaches);
    }

    /** The shapes in which a word stands in the marketplace's books. */
    private static Stream<String> shapes(Said each) {
        return switch (each.kind()) {
            case MESSAGE -> Stream.of("said " + each.matter() + " " + each.words() + " " + each.mark(0));
            case SUBMIT_EVIDENCE -> IntStream.rangeClosed(1, Hand.PICTURES).mapToObj(n -> "pictured " + each.matter() + " " + each.words() + " " + each.mark(n));
            case FLAG -> Stream.of("flagged " + each.matter() + " " + each.flag() + " " + each.words());
            case REPLY_REVIEW -> Stream.of("answered " + each.matter() + " " + each.words());
            case REFUSE -> Stream.of("refused " + each.matter() + " " + each.words());
            default -> Stream.of("agreed " + each.matter());
        };
    }

    private Set<String> there() {
        return new HashSet<>(world.ask("""
                select case when picture is null then 'said ' else 'pictured ' end || thing || ' ' || content from sandbox.market_message where role = 'seller'
                union all select 'said ' || thing || ' ' || content from sandbox.market_message where role = 'seller' and picture is not null
                union all select 'flagged ' || order_no || ' ' || flag || ' ' || memo from sandbox.market_remark where market = 'taobao'
                union all select 'answered rate-' || (body ->> 'oid') || ' ' || (body ->> 'reply') from sandbox.market_thing where kind = 'rate' and body ->> 'reply' is not null
                union all select 'refused ' || d.thing || ' ' || (t.body ->> 'refuse_message') from sandbox.market_deed d join sandbox.market_thing t on t.name = d.thing where deed = 'REFUSED'
                union all select 'agreed ' || thing from sandbox.market_deed where deed = 'RETURN_AGREED'"""));
    }

    private void toldOnce() {
        found("W4", "each word's answer is settled once", books.count("select count(*) from platforms.request"), books.ask("""
                select object_id || ' was settled ' || count(*) || ' times' from security.audit where action = 'PLATFORM_ANSWERED' and object_id like '%s%%'
                group by object_id having count(*) > 1""".formatted(Hand.OURS)));
    }

    /** How many of each verb were acknowledged. */
    Map<Kind, Long> verbs() {
        Map<Kind, Long> verbs = new EnumMap<>(Kind.class);
        said.forEach(each -> verbs.merge(each.kind(), 1L, Long::sum));
        return verbs;
    }

    private void found(String name, String promise, long checked, List<String> breaches) {
        findings.put(name, new Finding(promise, checked, List.copyOf(breaches)));
    }
}
